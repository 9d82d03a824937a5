import { maskName } from '#domain/profile/occupation'
import type { AddBody, EventActReply, RegistrationRow, RegistrationsReply } from '#contract/event'
import type { SignedIn } from '../../context'
import { lostRace, notFound, refusal } from '../../problem'
import { logAccess } from '../access-log'
import { once } from '../once'
import { lockPerson } from '../person'
import type { Trx } from '../acts'
import { authoriseOverEvent } from './authorise'
import { recordRegistration } from './mine'
import { openStream } from './stream'

/** So many people at most are listed; whoever looks for one searches. */
const LISTED = 200

/** Who has registered, masked; a search finds by a part of the name. Logged as a look at each of them. */
export async function readRegistrations(
  context: SignedIn,
  id: string,
  search: string | undefined,
): Promise<RegistrationsReply> {
  const authority = await authoriseOverEvent(context, 'GET /v1/events/:event/registrations', id)
  const wanted = (search ?? '').trim()
  let found = context.district.db
    .selectFrom('registration as r')
    .leftJoin('profile as p', 'p.person_id', 'r.person_id')
    .select(['r.person_id', 'r.role', 'r.state', 'r.arrival', 'r.since', 'r.by_host', 'p.name'])
    .where('r.event_id', '=', id)
  if (wanted !== '') found = found.where(({ eb, fn }) => eb(fn<number>('strpos', ['p.name', eb.val(wanted)]), '>', 0))
  const rows = await found
    .orderBy('r.arrival')
    .limit(LISTED + 1)
    .execute()
  const seen = rows.slice(0, LISTED)
  await logAccess(
    context,
    authority,
    'registrations',
    seen.map((row) => row.person_id).filter((person) => person !== authority.asker.person),
  )
  const waiting = await context.district.db
    .selectFrom('registration')
    .select(['person_id', 'role'])
    .where('event_id', '=', id)
    .where('state', '=', 'waiting')
    .orderBy('arrival')
    .execute()
  const placeOf = (person: string, role: string) => {
    const place = waiting.filter((one) => one.role === role).findIndex((one) => one.person_id === person)
    return place === -1 ? null : place + 1
  }
  return {
    asOf: context.now,
    people: seen.map((row): RegistrationRow => ({
      person: row.person_id,
      name: row.name === null ? null : maskName(row.name),
      role: row.role,
      state: row.state,
      place: placeOf(row.person_id, row.role),
      since: row.since.getTime(),
      byHost: row.by_host,
    })),
    more: rows.length > LISTED,
  }
}

/** A host puts somebody on, by the code that its owner reads in 我的. */
export function addByHost(context: SignedIn, id: string, body: AddBody): Promise<EventActReply> {
  const route = 'POST /v1/events/:event/registrations'
  const act = { requestId: body.requestId, route: `${route} ${id}`, body }
  const begin = async (trx: Trx) => {
    const { asker } = await authoriseOverEvent(context, route, id, trx)
    const person = await personOfAccount(trx, context, body.account)
    if (person === asker.person) throw refusal({ code: 'own-row', facts: {} })
    await lockPerson(trx, person)
    // Again under the lock: an erasure that came first leaves nobody to put on.
    if ((await personOfAccount(trx, context, body.account)) !== person) throw lostRace()
    const stream = await openStream(trx, context, id, person)
    if (!stream) throw notFound()
    return { asker, person, stream }
  }
  return once(context, act, begin, async (trx, { asker, person, stream }) => {
    await recordRegistration(trx, context, stream, person, { act: 'add', role: body.role }, asker.person)
    return { event: id }
  })
}

/** Whose account has a code. */
export async function personOfAccount(trx: Trx, { deps }: SignedIn, code: string): Promise<string> {
  const account = await deps.platform.selectFrom('account').select('id').where('code', '=', code).executeTakeFirst()
  const link = account
    ? await trx.selectFrom('person_account').select('person_id').where('account_id', '=', account.id).executeTakeFirst()
    : undefined
  if (!link) throw refusal({ code: 'account-unknown', facts: {} })
  return link.person_id
}
