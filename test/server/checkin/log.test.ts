import pg from 'pg'
import { newYouth, register } from '../events/scene'
import { nameInto } from '../kit/check-ins'
import { accountCode, newHall } from '../kit/events'
import { must, newPerson } from '../kit/people'
import { newRequestId, startApi, type TestApi } from '../support'
import { checkInBody, hostSays, linkOf, newEvening, ownCodeOf, send, shown } from './scene'

/** What a log may know of an evening: patterns and codes of refusals. No code that was shown, no key, no digits, nobody. */

const NAME = '日志里不该有的人'
const REASON = '理由绝密甲'

let api: TestApi
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api.close())

it('an evening with all that goes wrong leaves no code, key, digit, tag, name or id in the log', async () => {
  const hall = await newHall(api)
  const door = await newEvening(api, {}, hall.host)
  const youth = await newYouth(api, NAME)
  const newcomer = await newPerson(api)
  must(201, 201, await register(youth, door.event))
  const { code, digits } = shown(door, 'in', api.now())
  const sent = [
    checkInBody(api, { code: linkOf(door, 'in', api.now()) }),
    checkInBody(api, { code: encodeURIComponent(linkOf(door, 'out', api.now())) }),
    checkInBody(api, { digits, event: door.event }),
    checkInBody(api, { code: `${code.slice(0, -1)}2` }),
    checkInBody(api, { digits: '123456' }),
    checkInBody(api, { code: NAME }),
    { ...checkInBody(api, { code }), requestId: code },
  ]
  for (const body of sent) await send(api, youth, {}, body)
  await send(api, newcomer, { code })
  await send(api, newcomer, { code, declared: true })
  const own = await ownCodeOf(api, youth)
  const key = (must(201, 201, await youth.call('POST', '/v1/me/own-code')).body as { key: string }).key
  const account = await accountCode(newcomer)
  for (const said of [
    { way: 'own', code: own },
    { way: 'own', code },
    { way: 'roll', people: [youth.person, newcomer.person] },
    { way: 'walk-in', account },
  ])
    await hostSays(api, hall.host, door.event, said)
  await nameInto({ hall }, door.event, newcomer, 'helper')
  await newcomer.call('GET', `/v1/events/${door.event}/attendance`)
  const strike = { requestId: newRequestId(), people: [youth.person], struck: true, reason: REASON }
  must(201, 201, await hall.host.call('POST', `/v1/events/${door.event}/strikes`, strike))
  await youth.call('GET', `/v1/events/${door.event}/attendance`)

  // And a fault inside the server, with all of it in PostgreSQL's own words.
  const owner = new pg.Client({ connectionString: api.database.ownerUrl })
  await owner.connect()
  await owner.query(`alter table saihan.check_in add constraint nobody check (way = 'nothing') not valid`)
  expect((await send(api, youth, { code })).status).toBe(500)
  await owner.query('alter table saihan.check_in drop constraint nobody')
  await owner.end()

  const log = api.logged.join('\n')
  expect(log).toContain('/v1/me/check-ins')
  expect(log).toContain('/v1/events/:event/check-ins')
  expect(log).toContain('"constraint":"nobody"')
  const secrets = [
    ...[code, code.slice(15), own, own.slice(15), own.slice(1, 9), door.code, digits, '123456', key, NAME, REASON],
    ...door.desks.map((desk) => desk.key),
    ...sent.map(({ requestId }) => String(requestId)),
    ...[youth, newcomer, hall.host].flatMap(({ token, person, account: id }) => [token, person, id]),
    ...[account, door.event],
  ]
  expect(secrets.filter((secret) => log.includes(secret))).toEqual([])
})
