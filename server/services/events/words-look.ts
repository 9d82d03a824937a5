import { sql } from 'kysely'
import type { AnswerBody, EventActReply, WordsReply } from '#contract/event'
import type { SignedIn } from '../../context'
import { notFound, refusal } from '../../problem'
import { once } from '../once'
import { authoriseOverOrganisation } from '../person'
import type { Trx } from '../acts'
import { anyVenue, venueRef, venuesWithin } from './cards'
import type { WordsBody } from './words'

interface Waiting {
  readonly hash: Buffer
  readonly body: WordsBody
  readonly at: Date
  readonly event: string
  readonly venue: string
  readonly start_at: Date
}

/** The words of events that wait for a person's look, the nearest event first. */
export async function waitingWords(context: SignedIn, organisation: string): Promise<WordsReply> {
  await authoriseOverOrganisation(context, 'GET /v1/organisations/:organisation/words', organisation)
  const { district, now } = context
  const { rows } = await sql<Waiting>`
    select * from (
      select distinct on (w.hash) w.hash, w.body, w.at, e.id as event, e.venue, e.start_at
        from event_words w
        cross join lateral (
          select id, venue, start_at, end_at, status from event where words_hash = w.hash
          union all
          select id, venue, start_at, end_at, status from event where spot_hash = w.hash
          union all
          select o.id, o.venue, o.start_at, o.end_at, o.status from event_act a join event o on o.id = a.event_id
           where a.words_hash = w.hash and a.act = 'announced'
        ) e
       where w.checked = 'waiting' and e.status <> 'cancelled' and e.end_at > ${new Date(now)}
         and e.venue = ${anyVenue(venuesWithin(district, organisation))}
       order by w.hash, e.start_at, e.id
    ) waiting
     order by start_at, hash
     limit 100`.execute(district.db)
  return {
    asOf: now,
    words: rows.map((row) => ({
      id: row.hash.toString('hex'),
      event: row.event,
      venue: venueRef(district, row.venue),
      start: row.start_at.getTime(),
      body: { ...row.body },
      at: row.at.getTime(),
    })),
  }
}

/** A person lets words be read by others, or not; never their own. */
export function answerWords(
  context: SignedIn,
  organisation: string,
  hash: string,
  body: AnswerBody,
): Promise<EventActReply> {
  const route = 'POST /v1/organisations/:organisation/words/:words/answer'
  const act = { requestId: body.requestId, route: `${route} ${organisation} ${hash}`, body }
  const key = Buffer.from(hash, 'hex')
  const begin = async (trx: Trx) => {
    const { asker } = await authoriseOverOrganisation(context, route, organisation, trx)
    const words = await trx
      .selectFrom('event_words')
      .select('checked')
      .where('hash', '=', key)
      .forUpdate()
      .executeTakeFirst()
    const used = await trx
      .selectFrom('event_act as a')
      .innerJoin('event as e', 'e.id', 'a.event_id')
      .select(['a.event_id', 'a.by_person'])
      .where(({ or, eb }) => or([eb('a.words_hash', '=', key), eb('a.spot_hash', '=', key)]))
      .where('e.venue', '=', anyVenue(venuesWithin(context.district, organisation)))
      .execute()
    const event = used[0]?.event_id
    if (!words || event === undefined) throw notFound()
    return { asker, event, checked: words.checked, authors: used.map((one) => one.by_person) }
  }
  return once(context, act, begin, async (trx, { asker, event, checked, authors }) => {
    if (checked !== 'waiting') throw refusal({ code: 'words-not-waiting', facts: {} })
    if (authors.includes(asker.person)) throw refusal({ code: 'own-words', facts: {} })
    await trx
      .updateTable('event_words')
      .set({ checked: body.yes ? 'clear' : 'refused', checked_by: asker.person, at: new Date(context.now) })
      .where('hash', '=', key)
      .execute()
    return { event }
  })
}
