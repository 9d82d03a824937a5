import type { WordsReply } from '#contract/event'
import { asPersona, newRequestId, type Caller } from '../../server/support'
import { openDesk } from '../../server/checkin/scene'
import { must } from '../../server/kit/people'
import type { Phone } from '../phone'
import { digitsOn, scanFrom, shownBy, toBoard, toDoor } from './door'
import { requirementWords } from './words'
import {
  accountCode,
  bornYearsAgo,
  BUILD_MS,
  day,
  fillProfile,
  openPersona,
  startWorld,
  tellStory,
  type World,
} from './world'

/**
 * A whole evening at the door on nine phones, the built mini-program against the API on a real database: its host without a network,
 * five who check in three ways, two of them without a network, a newcomer, somebody who hasn't registered, and a second host's phone
 * that takes the desk over and closes. Each test goes on where the one before it stopped; the server's clock runs like the phones'.
 */

const TITLE = '晚间团课（示例）'
const MINUTE = 60_000
const TENTHS = 20
const CHECK_INS = '/v1/me/check-ins'

/** Who registers, and for what. 癸 comes without. */
const REGISTERED = { 甲: 'attendee', 子: 'volunteer', 庚: 'attendee', 辛: 'attendee', 壬: 'attendee' } as const
const PERSONAS = {
  甲: { id: 'applicant-a', name: '申请人·甲' },
  子: { id: 'applicant-g', name: '申请人·子' },
  庚: { id: 'applicant-c', name: '申请人·庚' },
  辛: { id: 'applicant-d', name: '申请人·辛' },
  壬: { id: 'applicant-e', name: '申请人·壬' },
  癸: { id: 'applicant-f', name: '积极分子·癸' },
} as const
type Youth = keyof typeof PERSONAS

interface Outcome {
  readonly requirement: '团课学习' | '志愿服务'
  /** Until the close, and after it, as their path says. */
  readonly before: string
  readonly after: string
  readonly ledger: string
}
/** What each is to have of it. A class counts for activists only, and is accepted all the same. */
const OUTCOMES: Readonly<Record<Youth, Outcome>> = {
  甲: {
    requirement: '团课学习',
    before: '2 学时 · 线下 · 签到 | 待认定',
    after: '2 学时 · 线下 · 签到 | 计入',
    ledger: 'class-hours 20 check-in',
  },
  子: {
    requirement: '志愿服务',
    before: '2 小时 · 签到 | 待认定',
    after: '2 小时 · 签到 | 计入',
    ledger: 'volunteer-hours 120 check-in',
  },
  庚: {
    requirement: '团课学习',
    before: '2 学时 · 线下 · 签到 | 不计入：成为积极分子之前',
    after: '2 学时 · 线下 · 活动登记 | 不计入：成为积极分子之前',
    ledger: 'class-hours 20 recorded',
  },
  辛: {
    requirement: '团课学习',
    before: '2 学时 · 线下 · 签到 | 待认定',
    after: '2 学时 · 线下 · 签到 | 计入',
    ledger: 'class-hours 20 check-in',
  },
  壬: {
    requirement: '团课学习',
    before: '2 学时 · 线下 · 签到 | 待认定',
    after: '2 学时 · 线下 · 活动登记 | 计入',
    ledger: 'class-hours 20 recorded',
  },
  癸: {
    requirement: '团课学习',
    before: '2 学时 · 线下 · 签到 | 待认定',
    after: '2 学时 · 线下 · 活动登记 | 计入',
    ledger: 'class-hours 20 recorded',
  },
}
const YOUTHS = Object.keys(PERSONAS) as Youth[]

const step = tellStory()

let world: World
let event: string
let clock: NodeJS.Timeout
let host: Phone
let second: Phone
let newcomer: Phone
let phones: Readonly<Record<Youth, Phone>>
let people: Readonly<Record<Youth, string>>

beforeAll(async () => {
  world = await startWorld(true)
  // An evening, twenty minutes before it begins.
  world.pass(3, 6 * 60 + 40)
  let last = Date.now()
  clock = setInterval(() => {
    const now = Date.now()
    world.api.setNow(world.api.now() + now - last)
    last = now
  }, 50)
  const ids = await Promise.all(YOUTHS.map((youth) => personOf(PERSONAS[youth].id)))
  people = Object.fromEntries(YOUTHS.map((youth, index) => [youth, ids[index]])) as Record<Youth, string>
  await makeActivists()
  event = await makeEvent()
  const opened = await Promise.all(YOUTHS.map((youth) => openPersona(world, PERSONAS[youth].name)))
  phones = Object.fromEntries(YOUTHS.map((youth, index) => [youth, opened[index]])) as Record<Youth, Phone>
  ;[host, second, newcomer] = await Promise.all([
    openPersona(world, '组织者·寅'),
    openPersona(world, '组织者·寅'),
    world.open('newcomer'),
  ])
}, BUILD_MS)
afterAll(async () => {
  clearInterval(clock)
  await world.close()
})
afterEach(() => {
  for (const phone of [host, second, newcomer, ...Object.values(phones)]) phone.assertClean()
})

async function post(by: Caller, url: string, body: object): Promise<unknown> {
  return must(201, 201, await by.call('POST', url, { requestId: newRequestId(), ...body })).body
}

async function personOf(persona: string): Promise<string> {
  const me = await (await asPersona(world.api, persona)).call('GET', '/v1/me')
  return (me.body as { person: string }).person
}

/** 壬's nomination waits for the committee; 辛's is still to be made. Class hours count for activists only. */
async function makeActivists(): Promise<void> {
  const [secretary, officer] = [await asPersona(world.api, 'secretary'), await asPersona(world.api, 'officer')]
  const on = day(world, 0)
  await post(secretary, `/v1/people/${people.辛}/talk`, { on, by: '团支书·丙', content: '谈入团动机（示例）' })
  const nomination = { on, way: 'nomination', members: 28, minutes: '支委会讨论，同意推荐（示例）' }
  await post(secretary, `/v1/people/${people.辛}/nomination`, nomination)
  const answer = { kind: 'approved', on, approvedBy: '校团委会议（示例）' }
  for (const person of [people.壬, people.辛]) await post(officer, `/v1/people/${person}/nomination/answer`, { answer })
}

/** An evening that is a class for who attends, and service for who helps. */
async function makeEvent(): Promise<string> {
  const [by, secretary] = [await asPersona(world.api, 'host'), await asPersona(world.api, 'secretary')]
  const start = world.api.now() + 20 * MINUTE
  const terms = { kind: 'reading', title: TITLE, notes: '', spot: null, start, end: start + 120 * MINUTE }
  const places = { deadline: start - 5 * MINUTE, attendeePlaces: 30, volunteerPlaces: 6, volunteerMinutes: 120 }
  const made = (await post(by, '/v1/venues/V01/events', { ...terms, ...places })) as { readonly event: string }
  await post(by, `/v1/events/${made.event}/status`, { act: 'publish' })
  await post(by, `/v1/events/${made.event}/class-request`, { organisation: 'SH-X01-2', tenths: TENTHS })
  await post(secretary, `/v1/organisations/SH-X01-2/class-requests/${made.event}/answer`, { yes: true })
  await letItBeRead(made.event)
  for (const [youth, role] of Object.entries(REGISTERED)) {
    const caller = await asPersona(world.api, PERSONAS[youth as Youth].id)
    await post(caller, `/v1/me/events/${made.event}/registration`, { role })
  }
  return made.event
}

/** The district lets the event's title be read by everybody. */
async function letItBeRead(made: string): Promise<void> {
  const district = await asPersona(world.api, 'district')
  const { body } = await district.call('GET', '/v1/organisations/SH/words')
  const waiting = (body as WordsReply).words.filter((one) => one.event === made)
  for (const { id } of waiting) await post(district, `/v1/organisations/SH/words/${id}/answer`, { yes: true })
}

const db = () => world.api.district().db

/** The facts about somebody, as the database has them: 签到 by scan, 签退 by scan, with their flags. */
async function facts(person: string): Promise<readonly string[]> {
  const rows = await db()
    .selectFrom('check_in')
    .select(['direction', 'way', 'flags'])
    .where('event_id', '=', event)
    .where('person_id', '=', person)
    .orderBy('at')
    .execute()
  return rows.map(({ direction, way, flags }) => [direction, way, ...flags].join(' '))
}

/** What the event wrote into somebody's ledger. */
async function ledger(person: string): Promise<readonly string[]> {
  const rows = await db()
    .selectFrom('ledger')
    .select(['requirement', 'amount', 'origin', 'accepted_on'])
    .where('event_id', '=', event)
    .where('person_id', '=', person)
    .execute()
  return rows.map(
    (row) => `${row.requirement} ${row.amount} ${row.origin}${row.accepted_on === null ? ' pending' : ''}`,
  )
}

/** The newcomer's id: who came and is nobody of the cast. */
async function strangers(): Promise<readonly string[]> {
  const rows = await db()
    .selectFrom('check_in')
    .select('person_id')
    .distinct()
    .where('event_id', '=', event)
    .where('person_id', 'not in', Object.values(people))
    .execute()
  return rows.map((row) => row.person_id)
}

/** What somebody's path says about this evening, behind one of its requirements; '' = nothing. The phone ends on the path. */
async function onPath(phone: Phone, requirement: '团课学习' | '志愿服务'): Promise<string> {
  await phone.restart()
  await phone.waitFor('刚刚更新')
  await phone.tap(requirement)
  await phone.waitPath('packages/membership/requirement/index')
  const lines = requirementWords(phone, requirement)
  const at = lines.findIndex((line) => line.includes(TITLE))
  await phone.back()
  return at < 0 ? '' : lines.slice(at, at + 4).join(' | ')
}

/** What 我的活动 says about this evening; from the path. */
async function inMine(phone: Phone): Promise<string> {
  await phone.tap('我的', { exact: true })
  await phone.tap('我的活动')
  await phone.waitFor(TITLE)
  const lines = phone.text().split('\n')
  const at = lines.findIndex((line) => line.includes(TITLE))
  await phone.back()
  return lines.slice(at, at + 7).join(' | ')
}

describe('before the door', () => {
  step('the host opens the desk and loses the network; 庚 has the key of the day by then', async () => {
    await toDoor(phones.庚)
    await phones.庚.tap('我的会员码')
    await phones.庚.waitFor('给组织者扫')
    await toBoard(host, TITLE)
    await host.waitFor('离线可用')
    await host.offline()
    expect(shownBy(host)).toContain('/q/')
  })
})

describe('people come', () => {
  step('甲 scans; the reply is lost after the commit, and the same is sent again by itself', async () => {
    const { 甲 } = phones
    await toDoor(甲)
    甲.loseReplies(9, CHECK_INS)
    await scanFrom(甲, host)
    await 甲.waitFor('已保存，联网后确认')
    expect(await facts(people.甲)).toEqual(['in scan'])
    甲.loseReplies(0)
    await 甲.waitFor('已签到', 12_000)
    expect(甲.stats().requests.filter(({ url }) => url.includes(CHECK_INS)).length).toBeGreaterThan(1)
    expect(await facts(people.甲)).toEqual(['in scan'])
  })

  step('子 types the six digits', async () => {
    const { 子 } = phones
    await toDoor(子)
    await 子.tap('输入六位数字')
    await 子.fill('六位数字', digitsOn(host))
    await 子.tap('签到', { exact: true })
    await 子.waitFor('已签到')
    expect(await facts(people.子)).toEqual(['in typed'])
  })

  step('庚 shows the own code, which the host scans; 癸 hasn’t registered and reads out the account code', async () => {
    await host.tap('扫会员码', { exact: true })
    await host.waitFor('开始扫')
    host.nextScan(shownBy(phones.庚))
    await host.tap('开始扫')
    await host.waitFor('刚才扫的 1 人')
    await host.back()
    const code = await accountCode(phones.癸)
    await host.tap('点名', { exact: true })
    await host.waitFor('现场来的')
    await host.fill('账号代码', code)
    await host.tap('给这个人签到')
    await host.back()
    await host.waitFor(/2\s*待上传/)
    expect([await facts(people.庚), await facts(people.癸)]).toEqual([[], []])
  })

  step('辛 and 壬 have no network: a scan and six digits are kept; 辛 closes the app', async () => {
    const { 辛, 壬 } = phones
    for (const phone of [辛, 壬]) {
      await toDoor(phone)
      await phone.offline()
    }
    await scanFrom(辛, host)
    await 辛.waitFor('已保存，联网后确认')
    await 辛.restart()
    await 壬.tap('输入六位数字')
    await 壬.fill('六位数字', digitsOn(host))
    await 壬.tap('签到', { exact: true })
    await 壬.waitFor('已保存，联网后确认')
  })

  step('a newcomer has one consent and one tap before them', async () => {
    await toDoor(newcomer)
    await newcomer.tap('扫码签到')
    await newcomer.waitFor('第一次签到')
    newcomer.nextScan(shownBy(host))
    await newcomer.tap('我已满 14 周岁，同意')
    await newcomer.waitFor('已签到')
    expect(newcomer.labels().some((label) => /^新朋友，给组织者看这两个数字：\d\d$/.test(label))).toBe(true)
    const [stranger = ''] = await strangers()
    expect(await facts(stranger)).toEqual(['in scan not-registered'])
  })

  step('the network comes back to 辛 and 壬 later: each was there when they say, once, and is looked at', async () => {
    world.pass(0, 30)
    const { 辛, 壬 } = phones
    辛.loseReplies(1, CHECK_INS)
    await 辛.online()
    await 壬.online()
    await 壬.waitFor('已签到', 10_000)
    await toDoor(辛)
    await 辛.waitFor('已签到', 10_000)
    expect(await facts(people.辛)).toEqual(['in scan late'])
    expect(await facts(people.壬)).toEqual(['in typed late typed-late'])
  })
})

describe('the desk is taken over', () => {
  step(
    'by a second phone; the first, still without a network, goes on showing what is flagged from now on',
    async () => {
      // Two devices have all desks of an event: the tablet of another door.
      await openDesk(await asPersona(world.api, 'host'), event)
      await toBoard(second, TITLE)
      await second.waitFor('签到台开在别的设备上')
      second.nextModal('confirm')
      await second.tap('由这台设备接管')
      await second.waitFor('后更换')
    },
  )
})

describe('people go', () => {
  step('both desks turn to 签退', async () => {
    world.pass(0, 112)
    for (const desk of [second, host]) {
      await desk.tap('签退')
      await desk.waitFor('扫码签退')
    }
  })

  const going = {
    甲: () => phones.甲,
    庚: () => phones.庚,
    辛: () => phones.辛,
    癸: () => phones.癸,
    新朋友: () => newcomer,
  }
  for (const [who, phoneOf] of Object.entries(going)) {
    step(`${who} scans the new desk`, async () => {
      const phone = phoneOf()
      await phone.restart()
      await toDoor(phone)
      await scanFrom(phone, second)
      await phone.waitFor('已签退')
    })
  }

  step('子 scans the old one, and reads that somebody will look at it; 壬 forgets', async () => {
    const { 子 } = phones
    await 子.tap('知道了')
    await scanFrom(子, host)
    await 子.waitFor('已签退')
    await 子.waitFor('扫的那块屏幕已经换成了别的设备')
    expect(await facts(people.子)).toEqual(['in typed', 'out scan desk-revoked'])
  })

  step(
    'the host’s phone is back: what it kept is sent, once although a reply is lost, and it shows no code any more',
    async () => {
      const url = `/v1/events/${event}/check-ins`
      host.resetStats()
      host.loseReplies(1, url)
      await host.online()
      await host.waitFor(/0\s*待上传/, 12_000)
      await host.waitFor('签到台已经被别的设备接管')
      expect(() => shownBy(host)).toThrow('no code is shown')
      expect(host.stats().requests.filter(({ url: asked }) => asked.includes(url))).toHaveLength(3)
      expect(await facts(people.庚)).toEqual(['in own late', 'out scan'])
      expect(await facts(people.癸)).toEqual(['in walk-in not-registered', 'out scan not-registered'])
    },
  )
})

describe('the close', () => {
  step('the heads are entered, who forgot is set to the planned end, who is to be looked at is confirmed', async () => {
    await second.tap('收尾', { exact: true })
    await second.waitFor('没签退的 1 人')
    await second.fill('门口数到多少人', '7')
    await second.fill('14 岁以下的小朋友', '2')
    await second.tap('记下人数')
    await second.waitFor('改人数')
    await second.tap('都按计划的')
    await second.tap('忘了签退，人在现场')
    await second.tap('给 1 人补签退')
    await second.waitGone('没签退的 1 人')
    await second.waitFor('要看一眼的 6 人')
    second.nextModal('confirm')
    await second.tap('6 人都到场了')
    await second.waitGone('要看一眼的 6 人')
  })

  for (const youth of YOUTHS) {
    step(`until then ${youth}’s screens say what waits, and the ledger has nothing`, async () => {
      const { requirement, before } = OUTCOMES[youth]
      expect(await onPath(phones[youth], requirement)).toContain(before)
      const mine = await inMine(phones[youth])
      expect(mine).toMatch(/签到 18:4\d · 签退 21:0\d/)
      expect(mine).toMatch(/收尾以后认定(团课 2 学时|志愿服务 2 小时) .*待认定/)
      expect(await ledger(people[youth])).toEqual([])
    })
  }

  step('it is closed once, although the reply is lost', async () => {
    await second.waitFor('计团课 2 学时（还没有填写姓名和出生日期）')
    second.resetStats()
    second.loseReplies(1, '/close')
    await second.tap('收尾', { exact: true })
    expect(second.modals.at(-1)?.content).toContain('给 6 人记时长')
    await second.waitFor('重新打开')
    expect(second.stats().requests.filter(({ url }) => url.endsWith('/close'))).toHaveLength(2)
    const acts = await db().selectFrom('attendance_act').select('act').where('event_id', '=', event).execute()
    expect(acts.filter(({ act }) => act === 'closed')).toHaveLength(1)
    // The keys are gone from it.
    expect(Object.keys(second.storage).filter((key) => key.startsWith('until:'))).toEqual([])
  })

  for (const youth of YOUTHS) {
    step(`${youth}’s ledger has it once, and the path and 我的活动 say so`, async () => {
      const { requirement, after, ledger: entry } = OUTCOMES[youth]
      expect(await ledger(people[youth])).toEqual([entry])
      expect(await onPath(phones[youth], requirement)).toContain(after)
      const mine = await inMine(phones[youth])
      expect(mine).toMatch(/ \| 认定(团课 2 学时|志愿服务 2 小时) .*已认定/)
      // Whose time was set by a host reads why.
      expect(mine.includes('组织者写的原因：忘了签退，人在现场')).toBe(youth === '壬')
    })
  }

  step('the newcomer gives a name, and is credited as of that close', async () => {
    const [stranger = ''] = await strangers()
    expect(await ledger(stranger)).toEqual([])
    await newcomer.restart()
    expect(await inMine(newcomer)).toContain('还没有填写姓名和出生日期')
    await newcomer.tap('我的资料')
    await fillProfile(newcomer, { name: '申请人·酉', born: bornYearsAgo(world, 16), branch: '示例高级中学高二(1)班' })
    await newcomer.tap('保存')
    await newcomer.waitFor('申请人·酉')
    expect(await ledger(stranger)).toEqual(['class-hours 20 check-in'])
    expect(await onPath(newcomer, '团课学习')).toContain('2 学时 · 线下 · 签到 | 不计入：成为积极分子之前')
    expect(await inMine(newcomer)).toMatch(/ \| 认定团课 2 学时 .*已认定/)
  })

  step('nobody is there twice', async () => {
    expect(await facts(people.甲)).toEqual(['in scan', 'out scan'])
    expect(await facts(people.辛)).toEqual(['in scan late', 'out scan'])
    expect(await facts(people.壬)).toEqual(['in typed late typed-late'])
  })
})
