import { sql, type RawBuilder } from 'kysely'
import { valueOf } from '#domain/policy/policy'
import { readCode, twoDigits, type Direction } from '#domain/checkin/code'
import { decideCheckIn, type Accepted, type CheckInGuards, type Upload } from '#domain/checkin/decide'
import type { CheckInDecision } from '#domain/checkin/refusal'
import { checkInRulesOf } from '#domain/checkin/rules'
import { checkInWindow, leastMinutes } from '#domain/checkin/window'
import type { EventRole } from '#domain/events/event'
import type { RegistrationState } from '#domain/events/registration'
import { addDaysToInstant, type Instant } from '#domain/time'
import type { CheckInBody, CheckInReply } from '#contract/check-in'
import type { SignedIn } from '../../context'
import { lostRace, noSession, refusal } from '../../problem'
import { cardOf, type EventRow } from '../events/cards'
import { eventOfRow } from '../events/stream'
import { factId } from '../ids'
import { countAttempt } from '../limits'
import { bodyHmac, remembered } from '../once'
import { deskKey, mac } from './keys'

const ROUTE = 'POST /v1/me/check-ins'
/** So often it is decided anew, when the event was closed or moved in that very moment. */
const ROUNDS = 5
/** Typed digits are counted over a day, which is longer than any event. */
const TRIES_WINDOW_MS = 86_400_000

/** Who checks in, and one event that may be meant: all in one row. Times inside JSON are epoch milliseconds. */
interface Row extends EventRow {
  readonly me: string
  readonly me_since: Date
  readonly me_named: boolean
  /** They have checked in themselves before, and said then that they may. */
  readonly me_declared: boolean
  readonly body_hmac: Buffer | null
  readonly outcome: unknown
  readonly registration: RegistrationState | null
  readonly role: EventRole | null
  readonly desks: readonly {
    readonly desk: number
    readonly direction: Direction
    readonly revoked: Instant | null
    readonly by: string
  }[]
  readonly before: readonly { readonly direction: Direction; readonly at: number }[]
}

type OwnUpload = Extract<Upload, { way: 'scan' | 'typed' }>

/**
 * Checks in to an event or out of it, with what a desk shows; also what a phone kept without a network. One row, written in one
 * statement with the request that it answers. The same requestId gets the first answer, byte for byte.
 */
export async function checkIn(context: SignedIn, body: CheckInBody): Promise<CheckInReply> {
  const hmac = bodyHmac(context, { route: ROUTE, body })
  const upload = uploadOf(body)
  let counted = false
  for (let round = 0; round < ROUNDS; round++) {
    const rows = await load(context, body, upload)
    const [first] = rows
    if (!first) throw noSession()
    if (first.body_hmac) return remembered({ body_hmac: first.body_hmac, outcome: first.outcome }, hmac) as CheckInReply
    if (!upload) throw refusal({ code: 'code-unreadable', facts: {} })
    if (upload.way === 'typed' && !counted) await countTyped(context, body.event)
    counted = true
    const events = rows.filter(({ id }) => (id as string | null) !== null)
    const { row, accepted } = choose(context, body, upload, events)
    const written = await write(context, body, hmac, row, accepted, replyOf(context, body, row, accepted))
    if (written) return written
  }
  throw lostRace()
}

/** What was scanned or typed; null = no code of a desk. */
function uploadOf({ code, digits, at, offset }: CheckInBody): OwnUpload | null {
  if (code !== null) {
    const read = readCode(code)
    return read?.kind === 'desk' ? { way: 'scan', code: read, at: at as Instant } : null
  }
  return digits === null ? null : { way: 'typed', digits, direction: null, at: at as Instant, offset }
}

/** Digits can be guessed: each try counts, before any rule is asked. Scanning isn't limited. */
async function countTyped({ deps, district, session }: SignedIn, event: string | null): Promise<void> {
  const most = valueOf(district.policy, 'check-in.typed-tries')
  const limit = { name: 'typed', most, window: TRIES_WINDOW_MS }
  await countAttempt(deps, limit, `${session.account}:${event ?? 'any'}`)
}

/** The person of the account, what is remembered of the request, and the events that may be meant with all that decides: one statement. */
async function load(context: SignedIn, body: CheckInBody, upload: OwnUpload | null): Promise<readonly Row[]> {
  const { rows } = await sql<Row>`
    select e.*, w.body as words_body, w.checked as words_checked, s.body as spot_body, s.checked as spot_checked,
           pa.person_id as me, x.created_at as me_since, p.person_id is not null as me_named,
           p.person_id is null and exists (select from check_in c where c.person_id = pa.person_id and c.by_person is null)
             as me_declared,
           q.body_hmac, q.outcome, g.state as registration, g.role,
           (select coalesce(json_agg(json_build_object('desk', d.desk, 'direction', d.direction, 'by', d.by_person,
                     'revoked', extract(epoch from d.revoked_at) * 1000) order by d.desk), '[]')
              from desk d where d.event_id = e.id) as desks,
           (select coalesce(json_agg(json_build_object('direction', b.direction, 'at', b.at)), '[]')
              from (select c.direction, extract(epoch from min(c.at)) * 1000 as at from check_in c
                     where c.person_id = pa.person_id and c.event_id = e.id group by c.direction) b) as before
      from person_account pa
      join person x on x.id = pa.person_id
      left join profile p on p.person_id = pa.person_id
      left join request q on q.actor = pa.account_id and q.request_id = ${body.requestId}::uuid
      left join event e on ${meant(context, body, upload)}
      left join event_words w on w.hash = e.words_hash
      left join event_words s on s.hash = e.spot_hash
      left join registration g on g.event_id = e.id and g.person_id = pa.person_id
     where pa.account_id = ${context.session.account}::uuid`.execute(context.district.db)
  return rows
}

/** Which event is meant: by its short code, or named beside the digits, or whichever one could check in to at the time. */
function meant(context: SignedIn, body: CheckInBody, upload: OwnUpload | null): RawBuilder<boolean> {
  if (!upload) return sql`false`
  if (upload.way === 'scan') return sql`e.code = ${upload.code.event}`
  if (body.event !== null) return sql`e.id = ${body.event}::uuid`
  const { before, after } = valueOf(context.district.policy, 'check-in.window')
  const times = timesOf(context, upload).map((time) => new Date(time))
  return sql`e.status = 'published' and exists (
    select from unnest(${times}::timestamptz[]) t
     where t >= e.start_at - ${before} * interval '1 minute' and t <= e.end_at + ${after} * interval '1 minute')`
}

/** When the digits may have been typed: now, or by the phone's clock, set right in one way or the other. */
function timesOf({ now, phoneTime }: SignedIn, { at, offset }: Extract<Upload, { way: 'typed' }>): readonly number[] {
  const kept = phoneTime === null ? [at] : [now - Math.max(0, phoneTime - at)]
  return [now, ...kept, ...(offset === null ? [] : [at + offset])].filter((time) => time > 0 && time <= now)
}

interface Chosen {
  readonly row: Row
  readonly accepted: Accepted
}

/** Of the events that may be meant the one whose desk shows this; of several the one that one has a place at. */
function choose(context: SignedIn, body: CheckInBody, upload: OwnUpload, rows: readonly Row[]): Chosen {
  const decided = rows.map((row) => ({ row, decision: decide(context, body, upload, row) }))
  const right = decided.flatMap(({ row, decision }) => (decision.ok ? [{ row, accepted: decision.value }] : []))
  const [only, ...more] = right.length > 1 ? right.filter(({ row }) => row.registration === 'registered') : right
  if (only && more.length === 0) {
    return only
  }
  if (right.length > 1) throw refusal({ code: 'event-not-named', facts: {} })
  const wrong = upload.way === 'scan' ? 'code-wrong' : 'digits-wrong'
  const said = decided.flatMap(({ decision }) => (decision.ok ? [] : [decision.refusal]))
  throw refusal(said.find(({ code }) => code !== wrong) ?? { code: wrong, facts: {} })
}

function decide(context: SignedIn, body: CheckInBody, upload: OwnUpload, row: Row): CheckInDecision<Accepted> {
  const { deps, district, now, phoneTime, session } = context
  const guards: CheckInGuards = {
    person: row.me,
    hasProfile: row.me_named,
    declared: body.declared || row.me_declared,
    event: {
      code: row.code,
      status: row.status,
      start: row.start_at.getTime() as Instant,
      end: row.end_at.getTime() as Instant,
      closed: row.closed_at === null ? null : (row.closed_at.getTime() as Instant),
    },
    desks: row.desks.map((desk) => ({ ...desk, key: deskKey(deps, row.id, desk.desk) })),
    registration: row.registration,
    ownKey: null,
    sentAt: phoneTime,
    spokeAt: session.spokeAt,
  }
  return decideCheckIn(upload, guards, mac, checkInRulesOf(district.policy), now)
}

function replyOf(context: SignedIn, { requestId }: CheckInBody, row: Row, accepted: Accepted): CheckInReply {
  const { now, district } = context
  const rules = checkInRulesOf(district.policy)
  const event = eventOfRow(row)
  const { direction, way, at, flags } = accepted
  const registered = row.registration === 'registered'
  const until = addDaysToInstant(row.me_since.getTime() as Instant, valueOf(district.policy, 'keeping.newcomer'))
  return {
    asOf: now,
    card: cardOf(context, row),
    direction,
    way,
    at,
    flags: [...flags],
    again: row.before.find((one) => one.direction === direction)?.at ?? null,
    role: (registered ? row.role : null) ?? 'attendee',
    registered,
    newcomer: row.me_named ? null : { digits: twoDigits(requestId), until },
    checkOutUntil: checkInWindow(event.terms, rules).until,
    leastMinutes: leastMinutes(event, rules),
  }
}

/**
 * Writes the fact and what is remembered of its request in one statement. Nothing is written, and null comes back, when the request is
 * there already (by then it can be read), the account was erased, or the event was closed or moved since it was read. The account's
 * row is locked before the event's, as an erasure does; the event's as the fact's foreign key would anyway.
 */
async function write(
  context: SignedIn,
  { requestId }: CheckInBody,
  hmac: Buffer,
  row: Row,
  { direction, way, desk, at, flags }: Accepted,
  reply: CheckInReply,
): Promise<CheckInReply | null> {
  const { district, now, session } = context
  const { rows } = await sql<{ outcome: CheckInReply }>`
    with a as (select account_id, person_id from person_account where account_id = ${session.account}::uuid for key share),
         e as (select event.id from a, event
                where event.id = ${row.id}::uuid and status = ${row.status} and start_at = ${row.start_at}
                  and end_at = ${row.end_at} and closed_at is not distinct from ${row.closed_at}::timestamptz
                  for key share of event),
         r as (insert into request (actor, request_id, route, body_hmac, outcome, at)
               select a.account_id, ${requestId}::uuid, ${ROUTE}::text, ${hmac}::bytea, ${JSON.stringify(reply)}::jsonb,
                      ${new Date(now)}::timestamptz
                 from e, a on conflict do nothing returning outcome),
         c as (insert into check_in (id, event_id, person_id, request_id, direction, way, desk, at, arrived_at, flags, policy)
               select ${factId(now)}::uuid, e.id, a.person_id, ${requestId}::uuid, ${direction}::text, ${way}::text,
                      ${desk}::int, ${new Date(at)}::timestamptz, ${new Date(now)}::timestamptz, ${[...flags]}::text[],
                      ${district.policy.version}::text
                 from e, a, r)
    select outcome from r`.execute(district.db)
  return rows[0]?.outcome ?? null
}
