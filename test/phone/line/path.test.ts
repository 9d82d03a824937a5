import type { Phone } from '../phone'
import { requirementWords, told } from './words'
import {
  accountCode,
  bornYearsAgo,
  BUILD_MS,
  day,
  dayWords,
  fillProfile,
  masked,
  openPerson,
  signIn,
  startWorld,
  takeOffice,
  tellStory,
  type World,
} from './world'

/**
 * The path from the first look to 条件都到了, on the phones of five people at once, in the built mini-program against the
 * real API on PostgreSQL: each test goes on where the one before it stopped. The branch is one where those live who have no
 * other, so that a pupil and somebody who works are in it together.
 */
const BRANCH = { code: 'SH-V01', words: '示例社区', name: '示例社区团支部（示例）' }
const COMMITTEE = { code: 'SH-DXD', name: '大学东路街道团工委' }
const DISTRICT = { code: 'SH' }
const NAME = '申请人·寅'
const WORKER = '在职青年·卯'
const DRAFT = '想和大家一起做志愿服务（示例）'
const APPLICATION = 'packages/membership/application/index'
const SUBMITTED = 'packages/membership/submitted/index'
const PATH = 'pages/path/index'
const PERSON = 'packages/league/person/index'
const REQUIREMENT = 'packages/league/requirement/index'

const step = tellStory()

let world: World
let youth: Phone
let worker: Phone
let secretary: Phone
let officer: Phone

beforeAll(async () => {
  world = await startWorld(false)
}, BUILD_MS)
afterAll(() => world.close())

const db = () => world.api.district().db

/** What was done to the youth's application, as it is kept. */
async function acts(): Promise<readonly string[]> {
  const rows = await db()
    .selectFrom('step')
    .innerJoin('profile', 'profile.person_id', 'step.person_id')
    .select('step.step')
    .where('profile.name', '=', NAME)
    .orderBy('step.no')
    .execute()
  return rows.map((row) => row.step)
}

const typed = () => bornYearsAgo(world, 16)
/** What stands on the paper: a day earlier than what the youth typed. */
const written = () => `${typed().slice(0, 8)}${String(Number(typed().slice(8)) - 1).padStart(2, '0')}`

/** Opens the path anew on the youth's phone and on the secretary's, and holds both against each other and against what is expected. */
async function bothSay(...banner: readonly [over: string, title: string, pill: string]): Promise<void> {
  for (const phone of [youth, secretary]) {
    await phone.pullDown()
    await phone.waitFor('刚刚更新')
  }
  expect(youth.path()).toBe(PATH)
  expect(secretary.path()).toBe(PERSON)
  expect(told(youth).banner.slice(0, 3)).toEqual(banner)
  expect(told(secretary, 'secretary')).toEqual(told(youth))
}

/** The tile of a requirement on the youth's phone. */
function tile(title: string): string {
  return told(youth).tiles.find((words) => words.includes(title)) ?? ''
}

/** Opens a requirement on the secretary's phone: its tile, not the button that records something for it. */
async function opened(title: string): Promise<void> {
  await secretary.tap(new RegExp(`\\n${title}\\n`))
  await secretary.waitPath(REQUIREMENT)
  await secretary.waitFor('规定版本')
}

/** Holds what stands behind a requirement against each other; both phones end where they began. */
async function bothExplain(title: string): Promise<readonly string[]> {
  await youth.tap(title)
  await youth.waitPath('packages/membership/requirement/index')
  expect(youth.title()).toBe(title)
  const words = requirementWords(youth, title)
  await youth.back()
  await opened(title)
  expect(secretary.title()).toBe(title)
  expect(requirementWords(secretary, title, 'secretary')).toEqual(words)
  await secretary.back()
  return words
}

/** What left the phone, but for the question which rules hold: that one says nothing about anybody. */
function said(phone: Phone): readonly string[] {
  return phone
    .stats()
    .requests.map(
      ({ method, url, sent: bytes }) => `${method} ${new URL(url).pathname}${bytes > 0 ? ' with a body' : ''}`,
    )
    .filter((request) => request !== 'GET /v1/policy')
}

describe('a guest without a network', () => {
  step('sees the steps, the pack’s values and the rules on the first opening, and nothing is stored', async () => {
    // Slow enough for a second tap to come while the first is on its way.
    youth = await world.open('youth', { online: false, latency: 40 })
    expect(youth.title()).toBe('入团路径')
    for (const words of ['15 步', '8 学时', '20 小时', '优良', '三选一', '推优 · 积分 · 评议']) {
      expect([words, youth.see(words)]).toEqual([words, true])
    }
    for (const [stage, words] of [
      ['入团申请', '年满 14 周岁可以申请入团（团章）'],
      ['入团积极分子', '入团积极分子由基层团委批准（细则）'],
      ['培养考察 · 至少 3 个月', '每年志愿服务不少于 20 小时，是本区的必备条件'],
      ['发展对象', '公示 5 个工作日（本区规定）'],
      ['支部大会、审批、宣誓', '批准后 30 天内归档并录入智慧团建（细则）'],
    ] as const) {
      await youth.tap(stage)
      await youth.waitFor(words)
      expect(youth.text()).toContain('谁来办：')
    }
    expect(youth.text()).toMatch(/规定版本 \S+（\w{12}）/)
    expect(youth.storage).toEqual({})
  })

  step('asks what is missing by taps only, and gets the earliest day', async () => {
    youth.resetStats()
    await youth.tap('我现在差什么？')
    await youth.waitFor('不留记录，也不会发给任何人')
    await youth.tap(/^14 到 28/)
    await youth.tap('还没申请')
    await youth.tap('中学生')
    await youth.tap('优或良')
    await youth.tap('还没有', { exact: true })
    await youth.waitFor(`最快 ${dayWords(threeMonthsOn())} 具备条件`)
    for (const words of [
      '这是一天都不耽误的算法：成为积极分子后，培养考察满 3 个月',
      '思政课考评：达到了',
      '志愿服务：还差 20 小时',
    ]) {
      expect([words, youth.see(words)]).toEqual([words, true])
    }
    // Another answer, another day: it is computed anew.
    await youth.tap('已是积极分子')
    await youth.tap('2 个多月')
    await youth.tap('6 学时')
    await youth.waitFor(`最快 ${dayWords(oneMonthOn())} 具备条件`)
    expect(youth.see('团课学习：还差 2 学时')).toBe(true)
    await youth.tap(/^不到 14/)
    await youth.waitFor('还没到年龄，先不着急')
    expect(youth.touchables().filter(({ tag }) => tag === 'wx-input' || tag === 'wx-textarea')).toEqual([])
    expect(said(youth)).toEqual([])
    expect(youth.storage).toEqual({})
  })

  step('and with a network, too, nothing is sent or stored', async () => {
    await youth.online()
    await youth.settle()
    // How far the phone's clock is off is learnt from any answer, at whatever moment it comes.
    const stored = withoutClock(youth.storage)
    youth.resetStats()
    await youth.tap(/^14 到 28/)
    await youth.tap('还没申请')
    await youth.tap('在职', { exact: true })
    await youth.tap('20 小时以上')
    await youth.waitFor('具备条件')
    expect(youth.see('思政课考评：不适用')).toBe(true)
    expect(said(youth)).toEqual([])
    expect(withoutClock(youth.storage)).toEqual(stored)
    await youth.back()
  })
})

function withoutClock({ clock: _, ...rest }: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return rest
}

/** The day three months after today, which is the first of a month. */
function threeMonthsOn(): string {
  const [year = '', month = ''] = day(world, 0).split('-')
  return `${year}-${String(Number(month) + 3).padStart(2, '0')}-01`
}

function oneMonthOn(): string {
  const [year = '', month = ''] = day(world, 0).split('-')
  return `${year}-${String(Number(month) + 1).padStart(2, '0')}-01`
}

describe('applying', () => {
  step('begins with who one is, and what one does', async () => {
    await signIn(youth)
    await youth.waitFor('从这里开始')
    await youth.tap('填写我的资料')
    await fillProfile(youth, { name: NAME, born: typed(), branch: BRANCH.words, occupation: '中学生' })
    await youth.tap('保存')
    await youth.waitPath(PATH)
    await youth.waitFor('等团支书，第 1 天')
    expect(told(youth).banner.slice(0, 3)).toEqual(['入团路径 · 共 15 步', '还没有申请', '等团支书，第 1 天'])
    expect(await db().selectFrom('profile').select(['name', 'birth_date', 'occupation']).execute()).toEqual([
      { name: NAME, birth_date: typed(), occupation: 'pupil' },
    ])
  })

  step('says what goes to whom; a draft is there after the app was closed', async () => {
    // The branch hasn't answered yet: applying is one's own step.
    await youth.tap('提交入团申请')
    await youth.waitPath(APPLICATION)
    expect(youth.see(`提交后，给${BRANCH.name}看到：姓名、出生日期、你现在的身份，和上面写的话`)).toBe(true)
    await youth.fill('想对支部说的话', DRAFT)
    await youth.restart()
    await youth.tap('提交入团申请')
    await youth.waitPath(APPLICATION)
    expect(youth.value('想对支部说的话')).toBe(DRAFT)
    expect(await acts()).toEqual([])
  })

  step('without a network it says so kindly and keeps the draft', async () => {
    await youth.offline()
    await youth.tap('提交入团申请')
    await youth.waitFor('连不上服务。填写的内容还在；再点一次就好，不会重复提交。')
    expect(youth.value('想对支部说的话')).toBe(DRAFT)
    expect(JSON.stringify(youth.storage)).toContain(DRAFT)
    expect(await acts()).toEqual([])
  })

  step('tapped twice, its reply lost: it has arrived once', async () => {
    await youth.online()
    youth.resetStats()
    // The app repeats twice by itself what is safe to repeat.
    youth.loseReplies(3, /\/v1\/me\/application$/)
    await Promise.all([
      youth.tap('提交入团申请', { exact: true }),
      youth.tap('提交入团申请', { exact: true, allowDisabled: true }),
    ])
    await youth.waitFor('再点一次就好，不会重复提交')
    expect(youth.value('想对支部说的话')).toBe(DRAFT)
    expect(sent(youth)).toBe(3)
    expect(await acts()).toEqual(['submitted'])
  })

  step('closed, opened while nothing is heard, and tapped again: still once', async () => {
    await youth.offline()
    await youth.restart()
    await youth.waitFor('没有连上服务')
    youth.loseReplies(99, /\/v1\/me(\/path)?$/)
    await youth.online()
    await youth.tap('提交入团申请')
    await youth.waitPath(APPLICATION)
    expect(youth.value('想对支部说的话')).toBe(DRAFT)
    youth.resetStats()
    await youth.tap('提交入团申请', { exact: true })
    await youth.waitPath(SUBMITTED)
    await youth.waitFor('已提交，等待支部收到书面申请书')
    expect(sent(youth)).toBe(1)
    expect(await acts()).toEqual(['submitted'])
    youth.loseReplies(0)
    const words = await db().selectFrom('fact_text').select('body').execute()
    expect(words.map(({ body }) => body)).toEqual([{ words: DRAFT }])
  })

  step('what to bring and to whom; the draft is gone', async () => {
    for (const words of ['带什么', '亲手写', '交给谁', `${BRANCH.name}的团支书`, '这一天就是你的申请日']) {
      expect([words, youth.see(words)]).toEqual([words, true])
    }
    expect(JSON.stringify(youth.storage)).not.toContain('draft')
    // Back to the path: the form is gone.
    await youth.back()
    expect(youth.path()).toBe(PATH)
    await youth.pullDown()
    await youth.waitFor('已提交，等书面申请书')
    expect(youth.see('看看要带什么、交给谁')).toBe(true)
  })
})

/** How often the application was sent. */
function sent(phone: Phone): number {
  return phone.stats().requests.filter(({ method, url }) => method === 'POST' && url.endsWith('/me/application')).length
}

describe('the branch secretary', () => {
  step('sees today’s tasks first, and only names', async () => {
    worker = await world.open('worker')
    await signIn(worker)
    await worker.tap('填写我的资料')
    await fillProfile(worker, { name: WORKER, born: bornYearsAgo(world, 22), branch: BRANCH.words, occupation: '在职' })
    await worker.tap('保存')
    await worker.waitPath(PATH)

    secretary = await world.open('secretary')
    await takeOffice(world, secretary, 'branch-secretary', BRANCH)
    await secretary.tap('我的支部')
    await secretary.waitFor('今天要办 2 件')
    expect(secretary.text().split('\n')[0]).toBe('今天要办 2 件')
    expect(secretary.text()).not.toMatch(/出生|周岁|中学生/)
    expect(secretary.text()).not.toContain(DRAFT)
  })

  step('confirms who belongs here', async () => {
    for (const name of [NAME, WORKER]) {
      await secretary.tap('确认支部', { near: name })
      await secretary.waitFor('是不是本支部的人')
      await secretary.tap('确认是我支部的')
      await secretary.waitGone('是不是本支部的人')
    }
    // The one who applied has become the next task.
    await secretary.waitFor('今天要办 1 件')
    await openPerson(secretary, NAME)
    await bothSay('入团路径 · 第 1 步，共 15 步', '已提交，等书面申请书', '等团支书，第 1 天')
    await opened('组织推荐')
    expect(secretary.see(`想说的话：${DRAFT}`)).toBe(true)
    await secretary.back()
  })

  step('confirms the paper: the birth date written on it is asked about, and counts from then on', async () => {
    await secretary.back()
    await secretary.tap('确认收到书面申请书')
    await secretary.waitFor('不用拍照，申请书上有住址和身份证号')
    await secretary.fill('谁收的', '团支书·丙')
    // It is typed from the paper: the form doesn't say what the youth typed.
    expect(secretary.text()).not.toContain(typed().slice(0, 4))
    await secretary.pick('申请书上写的出生日期', written())
    secretary.nextModal('cancel', 'confirm')
    await secretary.tap('确认收到', { exact: true })
    expect(secretary.modals[secretary.modals.length - 1]?.title).toBe('出生日期不一样')
    expect(await acts()).toEqual(['submitted'])
    await secretary.tap('确认收到', { exact: true })
    await secretary.waitFor('今天要办 1 件')
    expect(await acts()).toEqual(['submitted', 'applied'])

    await openPerson(secretary, NAME)
    await bothSay('入团申请人 · 第 2 步，共 15 步', '已申请，等谈话', '等团支书，第 1 天')
    expect(youth.see('团支书·丙收到')).toBe(true)
  })

  step('the youth’s profile shows it confirmed, and locked', async () => {
    await youth.tap('我的', { exact: true })
    await youth.tap('我的数据')
    const [year, month, date] = written().split('-').map(Number)
    const words = `${year}年${month}月${date}日`
    await youth.waitFor(`${words}（团支书已按书面申请书核对）`)
    await youth.tap('更正我的资料')
    await youth.waitFor('团支书已按书面申请书核对，以它为准')
    expect(youth.see(words)).toBe(true)
    expect(youth.touchables().filter(({ name }) => name.includes('出生日期'))).toEqual([])
    await youth.back()
    await youth.back()
    await youth.tap('路径', { exact: true })
  })

  step('records the talk within its month', async () => {
    world.pass(2)
    await bothSay('入团申请人 · 第 2 步，共 15 步', '已申请，等谈话', '等团支书，第 3 天')
    const last = dayWords(`${day(world, 0).slice(0, 5)}10-01`)
    expect(youth.see(`等团支书安排谈话，第 3 天，还剩 28 天（最晚 ${last}）。`)).toBe(true)
    expect(secretary.see('轮到你：安排谈话')).toBe(true)
    expect(secretary.see('第 3 天，还剩 28 天')).toBe(true)
    await secretary.tap('记录谈话')
    await secretary.waitFor(`谈话最晚 ${last}，还剩 28 天`)
    await secretary.pick('谈话的日期', day(world, -1))
    await secretary.fill('谁谈的', '团支书·丙')
    await secretary.fill('谈了什么', '为什么想入团，平时的学习（示例）')
    await secretary.tap('记录谈话', { exact: true })
    await secretary.waitPath(PERSON)
    await bothSay('入团申请人 · 第 3 步，共 15 步', '已谈话，等推荐', '等团支书，第 1 天')
  })

  step('nominates: who decides follows from how many members there are', async () => {
    await nominate('2')
    await secretary.waitFor('支部至少要有 3 名团员，才能讨论推荐')
    await secretary.fill('支部有多少名团员', '6')
    expect(secretary.see('由支部大会讨论决定')).toBe(true)
    await secretary.fill('支部有多少名团员', '8')
    expect(secretary.see('由支委会讨论决定')).toBe(true)
    await secretary.tap('提交推荐')
    await secretary.waitPath(PERSON)
    await bothSay('入团申请人 · 第 3 步，共 15 步', '已推荐，等团委批准', '等团委，第 1 天')
    expect(await acts()).toEqual(['submitted', 'applied', 'talked', 'nominated'])
  })
})

/** Fills the nomination's form from the person's page and sends it. */
async function nominate(members: string): Promise<void> {
  await secretary.tap('记录推荐')
  await secretary.waitFor('推荐的方式')
  await secretary.tap('推优入团')
  await secretary.fill('支部有多少名团员', members)
  await secretary.fill('会议记录', '支委会讨论，同意推荐（示例）')
  await secretary.tap('提交推荐')
}

describe('the committee’s officer', () => {
  step('opens a minor’s nomination with a reason, and returns it with another', async () => {
    officer = await world.open('officer')
    await takeOffice(world, officer, 'committee-officer', COMMITTEE)
    await officer.tap('推荐待批')
    await officer.waitFor('1 份推荐等你答复')
    expect(officer.see(NAME)).toBe(false)
    await openPerson(officer, masked(NAME), '审核推荐')
    expect(officer.see(NAME)).toBe(true)
    await answer('写明原因，支部可以再推荐')
    await officer.waitFor('请写下退回的原因，支部和本人都看得到')
    await officer.fill('为什么退回', '会议记录里缺到会人数（示例）')
    await officer.tap('提交答复')
    await officer.waitPath(PERSON)
  })

  step('the youth reads why, and the branch nominates again', async () => {
    await bothSay('入团申请人 · 第 3 步，共 15 步', '推荐被退回', '等团支书，第 1 天')
    expect(youth.see('团委写的原因：会议记录里缺到会人数（示例）')).toBe(true)
    expect(secretary.see('会议记录里缺到会人数（示例）')).toBe(true)
    await nominate('8')
    await secretary.waitPath(PERSON)
    await bothSay('入团申请人 · 第 3 步，共 15 步', '已推荐，等团委批准', '等团委，第 1 天')
    expect(youth.see('会议记录里缺到会人数')).toBe(false)
  })

  step('approves: an activist', async () => {
    await officer.pullDown()
    await officer.waitFor('轮到你：答复推荐')
    await answer('成为入团积极分子')
    await officer.waitFor('请填写是谁批准的')
    await officer.fill('谁批准的', '街道团工委会议（示例）')
    await officer.tap('提交答复')
    await officer.waitPath(PERSON)
    await bothSay('入团积极分子 · 第 4 步，共 15 步', '已批准，等定培养联系人', '等团支书，第 1 天')
    expect(tile('组织推荐')).toContain('已批准')
    await officer.back()
    await officer.waitFor('没有等答复的推荐')
    expect(await acts()).toEqual([
      ...['submitted', 'applied', 'talked', 'nominated', 'returned', 'nominated', 'activist'],
    ])
  })

  step('the youth sees who looked, in which office and why', async () => {
    await youth.tap('我的', { exact: true })
    await youth.tap('我的数据')
    await youth.waitFor('谁看过我')
    const lines = youth.text().split('\n')
    const looked = lines.slice(lines.indexOf('谁看过我')).join('\n')
    expect(looked).toMatch(new RegExp(`${COMMITTEE.name}.*\n?.*审核推荐`))
    expect(looked).toContain(BRANCH.name)
    await youth.back()
    await youth.tap('路径', { exact: true })
  })

  step('records somebody grown up from paper, without a reason', async () => {
    await officer.back()
    await officer.tap('下属支部')
    await officer.waitFor('走到哪一步')
    await officer.tap(BRANCH.name)
    await openPerson(officer, masked(WORKER))
    await officer.tap('补录入团积极分子')
    await officer.waitFor('批准的日期')
    await officer.pick('批准的日期', day(world, -1))
    await officer.pick('入团方式', '评议入团')
    await officer.fill('谁批准的', '街道团工委会议（示例）')
    await officer.pick('批准的纸质材料', '看过了')
    await officer.tap('登记', { exact: true })
    await officer.waitPath(PERSON)
    await worker.pullDown()
    await worker.waitFor('入团积极分子')
    expect(told(worker).trail.slice(0, 3).join()).toContain('补录')
    expect(told(worker).tiles.find((words) => words.includes('思政课考评'))).toMatch(/不适用.*没有这门课/)
  })
})

/** Opens the answer's form from the person's page, chooses by what it leads to, and sends. */
async function answer(what: string): Promise<void> {
  await officer.tap('答复推荐', { exact: true })
  await officer.waitFor('支部的推荐')
  expect(officer.see('支委会讨论，同意推荐（示例）')).toBe(true)
  await officer.tap(what)
  await officer.tap('提交答复')
}

/** Records a class of today for the youth, from their page. */
async function recordClass(hours: string, what: string): Promise<void> {
  await secretary.tap('登记团课')
  await secretary.waitFor('上课的日期')
  await secretary.fill('学时', hours)
  await secretary.fill('学了什么', what)
  await secretary.fill('谁可以作证', '讲师团·一')
  await secretary.tap('登记', { exact: true })
  await secretary.waitPath(PERSON)
}

describe('training', () => {
  step('begins with the mentors', async () => {
    await secretary.tap('定培养联系人')
    await secretary.waitFor('要 1 到 2 名')
    await secretary.fill('培养联系人一', '联系人·示例')
    await secretary.tap('党员', { exact: true })
    await secretary.tap('定下培养联系人')
    await secretary.waitPath(PERSON)
    await bothSay('入团积极分子 · 第 5 步，共 15 步', '培养考察中', '轮到你')
    expect(youth.labels()).toContain(
      `第 4 步，确定培养联系人，已完成，${dayWords(day(world, 0))} · 联系人·示例（党员）`,
    )
  })

  step('a class for two at once, on one screen', async () => {
    await secretary.back()
    await secretary.tap('记团课')
    await secretary.waitFor('谁上了这次团课')
    await secretary.tap('登记', { exact: true })
    await secretary.waitFor('请先选上过这次团课的人')
    await secretary.tap('全选')
    await secretary.fill('学时', '2.5')
    await secretary.fill('学了什么', '第一、二课')
    await secretary.fill('谁可以作证', '讲师团·一')
    secretary.resetStats()
    await secretary.tap('给 2 人登记')
    await secretary.waitFor('已登记 2 人')
    for (const name of [NAME, WORKER]) expect([name, secretary.see(name)]).toEqual([name, true])
    expect(secretary.stats().requests.filter(({ method }) => method === 'POST')).toHaveLength(1)
    await secretary.tap('回到支部')
    await openPerson(secretary, NAME)
    await bothSay('入团积极分子 · 第 5 步，共 15 步', '培养考察中', '轮到你')
    expect(tile('团课学习')).toMatch(/2\.5 \/ 8 学时.*还差 5\.5 学时/)
    await worker.pullDown()
    await worker.waitFor('2.5 / 8 学时')
  })

  step('hours of service on three days, and the grade', async () => {
    for (const [ago, hours] of [
      [2, '8'],
      [1, '8'],
      [0, '4'],
    ] as const) {
      await secretary.tap('登记志愿服务')
      await secretary.waitFor('服务的日期')
      await secretary.pick('服务的日期', day(world, -ago))
      await secretary.fill('时长', hours)
      await secretary.fill('做了什么', `社区服务${ago}`)
      await secretary.fill('谁可以作证', '社区志愿者站（示例）')
      await secretary.tap('登记', { exact: true })
      await secretary.waitPath(PERSON)
    }
    await bothSay('入团积极分子 · 第 5 步，共 15 步', '培养考察中', '轮到你')
    expect(tile('志愿服务')).toMatch(/20 \/ 20 小时.*已达到/)
    expect((await bothExplain('志愿服务')).join('\n')).toContain('社区服务2')

    await secretary.tap('登记思政课考评')
    await secretary.waitFor('哪个学期')
    await secretary.tap('良', { exact: true })
    await secretary.fill('哪个学期', '高二上学期')
    await secretary.tap('登记', { exact: true })
    await secretary.waitPath(PERSON)
    await bothSay('入团积极分子 · 第 5 步，共 15 步', '培养考察中', '轮到你')
    expect(tile('思政课考评')).toMatch(/良.*已计入/)
    await bothExplain('思政课考评')
  })

  step('a correction and a strike, with what was there before and why', async () => {
    world.pass(1)
    await recordClass('5.5', '第三至七课')
    await recordClass('1.5', '不该在这里的一课')
    await bothSay('入团积极分子 · 第 5 步，共 15 步', '培养考察中', '只等时间')
    expect(tile('团课学习')).toMatch(/9\.5 \/ 8 学时/)
    await opened('团课学习')
    await secretary.tap('更正这一条', { near: '第三至七课' })
    await secretary.waitFor('更正会新记一条')
    await secretary.fill('为什么更正', '多记了半学时')
    await secretary.fill('学时', '5')
    await secretary.tap('更正', { exact: true })
    await secretary.waitPath(REQUIREMENT)
    await secretary.tap('更正这一条', { near: '不该在这里的一课' })
    await secretary.waitFor('更正会新记一条')
    await secretary.fill('为什么更正', '那天没有来')
    await secretary.tap('作废这一条')
    await secretary.waitPath(REQUIREMENT)
    await secretary.back()
    await bothSay('入团积极分子 · 第 5 步，共 15 步', '培养考察中', '轮到你')
    expect(tile('团课学习')).toMatch(/7\.5 \/ 8 学时.*还差 0\.5 学时/)
    const words = (await bothExplain('团课学习')).join('\n')
    for (const said of ['已更正', '更正的原因：多记了半学时', '已作废', '作废的原因：那天没有来']) {
      expect(words).toContain(said)
    }
    await recordClass('0.5', '第八课')
    await bothSay('入团积极分子 · 第 5 步，共 15 步', '培养考察中', '只等时间')
  })

  step('offline on a later day the days count on from what is known', async () => {
    const before = day(world, 0)
    expect(tile('培养考察')).toMatch(/^1 \/ 91 天/)
    await youth.offline()
    world.pass(30)
    await youth.restart()
    await youth.waitFor('没有连上服务')
    expect(youth.see(`先看上次的内容（${dayWords(before)}`)).toBe(true)
    expect(tile('培养考察')).toMatch(/^31 \/ 91 天.*还需 60 天/)
    await youth.online()
    // The session is over after thirty days: WeChat signs in again by itself.
    await youth.waitFor('刚刚更新')
    await secretary.pullDown()
    expect(told(secretary, 'secretary')).toEqual(told(youth))
    expect(tile('培养考察')).toMatch(/^31 \/ 91 天/)
  })

  step('and after three months everything is there', async () => {
    world.pass(59)
    await bothSay('入团积极分子 · 第 5 步，共 15 步', '培养考察中', '只等时间')
    expect(tile('培养考察')).toMatch(/^90 \/ 91 天.*还需 1 天/)
    world.pass(1)
    await bothSay('入团积极分子 · 第 6 步，共 15 步', '条件都到了', '等团支书')
    expect(tile('培养考察')).toContain('已满')
    await secretary.back()
    await secretary.waitFor('条件已具备')
    // What is done outside the app is no task here: there is only the other's, who still has no mentors.
    await secretary.waitFor('今天要办 1 件')
    expect(secretary.see('支委会：讨论列为发展对象')).toBe(true)
  })
})

describe('above the branch', () => {
  step('there are numbers, and no names', async () => {
    const district = await world.open('district')
    await takeOffice(world, district, 'district-officer', DISTRICT)
    await district.tap('全区情况')
    await district.waitFor('走到哪一步')
    for (const words of ['已确认支部', '超过期限', COMMITTEE.name]) {
      expect([words, district.see(words)]).toEqual([words, true])
    }
    expect(district.text()).not.toMatch(new RegExp(`${NAME}|${WORKER}`))
    district.assertClean()
  })
})

describe('a picture to share', () => {
  step('holds the steps and neither name, branch nor day', async () => {
    await youth.tap('做成一张图分享')
    await youth.waitPath('packages/membership/share/index')
    await youth.settle()
    const drawn = youth.canvas.filter(([stroke]) => stroke === 'fillText').map(([, text]) => String(text))
    expect(drawn).toContain('我的入团路径')
    expect(drawn).toContain('5')
    expect(drawn).toContain('步，共 15 步')
    expect(drawn).toContain('条件都到了')
    expect(drawn.join()).not.toMatch(new RegExp(`寅|${BRANCH.words}|支部|街道|\\d月`))
    expect(youth.labels().join()).toContain('我的入团路径：走过 5 步，共 15 步，条件都到了')
  })

  step('goes out by WeChat’s own menu, and says what else works when that is denied', async () => {
    youth.failNext('showShareImageMenu', 'showShareImageMenu:fail auth deny')
    await youth.tap('分享这张图')
    await youth.waitFor('没有做成，可以截屏分享')
    await youth.tap('分享这张图')
    await youth.settle()
    expect(youth.calls.filter(({ api }) => api === 'showShareImageMenu')).toHaveLength(1)
    await youth.back()
  })
})

describe('a desktop', () => {
  let token: string

  const desk = async (account: string, digits: string) => {
    const { port } = world.api.app.server.address() as { port: number }
    return fetch(`http://127.0.0.1:${port}/v1/sessions/desk`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-district': 'saihan' },
      body: JSON.stringify({ account, digits }),
    })
  }
  const people = async () => {
    const { port } = world.api.app.server.address() as { port: number }
    const url = `http://127.0.0.1:${port}/v1/organisations/${BRANCH.code}/people`
    return (await fetch(url, { headers: { authorization: `Bearer ${token}`, 'x-district': 'saihan' } })).status
  }
  const shown = () => /登录数字，([\d ，]+)/.exec(officer.labels().join('\n'))?.[1]?.replace(/\D/g, '') ?? ''

  step('is opened once with the six digits that the officer’s phone shows', async () => {
    await officer.restart()
    const account = await accountCode(officer)
    await officer.tap('取六位数字')
    await officer.waitFor('还能用 5 分钟，只能用一次')
    expect(shown()).toMatch(/^\d{6}$/)
    const opened = await desk(account, shown())
    expect(opened.status).toBe(201)
    token = ((await opened.json()) as { token: string }).token
    expect(await people()).toBe(200)
    expect((await desk(account, shown())).status).toBe(422)
  })

  step('needs new digits after three wrong ones, and closes with the phone', async () => {
    const account = await accountCode(officer)
    await officer.tap('换一组数字')
    await officer.settle()
    const digits = shown()
    const wrong = digits === '000000' ? '000001' : '000000'
    for (let tries = 0; tries < 3; tries += 1) expect((await desk(account, wrong)).status).toBe(422)
    expect((await desk(account, digits)).status).toBe(422)
    expect(await people()).toBe(200)
    await officer.tap('退出登录')
    await officer.waitFor('还没有登录')
    await officer.settle()
    expect(await people()).toBe(401)
  })

  step('is nothing for somebody without an office', async () => {
    await youth.tap('我的', { exact: true })
    await youth.waitFor('账号代码')
    expect(youth.see('在电脑上办公')).toBe(false)
    await youth.tap('路径', { exact: true })
  })
})

describe('withdrawing', () => {
  step('is asked twice, and one begins anew', async () => {
    // The form's address leads to the open application, as long as there is one.
    await youth.restart({ path: APPLICATION })
    await youth.waitPath(SUBMITTED)
    await youth.waitFor('撤回申请')
    const asked = youth.modals.length
    youth.nextModal('confirm', 'cancel')
    await youth.tap('撤回申请')
    expect(youth.modals.length - asked).toBe(2)
    expect(await acts()).not.toContain('withdrawn')
    youth.nextModal('confirm', 'confirm')
    await youth.tap('撤回申请')
    await youth.waitPath(APPLICATION)
    await youth.waitFor('告诉支部，我想入团')
    expect(youth.see(`上一次申请在${dayWords(day(world, 0))}撤回了，可以重新提交`)).toBe(true)
    expect(youth.value('想对支部说的话')).toBe('')
    await youth.tap('提交入团申请', { exact: true })
    await youth.waitFor('已提交，等待支部收到书面申请书')
    expect((await acts()).slice(-2)).toEqual(['withdrawn', 'submitted'])
    for (const phone of [youth, worker, secretary, officer]) phone.assertClean()
  })
})
