import { sql } from 'kysely'
import { addDays, localDateAt, type Instant } from '#domain/time'
import { readCode, stepStart, type ReadCode } from '#domain/checkin/code'
import { decideCheckIn, type Accepted, type CheckInGuards } from '#domain/checkin/decide'
import type { CheckInDecision } from '#domain/checkin/refusal'
import { checkInRulesOf } from '#domain/checkin/rules'
import type { RegistrationState } from '#domain/events/registration'
import type { HostCheckInBody, HostCheckInReply } from '#contract/check-in'
import type { SignedIn } from '../../context'
import { grantedOr, HttpProblem, notFound, refusal } from '../../problem'
import type { Trx } from '../acts'
import { personOfAccount } from '../events/registrations'
import { factId } from '../ids'
import { once } from '../once'
import { rowsOf } from './attendance'
import { authoriseTeam } from './authorise'
import { mac, ownKey } from './keys'
import { loadSheet } from './sheet-of'

type OwnCode = Extract<ReadCode, { kind: 'own' }>

/** What is remembered of it: ids and codes, nobody's name. */
interface Recorded {
  readonly recorded: readonly string[]
  readonly refused: readonly { readonly person: string; readonly code: string }[]
}

/** Somebody whom a host means, with what decides about them. */
interface Target {
  readonly person: string
  readonly named: boolean
  readonly declared: boolean
  readonly came: boolean
  readonly registration: RegistrationState | null
}

/**
 * Somebody of the team records that people came or went: by a person's own code, by the roll or a sheet of paper, or by the code of the account of
 * who hadn't registered. One fact a person. Of a list each who can't be recorded is told by their id.
 */
export async function recordByHost(context: SignedIn, id: string, body: HostCheckInBody): Promise<HostCheckInReply> {
  const route = 'POST /v1/events/:event/check-ins'
  const claim = claimOf(body)
  const act = { requestId: body.requestId, route: `${route} ${id}`, body }
  const begin = (trx: Trx) => authoriseTeam(context, route, id, trx)
  const { recorded, refused } = await once<{ asker: { person: string } }, Recorded>(
    context,
    act,
    begin,
    async (trx, { asker }) => {
      const event = await eventOf(trx, id)
      if (claim.people === null) {
        const { person, accepted } = await one(trx, context, id, event, body, claim, asker.person)
        await write(trx, context, id, body, asker.person, new Map([[person, accepted]]))
        return { recorded: [person], refused: [] }
      }
      return list(trx, context, id, event, body, claim.people, asker.person)
    },
  )
  const authority = await authoriseTeam(context, route, id)
  const { db } = context.district
  const row = await db.selectFrom('event').select(['id', 'state']).where('id', '=', id).executeTakeFirst()
  if (!row) throw notFound()
  return {
    asOf: context.now,
    recorded: await rowsOf(context, authority, await loadSheet(db, row), recorded),
    refused: [...refused],
  }
}

type Claim =
  | { readonly way: 'own'; readonly code: OwnCode; readonly people: null }
  | { readonly way: 'walk-in'; readonly account: string; readonly people: null }
  | { readonly way: 'roll' | 'sheet'; readonly people: readonly string[] }

/** Each way has its own field, and only that one. */
function claimOf({ way, code, account, people }: HostCheckInBody): Claim {
  const only = (field: 'code' | 'account' | 'people') => {
    const given = { code: code !== null, account: account !== null, people: people.length > 0 }
    for (const name of ['code', 'account', 'people'] as const) {
      if (given[name] !== (name === field)) throw new HttpProblem(400, 'invalid-input', { field: `/${name}` })
    }
  }
  if (way === 'own') {
    only('code')
    const read = readCode(code ?? '')
    if (read?.kind !== 'own') throw refusal({ code: 'code-unreadable', facts: {} })
    return { way, code: read, people: null }
  }
  if (way === 'walk-in') {
    only('account')
    return { way, account: account ?? '', people: null }
  }
  only('people')
  return { way, people: [...new Set(people)] }
}

/** Read under the lock that a fact's foreign key takes anyway: who closes the event waits for it, or it for them. */
async function eventOf(trx: Trx, id: string): Promise<CheckInGuards['event']> {
  const row = await trx
    .selectFrom('event')
    .select(['code', 'status', 'start_at', 'end_at', 'closed_at'])
    .where('id', '=', id)
    .forKeyShare()
    .executeTakeFirst()
  if (!row) throw notFound()
  return {
    code: row.code,
    status: row.status,
    start: row.start_at.getTime() as Instant,
    end: row.end_at.getTime() as Instant,
    closed: row.closed_at === null ? null : (row.closed_at.getTime() as Instant),
  }
}

/** One person, by a code: who can't be recorded is a refusal. */
async function one(
  trx: Trx,
  context: SignedIn,
  id: string,
  event: CheckInGuards['event'],
  body: HostCheckInBody,
  claim: Extract<Claim, { people: null }>,
  asker: string,
): Promise<{ readonly person: string; readonly accepted: Accepted }> {
  const owner = claim.way === 'own' ? await ownerOf(trx, context, claim.code) : null
  const person = claim.way === 'own' ? owner?.person : await personOfAccount(trx, context, claim.account)
  if (person === undefined) throw refusal({ code: 'own-code-unknown', facts: {} })
  if (person === asker) throw refusal({ code: 'own-row', facts: {} })
  const target = (await targetsOf(trx, id, [person])).get(person)
  if (!target) throw refusal({ code: 'person-unknown', facts: {} })
  const own = claim.way === 'own' && owner ? { code: claim.code, key: owner.key } : null
  return { person, accepted: grantedOr(decide(context, event, body, target, own)) }
}

/** Whose own code it is: by the tag of the day on which it was shown, or, around midnight, of the day before. */
async function ownerOf(
  trx: Trx,
  { deps }: SignedIn,
  { tag, step }: OwnCode,
): Promise<{ readonly person: string; readonly key: string } | null> {
  const day = localDateAt(stepStart(step))
  const row = await trx
    .selectFrom('own_code')
    .select(['person_id', 'day'])
    .where('tag', '=', tag)
    .where('day', 'in', [day, addDays(day, -1)])
    .orderBy('day', 'desc')
    .executeTakeFirst()
  return row ? { person: row.person_id, key: ownKey(deps, row.person_id, row.day, tag) } : null
}

/** Many, by name: who isn't known at this event, oneself, and whom the rules refuse are told by their ids. */
async function list(
  trx: Trx,
  context: SignedIn,
  id: string,
  event: CheckInGuards['event'],
  body: HostCheckInBody,
  people: readonly string[],
  asker: string,
): Promise<Recorded> {
  const targets = await targetsOf(trx, id, people)
  const accepted = new Map<string, Accepted>()
  const refused: { person: string; code: string }[] = []
  for (const person of people) {
    const target = targets.get(person)
    if (person === asker) {
      refused.push({ person, code: 'own-row' })
    } else if (!target || (target.registration === null && !target.came)) {
      refused.push({ person, code: 'person-unknown' })
    } else {
      const decision = decide(context, event, body, target, null)
      if (decision.ok) accepted.set(person, decision.value)
      else refused.push({ person, code: decision.refusal.code })
    }
  }
  await write(trx, context, id, body, asker, accepted)
  return { recorded: [...accepted.keys()], refused }
}

async function targetsOf(trx: Trx, event: string, people: readonly string[]): Promise<ReadonlyMap<string, Target>> {
  const { rows } = await sql<Target>`
    select x.id as person, p.person_id is not null as named, g.state as registration,
           exists (select from check_in c where c.person_id = x.id and c.event_id = ${event}::uuid) as came,
           exists (select from check_in c where c.person_id = x.id and c.by_person is null) as declared
      from person x
      left join profile p on p.person_id = x.id
      left join registration g on g.person_id = x.id and g.event_id = ${event}::uuid
     where x.id = any(${[...people]}::uuid[])`.execute(trx)
  return new Map(rows.map((row) => [row.person, row]))
}

function decide(
  { now, district, phoneTime }: SignedIn,
  event: CheckInGuards['event'],
  { way, direction, at }: HostCheckInBody,
  { person, named, declared, registration }: Target,
  own: { readonly code: OwnCode; readonly key: string } | null,
): CheckInDecision<Accepted> {
  const guards: CheckInGuards = {
    person,
    hasProfile: named,
    declared,
    event,
    desks: [],
    registration,
    ownKey: own?.key ?? null,
    sentAt: phoneTime,
    // Of the host's session, which says nothing about the person.
    spokeAt: null,
  }
  const upload = { way, code: own?.code ?? null, direction, at: at as Instant }
  return decideCheckIn(upload, guards, mac, checkInRulesOf(district.policy), now)
}

async function write(
  trx: Trx,
  { now, district }: SignedIn,
  event: string,
  { requestId }: HostCheckInBody,
  by: string,
  people: ReadonlyMap<string, Accepted>,
): Promise<void> {
  if (people.size === 0) return
  await trx
    .insertInto('check_in')
    .values(
      Array.from(people, ([person, { direction, way, at, flags }]) => ({
        id: factId(now),
        event_id: event,
        person_id: person,
        request_id: requestId,
        direction,
        way,
        desk: null,
        at: new Date(at),
        arrived_at: new Date(now),
        by_person: by,
        flags,
        policy: district.policy.version,
      })),
    )
    .execute()
}
