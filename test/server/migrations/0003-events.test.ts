import { randomUUID } from 'node:crypto'
import type { MeReply, MyDataReply } from '#contract/me'
import { makePool } from '../../../server/database/connect'
import { tokenHash, newToken } from '../../../server/services/tokens'
import { createTestDatabase, TEMPLATE_NOW, testDistricts, type TestDatabase } from '../../support/cluster'
import { published, register } from '../events/scene'
import { newAdult, newHall } from '../kit/events'
import { inspect, type Inspector } from '../kit/inspect'
import { must, newPerson } from '../kit/people'
import { backTo, takeOver } from '../kit/versions'
import { caller, newRequestId } from '../support'

/** A database as the second version left it is taken over by the third: roles and the log stay, and events can begin. */

const BRANCH = 'SH-X01-2'

let database: TestDatabase
let seen: Inspector

beforeEach(async () => {
  database = await createTestDatabase()
  await backTo(database, { platform: '0002-desk', district: '0002-path' })
  seen = await inspect(database)
})
afterEach(async () => {
  await seen.end()
  await database.drop()
})

/** Somebody as the second version wrote them, with an office; their session's token. */
async function oldPerson(role: 'branch-secretary' | 'committee-officer' | null): Promise<{
  readonly person: string
  readonly token: string
}> {
  const [person, account, token] = [randomUUID(), randomUUID(), newToken()]
  await seen.query(`insert into saihan.person values ($1, $2)`, [person, new Date(TEMPLATE_NOW)])
  await seen.query(
    `insert into platform.account (id, code, appid, openid, created_at, last_sign_in_at)
     values ($1, $2, 'wx0123456789abcdef', $3, $4, $4)`,
    [account, `${account.slice(0, 4)}-AAAA`, `o-${account}`, new Date(TEMPLATE_NOW)],
  )
  await seen.query(
    `insert into platform.session (token_hash, account_id, district, created_at, expires_at)
     values ($1, $2, 'saihan', $3, '2026-04-01T00:00:00Z')`,
    [tokenHash(token), account, new Date(TEMPLATE_NOW)],
  )
  await seen.query(`insert into saihan.person_account values ($1, $2, $3)`, [account, person, new Date(TEMPLATE_NOW)])
  await seen.query(`insert into saihan.standing (person_id) values ($1)`, [person])
  if (role) {
    await seen.query(
      `insert into saihan.role_grant values ($1, $2, $3, $4, '2099-12-31', 'operator', '2026-02-01T00:00:00Z')`,
      [randomUUID(), person, role, role === 'branch-secretary' ? BRANCH : 'SH-X01'],
    )
  }
  return { person, token }
}

test('who held an office holds it, who was looked at reads so, and a venue’s host makes an event', async () => {
  const secretary = await oldPerson('branch-secretary')
  const youth = await oldPerson(null)
  await seen.query(
    `insert into saihan.access_log (id, by_person, role, organisation, what, about_person, at, reason)
     values ($1, $2, 'branch-secretary', $3, 'path', $4, '2026-02-28T01:00:00Z', null)`,
    [randomUUID(), secretary.person, BRANCH, youth.person],
  )
  const grants = await seen.query('select * from saihan.role_grant')

  const api = await takeOver(database)
  try {
    expect(await seen.query('select * from saihan.role_grant')).toEqual(grants.map((row) => ({ ...row, venue: null })))
    const me = must(200, 200, await caller(api, secretary.token).call('GET', '/v1/me')).body as MeReply
    expect(me.roles).toMatchObject([{ role: 'branch-secretary', organisation: { code: BRANCH }, venue: null }])
    must(200, 200, await caller(api, secretary.token).call('GET', `/v1/organisations/${BRANCH}/people`))
    const data = must(200, 200, await caller(api, youth.token).call('GET', '/v1/me/data')).body as MyDataReply
    expect(data).toMatchObject({
      accesses: [{ on: '2026-02-28', what: 'path' }],
      registrations: [],
      messages: 0,
    })
    // The old secretary answers what a new host asks.
    const hall = await newHall(api)
    const [event, somebody] = [await published(api, hall.host), await newAdult({ api, code: BRANCH })]
    must(201, 201, await register(somebody, event))
    const asks = { requestId: newRequestId(), organisation: BRANCH, tenths: 10 }
    must(201, 201, await hall.host.call('POST', `/v1/events/${event}/class-request`, asks))
    const url = `/v1/organisations/${BRANCH}/class-requests/${event}/answer`
    must(201, 201, await caller(api, secretary.token).call('POST', url, { requestId: newRequestId(), yes: true }))
    must(200, 200, await hall.host.call('GET', `/v1/events/${event}/registrations`))
    expect(await seen.query(`select 1 from saihan.access_log where what = 'registrations'`)).toHaveLength(1)
  } finally {
    await api.close()
  }
})

test('facts of events stay facts, also for the owner, and what makes no sense isn’t taken', async () => {
  const api = await takeOver(database)
  const owner = makePool({ url: database.ownerUrl, schema: 'saihan', max: 1 })
  try {
    const hall = await newHall(api)
    const [event, somebody] = [await published(api, hall.host), await newPerson(api)]
    for (const statement of [
      `update event_act set no = no + 1`,
      `delete from event_act where event_id = '${event}'`,
      'truncate event_act',
      `update role_grant set venue = null`,
    ]) {
      await expect(owner.query(statement)).rejects.toMatchObject({ code: '23001' })
    }
    const act = (what: string, person: string, no = 9) =>
      owner.query(
        `insert into event_act (id, event_id, no, act, person_id, at, policy)
         select gen_random_uuid(), event_id, ${String(no)}, ${what}, ${person}, at, policy from event_act where no = 1`,
      )
    const who = `'${somebody.person}'::uuid`
    // Unknown; of a person without one; of an event with one; a number that is taken.
    for (const [what, person] of [
      [`'promoted'`, 'null'],
      [`'registered'`, 'null'],
      [`'moved'`, who],
    ] as const) {
      await expect(act(what, person)).rejects.toMatchObject({ code: '23514' })
    }
    await expect(act(`'announced'`, 'null', 1)).rejects.toMatchObject({ code: '23505' })
    // A host of no venue, and a secretary of one.
    const grant = (role: string, venue: string) =>
      owner.query(
        `insert into role_grant (id, person_id, role, organisation, until, granted_by, at, venue)
         values (gen_random_uuid(), ${who}, '${role}', 'SH-RML', '2099-12-31', 'operator', now(), ${venue})`,
      )
    await expect(grant('venue-host', 'null')).rejects.toMatchObject({ code: '23514' })
    await expect(grant('branch-secretary', `'V01'`)).rejects.toMatchObject({ code: '23514' })
    await expect(grant('venue-host', `'V99'`)).rejects.toMatchObject({ code: '23503' })
  } finally {
    await owner.end()
    await api.close()
  }
})

test('every district gets it, and only its own', async () => {
  const api = await takeOver(database)
  await api.close()
  for (const { slug } of testDistricts()) {
    const tables = await seen.query<{ name: string }>(
      `select table_name as name from information_schema.tables
        where table_schema = $1 and table_name in ('event', 'event_act', 'event_words', 'registration', 'inbox') order by 1`,
      [slug],
    )
    expect(tables.map(({ name }) => name)).toEqual(['event', 'event_act', 'event_words', 'inbox', 'registration'])
  }
})
