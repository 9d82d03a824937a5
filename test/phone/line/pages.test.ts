import type { Phone } from '../phone'
import { BUILD_MS, day, masked, openPerson, openPersona, startWorld, tellStory, type World } from './world'

/**
 * Every screen of the demo as it is opened, and every tap that the story needs on it: how much page data WeChat is sent,
 * counted and not timed, and what a screen reader says of everything that can be touched.
 */
const FIRST_SCREEN = 20 * 1024
const TAP = 2 * 1024

/** What needs no role of its own. A label is no control, and the canvas stands in an image that has a label. */
const NATIVE = new Set(['wx-input', 'wx-textarea', 'wx-picker', 'wx-label'])

const step = tellStory()

let world: World

beforeAll(async () => {
  world = await startWorld(true)
}, BUILD_MS)
afterAll(() => world.close())

/** Everything that can be touched says what it is and what it is called; but for the shade beside an open sheet, whose button does the same. */
function expectReadable(phone: Phone): void {
  const touchables = phone.touchables()
  const sheet = touchables.some(({ name }) => name === '关闭')
  const mute = touchables.filter(({ tag, role, name }) => {
    if (tag === 'wx-canvas' || (sheet && tag === 'wx-view' && role === '' && name === '')) return false
    return name === '' || (role === '' && !NATIVE.has(tag))
  })
  expect([phone.path(), mute]).toEqual([phone.path(), []])
}

/** Bytes of page data that an act costs, all of its setData calls together, until `done` is seen. */
async function weigh(phone: Phone, act: () => Promise<unknown>, done?: string): Promise<number> {
  phone.resetStats()
  await act()
  if (done !== undefined) await phone.waitFor(done)
  await phone.settle()
  expectReadable(phone)
  return phone.stats().setData.bytes
}

/** Opens a screen: its first content is light. */
async function opens(phone: Phone, route: string, act: () => Promise<unknown>, done: string): Promise<void> {
  const bytes = await weigh(phone, act, done)
  expect(phone.path()).toBe(route)
  expect([route, bytes > 0, bytes <= FIRST_SCREEN, bytes]).toEqual([route, true, true, bytes])
}

/** Acts on the screen that is open: little is drawn anew. */
async function acts(phone: Phone, what: string, act: () => Promise<unknown>, done?: string): Promise<void> {
  const route = phone.path()
  const bytes = await weigh(phone, act, done)
  expect(phone.path()).toBe(route)
  expect([what, bytes <= TAP, bytes]).toEqual([what, true, bytes])
}

/** A phone signed in as a persona, killed and opened again: the first screen as it is on every day. */
async function as(persona: string, done: string): Promise<Phone> {
  const phone = await openPersona(world, persona)
  await opens(phone, 'pages/path/index', () => phone.restart(), done)
  return phone
}

const tile = (title: string) => new RegExp(`\\n${title}\\n`)

describe('a guest', () => {
  let guest: Phone

  step('the way', async () => {
    guest = await world.open('guest')
    await opens(guest, 'pages/path/index', () => guest.restart(), '这条路怎么走')
    for (const stage of ['入团申请', '入团积极分子', '培养考察 · 至少 3 个月', '发展对象', '支部大会、审批、宣誓']) {
      await acts(guest, `opens ${stage}`, () => guest.tap(stage), '谁来办')
    }
    await acts(guest, 'closes a stage', () => guest.tap('支部大会、审批、宣誓'))
  })

  step('the self-check', async () => {
    await opens(guest, 'pages/self-check/index', () => guest.tap('我现在差什么？'), '你多大了')
    for (const words of [/^14 到 28/, '已是积极分子', '2 个多月', '中学生', '优或良', '6 学时', '15 小时']) {
      await acts(guest, `answers ${String(words)}`, () => guest.tap(words))
    }
    expect(guest.see('具备条件')).toBe(true)
    await acts(guest, 'changes the last answer', () => guest.tap('20 小时以上'))
    await acts(guest, 'changes an early answer', () => guest.tap('还没申请'))
    await acts(guest, 'is too young', () => guest.tap(/^不到 14/), '还没到年龄')
    await acts(guest, 'picks a birth date', () => guest.pick('出生日期', '2013-05-05'))
    await acts(guest, 'is old enough', () => guest.tap(/^14 到 28/))
  })

  step('signing in, and 我的', async () => {
    await opens(guest, 'packages/membership/sign-in/index', () => guest.tap('登录，提交申请、看进度'), '登录之前')
    await opens(guest, 'packages/membership/personas/index', () => guest.tap('同意并登录'), '选一个身份')
    // Back to where one came from, not to what was agreed to.
    await guest.back()
    expect(guest.path()).toBe('pages/self-check/index')
    await guest.back()
    await opens(guest, 'pages/mine/index', () => guest.tap('我的', { exact: true }), '还没有登录')
    guest.assertClean()
  })
})

describe('what is on', () => {
  step('for anyone: days, a month, filters', async () => {
    const guest = await world.open('reader')
    await opens(guest, 'pages/events/index', () => guest.tap('活动', { exact: true }), '余 14 个名额')
    await acts(guest, 'chooses a day', () => guest.tap(/^5$/))
    await acts(guest, 'comes to the end of what is drawn', () => guest.reachBottom(), '陪老人读报')
    await acts(guest, 'goes back to today', () => guest.tap('今天'))
    await acts(guest, 'narrows to a kind', () => guest.tap('团课', { exact: true }))
    await acts(guest, 'picks a place', () => guest.pick('地点', '金河镇'), '没有符合的活动')
    await acts(guest, 'takes the filters away', () => guest.tap('看全部活动'), '余 40 个名额')
    await acts(guest, 'turns a week', () => guest.tap('后一周'), '亲子绘本时间')
    await acts(guest, 'turns to where nothing is on yet', () => guest.tap('后一周'), '还没有活动')
    await acts(guest, 'is back at once', () => guest.tap('今天'))
    await opens(guest, 'packages/event/month/index', () => guest.tap('看月'), '2026年3月')
    await acts(guest, 'chooses another day of it', () => guest.tap(/^7$/), '整理公共书架')
    await opens(guest, 'packages/event/month/index', () => guest.tap('后一月'), '2026年4月')
    await opens(guest, 'packages/event/month/index', () => guest.tap('本月'), '2026年3月')
    await acts(guest, 'chooses a day of it', () => guest.tap(/^4$/, { nth: 0 }), '周末读书会')
    await opens(guest, 'packages/event/event/index', () => guest.tap('周末读书会'), '登录后报名')
    guest.assertClean()
  })

  step('for a youth: an event, their own, the inbox', async () => {
    const youth = await as('申请人·子', '更新')
    await youth.tap('活动', { exact: true })
    await youth.tap('后一周')
    await opens(youth, 'packages/event/event/index', () => youth.tap('亲子绘本时间'), '报名参加')
    await acts(youth, 'chooses to volunteer', () => youth.tap(/^志愿者/))
    await acts(youth, 'registers', () => youth.tap('报名做志愿者'), '已报名')
    await acts(youth, 'puts it into the calendar', () => youth.tap('加入日历'))
    await acts(youth, 'cancels', () => youth.tap('取消报名'), '还可以再报名')
    await youth.back()
    await youth.tap('今天')
    await opens(youth, 'packages/event/event/index', () => youth.tap('周末读书会'), '候补参加')
    await acts(youth, 'joins a list', () => youth.tap('候补参加'), '候补第 2 位')
    await acts(youth, 'leaves it', () => youth.tap('退出候补'), '还可以再报名')
    await youth.back()
    await youth.tap('我的', { exact: true })
    await opens(youth, 'packages/event/mine/index', () => youth.tap('我的活动'), '过去的')
    await youth.back()
    await opens(youth, 'packages/event/inbox/index', () => youth.tap('消息', { exact: true }), '还没有消息')
    youth.assertClean()
  })
})

describe('a youth', () => {
  let youth: Phone

  step('the path of an activist, and each requirement', async () => {
    youth = await as('申请人·甲', '培养考察中')
    await acts(youth, 'shows more steps', () => youth.tap('再看后面的步骤'))
    for (const title of ['团课学习', '志愿服务', '思政课考评', '培养考察', '组织推荐']) {
      await opens(youth, 'packages/membership/requirement/index', () => youth.tap(tile(title)), '规定版本')
      await youth.back()
    }
  })

  step('all steps, and a picture', async () => {
    await opens(youth, 'pages/steps/index', () => youth.tap('每一步要什么'), '这条路怎么走')
    await acts(youth, 'opens a stage', () => youth.tap('培养考察 · 至少 3 个月'), '谁来办')
    await youth.back()
    await opens(youth, 'packages/membership/share/index', () => youth.tap('做成一张图分享'), '图上只有走过的步数')
    await acts(youth, 'shares the picture', () => youth.tap('分享这张图'))
    await youth.back()
  })

  step('我的, one’s data and profile', async () => {
    await opens(youth, 'pages/mine/index', () => youth.tap('我的', { exact: true }), '演示时钟')
    await opens(youth, 'packages/membership/data/index', () => youth.tap('我的数据'), '谁看过我')
    await opens(youth, 'packages/membership/profile/index', () => youth.tap('更正我的资料'), '所在的团支部')
    await acts(youth, 'types a name', () => youth.fill('姓名', '申请人·甲甲'))
    await acts(youth, 'picks where one lives', () => youth.pick('居住的镇或街道', '金河镇'))
    const branches = 'packages/membership/branches/index'
    await opens(youth, branches, () => youth.tap(/^示例高级中学高二/), '正大饲料团支部')
    await opens(youth, branches, () => youth.tap('示例初级中学团委'), '初三(1)班')
    for (const typed of ['内', '内蒙古', '团支部', '示例', '示例社']) {
      await acts(youth, `searches ${typed}`, () => youth.fill('搜索团支部', typed))
    }
    // Past both levels of the tree, to the form with what was typed there.
    await opens(youth, 'packages/membership/profile/index', () => youth.tap('示例社区团支部'), '示例社区团支部')
    expect(youth.value('姓名')).toBe('申请人·甲甲')
    expect(youth.see('金河镇')).toBe(true)
    await youth.fill('姓名', '')
    await acts(youth, 'sends an empty field', () => youth.tap('保存'), '请填写姓名')
    youth.assertClean()
  })

  step('the path of somebody who has everything', async () => {
    const ready = await as('积极分子·癸', '条件都到了')
    await opens(ready, 'packages/membership/requirement/index', () => ready.tap(tile('志愿服务')), '规定版本')
    ready.assertClean()
  })

  step('applying and withdrawing', async () => {
    const newcomer = await as('申请人·乙', '还没有申请')
    await opens(
      newcomer,
      'packages/membership/application/index',
      () => newcomer.tap('提交入团申请'),
      '告诉支部，我想入团',
    )
    await acts(newcomer, 'says what one does', () => newcomer.tap('在职', { exact: true }))
    await acts(newcomer, 'types why', () => newcomer.fill('想对支部说的话', '想和大家一起做志愿服务（示例）'))
    const submitted = 'packages/membership/submitted/index'
    await opens(newcomer, submitted, () => newcomer.tap('提交入团申请', { exact: true }), '带什么')
    await acts(newcomer, 'is asked whether to withdraw', async () => {
      newcomer.nextModal('cancel')
      await newcomer.tap('撤回申请')
    })
    await opens(
      newcomer,
      'packages/membership/application/index',
      () => newcomer.tap('撤回申请'),
      '撤回了，可以重新提交',
    )
    await newcomer.back()
    expect(newcomer.path()).toBe('pages/path/index')
    newcomer.assertClean()
  })
})

describe('the branch secretary', () => {
  let secretary: Phone

  step('the branch: today’s tasks, and who is where', async () => {
    secretary = await as('团支书·丙', '我的支部')
    await opens(secretary, 'packages/league/branch/index', () => secretary.tap('我的支部'), '今天要办')
    await acts(secretary, 'opens whom to confirm', () => secretary.tap('确认支部'), '是不是本支部的人')
    await acts(secretary, 'closes it', () => secretary.tap('关闭'))
    await secretary.tap('确认支部')
    await acts(secretary, 'confirms the branch', () => secretary.tap('确认是我支部的'))
  })

  step('somebody’s path, and what is recorded', async () => {
    await opens(secretary, 'packages/league/person/index', () => openPerson(secretary, '申请人·甲'), '和本人看到的一样')
    for (const title of ['团课学习', '志愿服务', '思政课考评', '培养考察', '组织推荐']) {
      await opens(secretary, 'packages/league/requirement/index', () => secretary.tap(tile(title)), '规定版本')
      await secretary.back()
    }
    await acts(secretary, 'shows more steps', () => secretary.tap('再看后面的步骤'))

    await opens(secretary, 'packages/league/class-hours/index', () => secretary.tap('登记团课'), '上课的日期')
    await acts(secretary, 'types what a class was about', () => secretary.fill('学了什么', '第五课'))
    await acts(secretary, 'picks how', () => secretary.pick('怎么上的', '线上'))
    await acts(secretary, 'picks the day', () => secretary.pick('上课的日期', day(world, -1)))
    await acts(secretary, 'sends an empty field', () => secretary.tap('登记', { exact: true }), '请填写谁可以作证')
    await secretary.back()
    await opens(secretary, 'packages/league/volunteer-hours/index', () => secretary.tap('登记志愿服务'), '服务的日期')
    await acts(secretary, 'types the hours', () => secretary.fill('时长', '2.5'))
    await acts(secretary, 'chooses minutes', () => secretary.tap('分钟', { exact: true }))
    await acts(secretary, 'sends empty fields', () => secretary.tap('登记', { exact: true }), '请填写谁可以作证')
    await secretary.back()
    await opens(secretary, 'packages/league/civics/index', () => secretary.tap('登记思政课考评'), '哪个学期')
    await acts(secretary, 'chooses a grade', () => secretary.tap('优', { exact: true }))
    await acts(secretary, 'sends an empty field', () => secretary.tap('登记', { exact: true }), '请填写是哪个学期')
    await secretary.back()
    await secretary.back()
  })

  step('a class of many', async () => {
    await opens(secretary, 'packages/league/class-of-many/index', () => secretary.tap('记团课'), '谁上了这次团课')
    await acts(secretary, 'ticks everybody', () => secretary.tap('全选'))
    await acts(secretary, 'unticks one', () => secretary.tap('申请人·庚'))
    await acts(secretary, 'sends empty fields', () => secretary.tap(/^给 \d+ 人登记/), '请填写谁可以作证')
    await secretary.back()
  })

  step('paper, talk, nomination and mentors', async () => {
    await opens(secretary, 'packages/league/paper/index', () => secretary.tap('确认收到书面申请书'), '谁收的')
    await acts(secretary, 'picks the birth date', () => secretary.pick('申请书上写的出生日期', '2010-08-01'))
    await acts(secretary, 'sends an empty field', () => secretary.tap('确认收到', { exact: true }), '请填写是谁收的')
    await secretary.back()
    await opens(secretary, 'packages/league/talk/index', () => secretary.tap('安排谈话'), '谁谈的')
    await acts(secretary, 'sends empty fields', () => secretary.tap('记录谈话', { exact: true }), '请填写是谁谈的')
    await secretary.fill('谁谈的', '团支书·丙')
    await secretary.fill('谈了什么', '谈入团动机和学习情况（示例）')
    await secretary.tap('记录谈话', { exact: true })
    await secretary.waitPath('packages/league/branch/index')
    await opens(secretary, 'packages/league/nomination/index', () => secretary.tap('讨论推荐'), '推荐的方式')
    await acts(secretary, 'chooses the way', () => secretary.tap('推优入团'))
    await acts(secretary, 'says how many members', () => secretary.fill('支部有多少名团员', '8'), '由支委会讨论决定')
    await acts(secretary, 'sends an empty field', () => secretary.tap('提交推荐'), '请写下会议讨论和决定的内容')
    secretary.assertClean()
  })
})

describe('those above the branch', () => {
  let officer: Phone

  step('nominations, and the answer to one', async () => {
    officer = await as('团委干部·丁', '推荐待批')
    await opens(officer, 'packages/league/nominations/index', () => officer.tap('推荐待批'), '等你答复')
    await acts(officer, 'asks for the reason', () => officer.tap(masked('申请人')), '为什么打开')
    await opens(officer, 'packages/league/person/index', () => officer.tap('审核推荐'), '和本人看到的一样')
    await opens(officer, 'packages/league/answer/index', () => officer.tap('答复推荐', { exact: true }), '支部的推荐')
    await acts(officer, 'chooses no', () => officer.tap('写明原因，支部可以再推荐'), '为什么退回')
    await acts(officer, 'chooses yes', () => officer.tap('成为入团积极分子'), '谁批准的')
    await acts(officer, 'sends an empty field', () => officer.tap('提交答复'), '请填写是谁批准的')
    await officer.fill('谁批准的', '校团委会议（示例）')
    await officer.tap('提交答复')
    await officer.waitPath('packages/league/person/index')
  })

  step('the one approved gets mentors', async () => {
    const secretary = await as('团支书·丙', '我的支部')
    await secretary.tap('我的支部')
    await opens(secretary, 'packages/league/mentors/index', () => secretary.tap('确定培养联系人'), '要 1 到 2 名')
    await acts(secretary, 'types a mentor', () => secretary.fill('培养联系人一', '联系人·示例'))
    await acts(secretary, 'says that it is a member', () => secretary.tap('团员', { exact: true }))
    secretary.assertClean()
  })

  step('record from paper, and look at the numbers', async () => {
    await officer.restart()
    await opens(officer, 'packages/league/overview/index', () => officer.tap('下属支部'), '走到哪一步')
    await opens(officer, 'packages/league/branch/index', () => officer.tap('示例高级中学高二'), masked('申请人'))
    const { person_id: person } = await world.api
      .district()
      .db.selectFrom('profile')
      .select('person_id')
      .where('name', '=', '申请人·乙')
      .executeTakeFirstOrThrow()
    const path = `packages/league/activist/index?person=${person}&reason=inspection`
    await opens(officer, 'packages/league/activist/index', () => officer.restart({ path }), '批准的日期')
    await acts(officer, 'picks the way', () => officer.pick('入团方式', '推优入团'))
    await acts(officer, 'sends empty fields', () => officer.tap('登记', { exact: true }), '请填写是谁批准的')
    officer.assertClean()
  })

  step('the district, and digits for a desktop', async () => {
    const district = await as('区团委·戊', '全区情况')
    await opens(district, 'packages/league/overview/index', () => district.tap('全区情况'), '走到哪一步')
    await district.back()
    await district.tap('我的', { exact: true })
    await acts(district, 'gets digits', () => district.tap('取六位数字'), '只能用一次')
    district.assertClean()
  })
})
