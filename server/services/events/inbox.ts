import { isSettled } from '#domain/events/messages'
import { eventRulesOf } from '#domain/events/rules'
import { addDaysToInstant } from '#domain/time'
import type { InboxReply, Message } from '#contract/event'
import type { SignedIn } from '../../context'
import { notFound } from '../../problem'
import { isUuid } from '../ids'
import { requireAsker } from '../person'
import { cardOf, selectEvents } from './cards'
import { eventOfRow, registrationOfRow } from './stream'
import { wordsOf } from './words'

/** So many lines at most, and for so many days. */
const LISTED = 100
const DAYS = 180

/** One's messages, the newest first. */
export async function readInbox(context: SignedIn): Promise<InboxReply> {
  const { district, now } = context
  const { db } = district
  const { person } = await requireAsker(context)
  const lines = await db
    .selectFrom('inbox as i')
    .leftJoin('event_act as a', (join) =>
      join.onRef('a.event_id', '=', 'i.event_id').onRef('a.no', '=', 'i.no').on('i.kind', '=', 'announcement'),
    )
    .select(['i.id', 'i.event_id', 'i.no', 'i.kind', 'i.link', 'i.at', 'i.until', 'i.opened_at', 'a.words_hash'])
    .where('i.person_id', '=', person)
    .where('i.at', '>=', new Date(addDaysToInstant(now, -DAYS)))
    .orderBy('i.at', 'desc')
    .orderBy('i.id', 'desc')
    .limit(LISTED)
    .execute()
  if (lines.length === 0) return { asOf: now, unsettled: 0, messages: [] }
  const ids = [...new Set(lines.map((line) => line.event_id))]
  const [events, standings, words] = await Promise.all([
    selectEvents(db).where('e.id', 'in', ids).execute(),
    db.selectFrom('registration').selectAll().where('person_id', '=', person).where('event_id', 'in', ids).execute(),
    wordsOf(
      db,
      lines.flatMap(({ words_hash: hash }) => hash ?? []),
    ),
  ])
  const rules = eventRulesOf(district.policy)
  const messages = lines.flatMap((line): Message[] => {
    const row = events.find(({ id }) => id === line.event_id)
    if (!row) return []
    const standing = standings.find(({ event_id: id }) => id === line.event_id)
    const mine = standing ? registrationOfRow(standing) : null
    const said = line.words_hash ? words.get(line.words_hash.toString('hex')) : undefined
    // A word that others may not read yet isn't told of either.
    if (line.kind === 'announcement' && said?.checked !== 'clear') return []
    const opened = line.opened_at !== null
    const answerable = line.kind === 'place-offered'
    return [
      {
        id: line.id,
        kind: line.kind,
        link: line.link,
        card: cardOf(context, row),
        at: line.at.getTime(),
        until: line.until?.getTime() ?? null,
        words: said?.body.text ?? null,
        opened,
        settled: (opened && !answerable) || isSettled(line, eventOfRow(row), mine, rules, now),
      },
    ]
  })
  return { asOf: now, unsettled: messages.filter(({ settled }) => !settled).length, messages }
}

/** Says that one has opened a message; again is nothing new. */
export async function openMessage(context: SignedIn, id: string): Promise<null> {
  const { person } = await requireAsker(context)
  const { db } = context.district
  const line = isUuid(id)
    ? await db
        .selectFrom('inbox')
        .select('opened_at')
        .where('id', '=', id)
        .where('person_id', '=', person)
        .executeTakeFirst()
    : undefined
  if (!line) throw notFound()
  if (line.opened_at === null) {
    await db
      .updateTable('inbox')
      .set({ opened_at: new Date(context.now) })
      .where('id', '=', id)
      .where('opened_at', 'is', null)
      .execute()
  }
  return null
}
