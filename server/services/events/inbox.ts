import { isSettled } from '#domain/events/messages'
import { eventRulesOf } from '#domain/events/rules'
import { addDaysToInstant } from '#domain/time'
import type { InboxReply, Message, UnsettledReply } from '#contract/event'
import type { SignedIn } from '../../context'
import { notFound } from '../../problem'
import { isUuid } from '../ids'
import { requireAsker } from '../person'
import { cardOf, selectEvents, type EventRow } from './cards'
import { eventOfRow, registrationOfRow } from './stream'
import { wordsOf } from './words'

/** So many lines at most, and for so many days. */
const LISTED = 100
const DAYS = 180

/** A line as it is stored. */
type Line = Awaited<ReturnType<typeof newestLines>>[number]

/** A line with what its words come from. */
interface Read {
  readonly line: Line
  readonly row: EventRow
  /** The host's words, of an announcement. */
  readonly words: string | null
  readonly settled: boolean
}

/** One's messages, the newest first. */
export async function readInbox(context: SignedIn): Promise<InboxReply> {
  const { person } = await requireAsker(context)
  const read = await readLines(context, person, await newestLines(context, person))
  return {
    asOf: context.now,
    unsettled: read.filter(({ settled }) => !settled).length,
    messages: read.map(({ line, row, words, settled }): Message => ({
      id: line.id,
      kind: line.kind,
      link: line.link,
      card: cardOf(context, row),
      at: line.at.getTime(),
      until: line.until?.getTime() ?? null,
      words,
      opened: line.opened_at !== null,
      settled,
    })),
  }
}

/** How many of them have something left to do: the same number, without the messages. */
export async function countUnsettled(context: SignedIn): Promise<UnsettledReply> {
  const { person } = await requireAsker(context)
  const lines = await newestLines(context, person)
  const read = await readLines(
    context,
    person,
    lines.filter((line) => !isDone(line)),
  )
  return { asOf: context.now, unsettled: read.filter(({ settled }) => !settled).length }
}

function newestLines({ district, now }: SignedIn, person: string) {
  return district.db
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
}

/** Opened, and there is nothing to answer. */
function isDone({ opened_at: opened, kind }: Line): boolean {
  return opened !== null && kind !== 'place-offered'
}

/** Lines with their events and how one stands with them; a word that others may not read yet isn't told of either. */
async function readLines(
  { district, now }: SignedIn,
  person: string,
  lines: readonly Line[],
): Promise<readonly Read[]> {
  if (lines.length === 0) return []
  const { db } = district
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
  return lines.flatMap((line): Read[] => {
    const row = events.find(({ id }) => id === line.event_id)
    if (!row) return []
    const standing = standings.find(({ event_id: id }) => id === line.event_id)
    const mine = standing ? registrationOfRow(standing) : null
    const said = line.words_hash ? words.get(line.words_hash.toString('hex')) : undefined
    if (line.kind === 'announcement' && said?.checked !== 'clear') return []
    const settled = isDone(line) || isSettled(line, eventOfRow(row), mine, rules, now)
    return [{ line, row, words: said?.body.text ?? null, settled }]
  })
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
