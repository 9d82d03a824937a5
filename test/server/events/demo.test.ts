import { seedDemo } from '../../../server/demo/seed'
import { startApi, type TestApi } from '../support'

/** The demo's story of events: told once, by the rules, readable by everybody. */
let api: TestApi
beforeAll(async () => {
  api = await startApi()
  await seedDemo(api.deps, api.district())
})
afterAll(() => api.close())

it('fills a season’s weeks with events that anybody can read, and one whose places are taken', async () => {
  const { created_at: origin } = await api.deps.platform
    .selectFrom('installation')
    .select('created_at')
    .executeTakeFirstOrThrow()
  const day = (days: number) => new Date(origin.getTime() + days * 86_400_000).toISOString().slice(0, 10)
  const got = await api.app.inject({
    url: `/v1/events?from=${day(-14)}&to=${day(20)}`,
    headers: { 'x-district': 'saihan' },
  })
  const { events } = got.json<{
    events: { title: string; words: string; roles: { left: number; waiting: number }[] }[]
  }>()
  expect(events).toHaveLength(10)
  for (const { title, words } of events) expect([title.endsWith('（示例）'), words]).toEqual([true, 'clear'])
  expect(events.find(({ title }) => title.startsWith('周末读书会'))?.roles).toMatchObject([{ left: 0, waiting: 1 }])
})
