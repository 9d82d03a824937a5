import { createHash } from 'node:crypto'
import pg from 'pg'
import type { Instant } from '#domain/time'
import type { DistrictPack } from '../../server/districts'

/** Events that are over, and those of the weeks around today: the same ones however many are over. */
export interface EventFilling {
  readonly pack: DistrictPack
  readonly past: number
  readonly now: Instant
}

/** Events around today, five a day for eight weeks. */
const AROUND = { days: 56, aDay: 5 } as const

/**
 * Fills a district with published events, with their words, facts and counters. Past ones lie before the weeks around today, ten a day,
 * so that a district of 100 thousand has them over decades, and what is asked for is as much in both.
 */
export async function fillEvents(url: string, { pack, past, now }: EventFilling): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(`set session_replication_role = replica`)
    await client.query(`set search_path = ${pg.escapeIdentifier(pack.slug)}`)
    const venues = `array[${pack.venues.map(({ code }) => pg.escapeLiteral(code)).join(', ')}]`
    const today = `date_trunc('day', timestamptz '${new Date(now).toISOString()}')`
    const around = AROUND.days * AROUND.aDay
    for (const statement of [
      `create temp table happening as
       select i, overlay(overlay(md5('event ' || i) placing '4' from 13 for 1) placing '8' from 17 for 1)::uuid as id, (${venues})[1 + i % ${pack.venues.length}] as venue,
              sha256(convert_to('words ' || i, 'UTF8')) as words,
              case when i < ${around} then ${today} + (i / ${AROUND.aDay} - ${AROUND.days / 2}) * interval '1 day'
                   else ${today} - (40 + (i - ${around}) / 10) * interval '1 day' end
                + (1 + i % 9) * interval '1 hour' as start
         from generate_series(0, ${around + past - 1}) i`,
      `insert into event_words (hash, body, checked, at)
       select words, jsonb_build_object('title', '第' || i || '场读书会', 'notes', '带一本书来。'), 'clear', start from happening`,
      `insert into event (id, code, venue, kind, status, start_at, end_at, words_hash, state, no, attendee_registered)
       select id, ${CODE}, venue, 'reading', 'published', start, start + interval '2 hours', words, ${state('start', 'venue', 'words', 500)}, 2, 12
         from happening order by start`,
      `insert into event_act (id, event_id, no, act, at, policy, kind, words_hash, venue, start_at, end_at, deadline_at, attendee_places)
       select uuidv7(), id, no, (array['drafted', 'published'])[no], start - interval '9 days', ${pg.escapeLiteral(pack.policy.version)},
              'reading', words, venue, start, start + interval '2 hours', start, 500
         from happening, generate_series(1, 2) no`,
    ]) {
      await client.query(statement)
    }
    await client.query('vacuum (analyze)')
    await client.query('checkpoint')
  } finally {
    await client.end()
  }
}

/** A short code for each; made of the number, because 100 thousand ids share some of their last 30 bits. */
const CODE = `(select string_agg(substr('23456789ABCDEFGHJKLMNPQRSTUVWXYZ', ((i >> (5 * n)) & 31) + 1, 1), '' order by n desc)
                 from generate_series(0, 5) n)`

/** What the rules make of such an event. */
function state(start: string, venue: string, words: string, places: number): string {
  const ms = (moment: string): string => `(extract(epoch from ${moment}) * 1000)::bigint`
  return `jsonb_build_object('status', 'published', 'since', ${ms(`${start} - interval '9 days'`)},
    'terms', jsonb_build_object('kind', 'reading', 'words', encode(${words}, 'hex'), 'venue', ${venue}, 'spot', null,
      'start', ${ms(start)}, 'end', ${ms(`${start} + interval '2 hours'`)}, 'deadline', ${ms(start)},
      'places', jsonb_build_object('attendee', ${places}, 'volunteer', null), 'volunteerMinutes', null),
    'moved', null, 'naming', jsonb_build_object('state', 'none', 'organisation', null, 'tenths', null, 'by', null),
    'reminded', null, 'listClosed', null, 'announcedOn', null)`
}

/** The id of one of the events that begin so many days from today, as `fillEvents` computes it in SQL. */
export function eventOn(days: number, nth: number): string {
  const number = (days + AROUND.days / 2) * AROUND.aDay + nth
  const hex = createHash('md5').update(`event ${number}`).digest('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20)].join('-')
}
