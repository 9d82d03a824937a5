import { newYouth, register } from '../events/scene'
import { must } from '../kit/people'
import { newRequestId, startApi, type TestApi } from '../support'
import { come, hostSays, linkOf, MINUTE, newEvening, send } from './scene'

/** Somebody checks in at the very moment in which a lead closes: the close has seen them, or they are flagged as having come after it. */

let api: TestApi
let second: TestApi

beforeAll(async () => {
  api = await startApi()
  second = await startApi({ database: api.database, now: api.now() })
})
afterAll(async () => {
  await second.close()
  await api.close()
})

interface Flagged {
  readonly flags: readonly string[]
}

it.each(['by their own phone', 'by the roll'] as const)('%s: never closed over, and never unflagged', async (how) => {
  const start = api.now()
  for (let round = 0; round < 25; round++) {
    const door = await newEvening(api)
    const [youth, late] = [await newYouth(api), await newYouth(api)]
    for (const one of [youth, late]) must(201, 201, await register(one, door.event))
    await come(api, youth, door)
    api.setNow(door.end + 5 * MINUTE)
    second.setNow(api.now())
    await come(api, youth, door, 'out')
    const say = (url: string, body: object) =>
      door.host.call('POST', `/v1/events/${door.event}/${url}`, { requestId: newRequestId(), ...body })
    must(201, 201, await say('settlements', { act: 'heads-counted', heads: 5, guests: 0 }))
    const checkIn =
      how === 'by the roll'
        ? hostSays(second, door.host, door.event, { way: 'roll', people: [late.person] })
        : send(second, late, { code: linkOf(door, 'in', api.now()) })
    const [got, closed] = await Promise.all([checkIn, say('close', {})])
    must(201, 201, got)
    const reply = got.body as { readonly recorded?: readonly Flagged[] } & Flagged
    const { flags } = reply.recorded?.[0] ?? reply
    const outcome = `${String(closed.status)}${flags.includes('after-close') ? ' after-close' : ''}`
    // 409: the lead hasn't seen who came while the locks were being taken.
    expect(['201 after-close', '422', '409']).toContain(outcome)
    api.setNow(start)
    second.setNow(start)
  }
})
