import { seedDemo } from '../../../server/demo/seed'
import type { AttendanceReply } from '#contract/check-in'
import { asPersona, startApi, type TestApi } from '../support'

/** The demo's story of events: told once, by the rules, readable by everybody. */
let api: TestApi
let origin: number
beforeAll(async () => {
  api = await startApi()
  await seedDemo(api.deps, api.district())
  const { created_at: created } = await api.deps.platform
    .selectFrom('installation')
    .select('created_at')
    .executeTakeFirstOrThrow()
  origin = created.getTime()
})
afterAll(() => api.close())

const day = (days: number) => new Date(origin + days * 86_400_000).toISOString().slice(0, 10)
const span = () => `from=${day(-14)}&to=${day(20)}`

it('fills a season’s weeks with events that anybody can read, and one whose places are taken', async () => {
  const got = await api.app.inject({
    url: `/v1/events?${span()}`,
    headers: { 'x-district': 'saihan' },
  })
  const { events } = got.json<{
    events: { title: string; words: string; roles: { left: number; waiting: number }[] }[]
  }>()
  expect(events).toHaveLength(11)
  for (const { title, words } of events) expect([title.endsWith('（示例）'), words]).toEqual([true, 'clear'])
  expect(events.find(({ title }) => title.startsWith('周末读书会'))?.roles).toMatchObject([{ left: 0, waiting: 1 }])
})

it('has an evening that can be lived at once, and one that is over and waits to be closed', async () => {
  const host = await asPersona(api, 'host')
  const read = async (title: string) => {
    const { events } = (await host.call('GET', `/v1/venues/V01/events?${span()}`)).body as {
      events: { card: { id: string; title: string } }[]
    }
    const id = events.find(({ card }) => card.title.startsWith(title))?.card.id ?? ''
    return (await host.call('GET', `/v1/events/${id}/attendance`)).body as AttendanceReply
  }
  const tonight = await read('今晚')
  expect(tonight).toMatchObject({
    team: 'lead',
    closed: null,
    people: [{ in: null }, { in: null }, { in: null }],
    closeOut: { accepted: 0 },
  })
  // Within half an hour of the demo's making: one can come at once.
  const minutes = (tonight.card.start - origin) / 60_000
  expect([minutes >= 20, minutes <= 25, tonight.keysFrom < origin]).toEqual([true, true, true])
  expect(tonight.card.roles).toMatchObject([
    { role: 'attendee', tenths: 20 },
    { role: 'volunteer', minutes: 90 },
  ])
  const past = await read('深秋')
  expect(past).toMatchObject({
    team: 'lead',
    closed: null,
    heads: null,
    closeOut: { accepted: 2, noCheckOut: [expect.any(String)] },
  })
  expect(past.people.map(({ inWay, outWay }) => [inWay, outWay])).toEqual([
    ['sheet', null],
    ['sheet', 'sheet'],
  ])
})
