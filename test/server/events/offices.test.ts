import type { MeReply } from '#contract/me'
import type { Instant } from '#domain/time'
import { tick } from '../../../server/jobs/tick'
import { inspect, type Inspector } from '../kit/inspect'
import { newPerson, type Somebody } from '../kit/people'
import { newRequestId, startApi, type TestApi } from '../support'
import { DAY, HOUR, inboxOf, newHost, newYouth, published, register, termsOf, VENUE } from './scene'

/** What offices do about events: name one a class, let words be read, look at the season; and what a host sees of people. */

const DISTRICT = 'SH'
const TOWN = 'SH-RML'
const BRANCH = 'SH-X01-2'

let api: TestApi
let seen: Inspector
let host: Somebody
let secretary: Somebody
let town: Somebody
let district: Somebody
let root: string
/** What WeChat says of a text. */
let verdict: 'pass' | 'risky' | 'unknown' = 'unknown'

beforeAll(async () => {
  api = await startApi({
    wechat: {
      appId: 'wx0123456789abcdef',
      code2session: (openid) => Promise.resolve({ openid }),
      checkText: () => Promise.resolve(verdict),
    },
  })
  seen = await inspect(api.database)
  root = api.district().organisations.find(({ parent }) => parent === null)?.code ?? DISTRICT
  host = await newHost(api)
  secretary = await newPerson(api, { office: { role: 'branch-secretary', organisation: BRANCH } })
  town = await newPerson(api, { office: { role: 'committee-officer', organisation: TOWN } })
  district = await newPerson(api, { office: { role: 'district-officer', organisation: root } })
})
afterEach(() => {
  verdict = 'unknown'
})
afterAll(async () => {
  await seen.end()
  await api.close()
})

interface Card {
  readonly id: string
  readonly title: string
  readonly words: string
  readonly roles: readonly { role: string; minutes: number | null; tenths: number | null }[]
}

const cardOf = async (event: string): Promise<Card> => {
  const got = await secretary.call('GET', `/v1/events/${event}`)
  return (got.body as { event: { card: Card } }).event.card
}

it('reads of each office whether there are venues, without which nothing about events is its to do', async () => {
  const has = async (who: Somebody) =>
    ((await who.call('GET', '/v1/me')).body as MeReply).roles.map(({ hasVenues }) => hasVenues)
  const school = await newPerson(api, { office: { role: 'committee-officer', organisation: 'SH-X01' } })
  expect(await Promise.all([host, secretary, school, town, district].map(has))).toEqual([
    ...[[true], [false], [false]],
    ...[[true], [true]],
  ])
})

describe('a class', () => {
  const ask = (event: string, tenths: number, organisation = BRANCH) =>
    host.call('POST', `/v1/events/${event}/class-request`, { requestId: newRequestId(), organisation, tenths })
  const answer = (who: Somebody, event: string, yes: boolean, organisation = BRANCH) =>
    who.call('POST', `/v1/organisations/${organisation}/class-requests/${event}/answer`, {
      requestId: newRequestId(),
      yes,
    })

  it('is one only when the organisation that was asked says so; the host is told', async () => {
    const event = await published(api, host)
    expect((await cardOf(event)).roles).toMatchObject([{ role: 'attendee', tenths: null }])
    // Two hours hold 26 tenths of 45 minutes.
    expect((await ask(event, 27)).body).toMatchObject({ code: 'class-out-of-range', facts: { maximum: 26 } })
    expect((await ask(event, 20)).status).toBe(201)
    expect((await cardOf(event)).roles).toMatchObject([{ tenths: null }])
    const { body } = await secretary.call('GET', `/v1/organisations/${BRANCH}/class-requests`)
    expect(body).toMatchObject({ requests: [{ card: { id: event }, tenths: 20 }] })
    // Another office, another organisation: as if it weren't there.
    expect((await answer(town, event, true)).status).toBe(404)
    expect((await answer(town, event, true, TOWN)).status).toBe(404)
    expect((await answer(secretary, event, true)).status).toBe(201)
    expect((await cardOf(event)).roles).toMatchObject([{ role: 'attendee', tenths: 20, minutes: null }])
    expect(await inboxOf(host, event)).toEqual(['class-answered'])
    expect((await answer(secretary, event, false)).body).toMatchObject({ code: 'class-not-asked' })
  })

  it('of a no can be asked for again', async () => {
    const event = await published(api, host)
    await ask(event, 10)
    expect((await ask(event, 10)).body).toMatchObject({ code: 'class-already-asked' })
    await answer(secretary, event, false)
    expect((await ask(event, 10, TOWN)).status).toBe(201)
    expect((await answer(town, event, true, TOWN)).status).toBe(201)
  })
})

describe('words', () => {
  it('that WeChat lets through are read by others at once; what it refuses isn’t written', async () => {
    verdict = 'pass'
    const event = await published(api, host, { title: '一起读一本书' })
    expect(await cardOf(event)).toMatchObject({ title: '一起读一本书', words: 'clear' })
    verdict = 'risky'
    const refused = await host.call('POST', `/v1/venues/${VENUE}/events`, termsOf(api, { title: '别的话' }))
    expect(refused.body).toMatchObject({ status: 422, code: 'words-refused' })
  })

  it('that WeChat can’t be asked about: listed ones are refused, the others are read after a person’s look', async () => {
    const listed = await host.call('POST', `/v1/venues/${VENUE}/events`, termsOf(api, { notes: '可以刷单' }))
    expect(listed.body).toMatchObject({ code: 'words-refused' })
    const event = await published(api, host, { title: '等人看过的题目', spot: '二楼' })
    expect(await cardOf(event)).toMatchObject({ title: '', words: 'waiting', spot: null })
    const list = (await town.call('GET', `/v1/organisations/${TOWN}/words`)).body as {
      words: { id: string; event: string; body: Record<string, string> }[]
    }
    const mine = list.words.filter((one) => one.event === event)
    expect(mine.map(({ body }) => body).sort()).toEqual(
      expect.arrayContaining([{ spot: '二楼' }, { title: '等人看过的题目', notes: '带上自己喜欢的一本书' }]),
    )
    const say = (who: Somebody, words: string, yes: boolean, organisation = TOWN) =>
      who.call('POST', `/v1/organisations/${organisation}/words/${words}/answer`, { requestId: newRequestId(), yes })
    // Not the other town's, and never one's own.
    expect((await say(town, mine[0]?.id ?? '', true, 'SH-DXX')).status).toBe(404)
    for (const { id } of mine) expect((await say(district, id, true, root)).status).toBe(201)
    expect(await cardOf(event)).toMatchObject({ title: '等人看过的题目', words: 'clear', spot: '二楼' })
    expect((await say(town, mine[0]?.id ?? '', false)).body).toMatchObject({ code: 'words-not-waiting' })
  })
})

describe('a host', () => {
  it('sees who has registered masked, and the look is logged', async () => {
    const event = await published(api, host)
    const youth = await newYouth(api, '示例姓名')
    await register(youth, event)
    const got = await host.call('GET', `/v1/events/${event}/registrations`)
    expect(got.body).toMatchObject({
      people: [{ person: youth.person, name: '示**', role: 'attendee', state: 'registered' }],
    })
    expect(got.raw).not.toContain('示例姓名')
    const [log] = await seen.query<{ n: number }>(
      `select count(*)::int as n from saihan.access_log where about_person = '${youth.person}' and what = 'registrations'`,
    )
    expect(log?.n).toBe(1)
    const search = (text: string) =>
      host.call('GET', `/v1/events/${event}/registrations?search=${encodeURIComponent(text)}`)
    expect((await search('姓名')).body).toMatchObject({ people: [{ person: youth.person }] })
    expect((await search('%')).body).toMatchObject({ people: [] })
  })

  it('puts somebody on by their account’s code, also after the deadline; they are told', async () => {
    const event = await published(api, host)
    const youth = await newYouth(api)
    const { body } = await youth.call('GET', '/v1/me')
    const { code } = (body as { account: { code: string } }).account
    const add = (account: string) =>
      host.call('POST', `/v1/events/${event}/registrations`, { requestId: newRequestId(), account, role: 'attendee' })
    api.setNow(api.now() + 3 * DAY - HOUR / 2)
    // What was due before was said before.
    await tick(api.deps, api.now() as Instant)
    expect((await add(code)).status).toBe(201)
    expect(await inboxOf(youth, event)).toEqual(['added'])
    expect((await add(code)).body).toMatchObject({ code: 'already-registered' })
    expect((await add('2222-2222')).body).toMatchObject({ code: 'account-unknown' })
    api.setNow(api.now() - 3 * DAY + HOUR / 2)
  })
})

describe('the season', () => {
  it('shows each venue held, planned or lacking, opening to its events; a spreadsheet says the same', async () => {
    const policy = api.district().policy.rules.season.value
    api.setNow(Date.parse(`${policy.from}T04:00:00Z`))
    const fresh = await newHost(api, 'V03')
    const drafted = await fresh.call('POST', '/v1/venues/V03/events', termsOf(api))
    const { event } = drafted.body as { event: string }
    await fresh.call('POST', `/v1/events/${event}/status`, { requestId: newRequestId(), act: 'publish' })
    // A session lasts thirty days: signed in anew on the season's first day.
    const officer = await newPerson(api, { office: { role: 'district-officer', organisation: root } })
    const board = async () =>
      (await officer.call('GET', `/v1/season?organisation=${root}`)).body as {
        totals: object
        venues: { venue: { code: string }; state: string; events: { id: string }[] }[]
      }
    const before = await board()
    expect(before.venues).toHaveLength(19)
    expect(before.totals).toEqual({ held: 0, planned: 1, lacking: 18 })
    expect(before.venues.find(({ venue }) => venue.code === 'V03')).toMatchObject({
      state: 'planned',
      events: [{ id: event }],
    })
    api.setNow(api.now() + 4 * DAY)
    expect((await board()).totals).toEqual({ held: 1, planned: 0, lacking: 18 })
    const sheet = await officer.call('GET', `/v1/season/sheet?organisation=${root}`)
    const { name, base64 } = sheet.body as { name: string; base64: string }
    expect(name).toBe(`${policy.name} ${policy.from} 至 ${policy.to}.xlsx`)
    // A zip, as every spreadsheet of this kind is.
    expect(Buffer.from(base64, 'base64').subarray(0, 2).toString()).toBe('PK')
  })
})
