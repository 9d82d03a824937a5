import type { Phone } from '../phone'
import { atDesktop, BUILD_MS, openPersona, startWorld, tellStory, type World } from './world'

/**
 * A venue's host does everything about an event on a phone: makes it (what is typed outlives the app, a lost reply doesn't make a
 * second one), makes one from an earlier one, publishes, moves, says a word to all, looks somebody up, sends the sheet to a desktop,
 * cancels. And the League's people let its words be read and open the season's spreadsheet.
 */

const DESK = 'packages/host/desk/index'
const FORM = 'packages/host/form/index'
const REGISTRATIONS = 'packages/host/registrations/index'

const step = tellStory()

let world: World
let host: Phone
/** The event of the story. */
let event = ''

beforeAll(async () => {
  world = await startWorld(true)
}, BUILD_MS)
afterAll(() => world.close())

/** How many events there are whose title begins so, and the newest of them. */
async function eventsCalled(title: string): Promise<readonly { readonly id: string; readonly status: string }[]> {
  const rows = await world.api
    .district()
    .db.selectFrom('event as e')
    .innerJoin('event_words as w', 'w.hash', 'e.words_hash')
    .select(['e.id', 'e.status', 'w.body'])
    .orderBy('e.id')
    .execute()
  return rows.filter(({ body }) => (body.title ?? '').startsWith(title))
}

/** How often the phone has asked for something. */
const asked = (phone: Phone, url: RegExp): number => phone.stats().requests.filter((one) => url.test(one.url)).length

/** What a persona's inbox holds about the event, the newest first. */
async function told(persona: string): Promise<readonly string[]> {
  const ask = await atDesktop(world, persona)
  const { messages } = (await ask('GET', '/v1/me/inbox')) as { messages: { kind: string; card: { id: string } }[] }
  return messages.filter(({ card }) => card.id === event).map(({ kind }) => kind)
}

/** A persona registers somewhere else, while the host looks at their phone. */
async function register(persona: string): Promise<void> {
  const ask = await atDesktop(world, persona)
  await ask('POST', `/v1/me/events/${event}/registration`, { requestId: crypto.randomUUID(), role: 'attendee' })
}

/** Opens the desk of an event from the venue's month. */
async function openDesk(title: string): Promise<void> {
  await host.restart()
  await host.tap('我的', { exact: true })
  await host.tap('我的青年爱里')
  await host.waitFor(title)
  await host.tap(title)
  await host.waitPath(DESK)
  await host.waitFor('时间')
}

describe('a new event', () => {
  step('says what is missing, and nothing is sent', async () => {
    host = await openPersona(world, '组织者·寅', { privacy: false })
    await host.tap('我的', { exact: true })
    await host.tap('我的青年爱里')
    await host.tap('新建活动')
    await host.waitPath(FORM)
    await host.tap('存为草稿')
    for (const missing of ['请选择是什么活动', '请写一个标题', '请选择哪一天', '请选择几点开始']) {
      expect(host.see(missing)).toBe(true)
    }
    expect(asked(host, /\/v1\/venues\/V01\/events$/)).toBe(0)
  })

  step('by WeChat’s wheels: the day takes the others with it', async () => {
    await host.tap('读书会')
    await host.fill('标题', '春天的书（示例）')
    await host.pick('开始日期', '2026-03-20')
    expect(host.labels()).toContain('结束日期，2026年3月20日')
    expect(host.labels()).toContain('报名截止日期，2026年3月19日')
    await host.pick('开始时间', '14:00')
    await host.pick('结束时间', '16:00')
    expect(host.labels()).toContain('截止时间，18:00')
    await host.fill('参加者名额', '2')
  })

  step('what was typed is there after the app was closed', async () => {
    await host.restart({ path: `${FORM}?venue=V01` })
    await host.waitFor('接着上次没存完的内容')
    expect(host.value('标题')).toBe('春天的书（示例）')
    expect(host.labels()).toContain('开始时间，14:00')
  })

  step('saved without a network nothing is lost; its reply lost, it is made once', async () => {
    await host.offline()
    await host.tap('存为草稿')
    await host.waitFor('连不上服务')
    await host.online()
    // The app repeats twice by itself what is safe to repeat.
    host.loseReplies(3, '/v1/venues/V01/events')
    await host.tap('存为草稿')
    await host.waitFor('再点一次就好')
    await host.tap('存为草稿')
    await host.waitPath(DESK)
    await host.waitFor('只有这里的组织者看得到')
    const made = await eventsCalled('春天的书')
    expect(made.map(({ status }) => status)).toEqual(['draft'])
    event = made[0]?.id ?? ''
    expect(host.see('3月20日 周五 14:00–16:00')).toBe(true)
    expect(host.see('3月19日 周四 18:00')).toBe(true)
  })

  step('is published, and its words wait for a look', async () => {
    await host.tap('发布')
    await host.waitFor('报名中')
    expect(host.see('文字待审核')).toBe(true)
    const office = await openPersona(world, '区团委·戊')
    await office.tap('我的', { exact: true })
    await office.tap('活动文字')
    await office.waitFor('春天的书')
    await office.tap('春天的书')
    await office.tap('通过', { exact: true })
    await office.waitGone('春天的书')
    await host.pullDown()
    await host.waitGone('文字待审核')
    office.assertClean()
  })
})

describe('from an earlier event', () => {
  step('the words and hours are there, the day is a week from now', async () => {
    await host.restart()
    await host.tap('我的', { exact: true })
    await host.tap('我的青年爱里')
    await host.tap('从以前的活动复制')
    await host.waitFor('深秋共读')
    await host.tap('深秋共读')
    await host.waitPath(FORM)
    await host.waitFor('从以前的活动复制')
    expect(host.value('标题')).toBe('深秋共读：一本关于故乡的书（示例）')
    expect(host.labels()).toEqual(expect.arrayContaining(['开始时间，14:00', '结束时间，16:00']))
    await host.fill('标题', '开春共读（示例）')
    await host.tap('存为草稿')
    await host.waitPath(DESK)
    expect((await eventsCalled('开春共读')).map(({ status }) => status)).toEqual(['draft'])
    expect(await eventsCalled('深秋共读')).toHaveLength(1)
  })
})

describe('another time', () => {
  step('asks first, tells how many are told, and is told', async () => {
    await register('applicant-a')
    await register('applicant-b')
    await openDesk('春天的书')
    await host.waitFor('报名 2')
    await host.tap('修改')
    await host.waitPath(FORM)
    await host.pick('开始时间', '15:00')
    await host.waitFor('会通知 2 位报名和候补的人')
    await host.pick('结束时间', '17:00')
    // What the phone knows isn't sent to be refused.
    host.resetStats()
    await host.fill('参加者名额', '1')
    await host.tap('保存修改')
    await host.waitFor('参加者已经有 2 人，名额不能少于 2')
    expect(asked(host, /\/v1\/events\//)).toBe(0)
    await host.fill('参加者名额', '2')
    host.nextModal('cancel')
    await host.tap('保存修改')
    expect(host.path()).toBe(FORM)
    expect(await told('applicant-a')).toEqual([])
    await host.tap('保存修改')
    await host.waitPath(DESK)
    await host.waitFor('15:00–17:00')
    expect(host.modals.at(-1)?.content).toContain('会通知 2 位')
    for (const persona of ['applicant-a', 'applicant-b']) expect(await told(persona)).toEqual(['moved'])
  })
})

describe('a word to all', () => {
  step('has no phone number, goes out once a day, and is read once a person let it through', async () => {
    world.pass(0, 1)
    await host.fill('要告诉大家的话', '有事打 138 0013 8000')
    await host.tap('发通知')
    await host.waitFor('通知里不能有电话号码')
    await host.fill('要告诉大家的话', '请带一本自己喜欢的书（示例）')
    await host.tap('发通知')
    await host.waitFor('今天已经发过一条')
    expect(host.see('等审核')).toBe(true)
    expect(await told('applicant-a')).toEqual(['moved'])
    const office = await openPersona(world, '区团委·戊')
    await office.tap('我的', { exact: true })
    await office.tap('活动文字')
    await office.waitFor('请带一本')
    await office.tap('请带一本')
    await office.tap('通过', { exact: true })
    await office.waitGone('请带一本')
    office.assertClean()
    expect(await told('applicant-a')).toEqual(['announcement', 'moved'])
  })
})

describe('who has registered', () => {
  step('isn’t asked before the list is opened, and found by a part of the name', async () => {
    host.resetStats()
    await host.tap('报名的人')
    await host.waitPath(REGISTRATIONS)
    await host.waitFor('打开名单')
    expect(asked(host, /\/registrations/)).toBe(0)
    await host.tap('打开名单')
    await host.waitFor('有名额')
    expect(host.text()).not.toContain('申请人·甲')
    expect(host.text().match(/申\*\*/g)).toHaveLength(2)
    await host.fill('按姓名找人', '甲', { confirm: true })
    await host.waitFor(/^(?:(?!申\*\*).)*申\*\*(?:(?!申\*\*).)*$/s)
    await host.fill('按姓名找人', '没有这个人', { confirm: true })
    await host.waitFor('没有找到这个人')
    expect(asked(host, /\/registrations/)).toBe(3)
  })

  step('a look is told to those who were looked at', async () => {
    const youth = await openPersona(world, '申请人·甲')
    await youth.tap('我的', { exact: true })
    await youth.tap('我的数据')
    await youth.waitFor('看过活动报名名单')
    youth.assertClean()
  })
})

describe('the sheet to sign', () => {
  step('is for a desktop: its address is copied once WeChat’s privacy question is answered', async () => {
    await host.back()
    await host.waitPath(DESK)
    await host.tap('打印签到表')
    await host.waitFor('复制网址')
    host.next('requirePrivacyAuthorize', 'deny')
    await host.tap('复制网址')
    await host.waitFor('没有复制成')
    expect(host.clipboard).toBe('')
    await host.tap('复制网址')
    await host.waitFor('已复制')
    expect(host.clipboard).toContain(`/#/packages/host/sheet/index?event=${event}`)
  })
})

describe('a cancellation', () => {
  step('is asked twice, and everybody is told', async () => {
    world.pass(0, 1)
    await host.back()
    await host.waitPath(DESK)
    host.nextModal('confirm', 'cancel')
    await host.tap('取消活动')
    expect(host.see('报名中')).toBe(true)
    await host.tap('取消活动')
    await host.waitFor('活动已经取消，报过名的人都收到了消息')
    expect(host.modals.slice(-2).map(({ title }) => title)).toEqual(['取消这场活动？', '真的取消？'])
    for (const persona of ['applicant-a', 'applicant-b']) expect((await told(persona))[0]).toBe('cancelled')
    expect(host.touchables().map(({ name }) => name)).not.toContain('修改')
    host.assertClean()
  })

  step('which 我的 says as a number, without asking for the messages', async () => {
    const youth = await openPersona(world, '申请人·乙')
    await youth.tap('我的', { exact: true })
    // Whatever else was said of it is settled by its end.
    await youth.waitFor('1 条要看')
    expect(asked(youth, /\/inbox$/)).toBe(0)
    await youth.tap(/消息/)
    await youth.tap('活动取消了')
    await youth.back()
    await youth.back()
    await youth.waitGone('条要看')
    youth.assertClean()
  })
})

describe('half a year later', () => {
  step('an event from before is found and made once more', async () => {
    world.pass(190)
    const later = await openPersona(world, '组织者·寅')
    await later.tap('我的', { exact: true })
    await later.tap('我的青年爱里')
    await later.tap('从以前的活动复制')
    await later.waitFor('最近两个月没有办过活动')
    await later.tap('更早的（2026年3月和以前）')
    await later.waitFor('深秋共读')
    await later.tap('深秋共读')
    await later.waitPath(FORM)
    await later.waitFor('从以前的活动复制')
    expect(later.value('标题')).toBe('深秋共读：一本关于故乡的书（示例）')
    // Not before tomorrow.
    expect(later.labels()).toContain('开始日期，2026年9月9日')
    later.assertClean()
  })
})

describe('the season', () => {
  step('is a spreadsheet in WeChat’s own viewer', async () => {
    const office = await openPersona(world, '区团委·戊')
    await office.tap('我的', { exact: true })
    await office.tap('读书季')
    await office.waitFor('打开表格')
    await office.tap('打开表格')
    await office.waitFor('表格好了')
    const [opened] = office.calls.filter(({ api }) => api === 'openDocument')
    const filePath: unknown = expect.stringMatching(/^wxfile:\/\/usr\/.*\.xlsx$/)
    expect(opened?.options).toMatchObject({ showMenu: true, filePath })
    office.assertClean()
  })
})
