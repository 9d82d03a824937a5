import type { Locator, Page } from 'playwright-core'
import type { MeReply } from '#contract/me'
import type { PathReply } from '#contract/path'
import type { DeskCodeReply } from '#contract/session'
import { describeInBrowser } from '../support/chromium'
import { button, choose, field, fill, open, words } from './hands'
import { BUILD_MS, startSite, type Site, type Visitor } from './site'
import { accountOf, callerOf } from './stage'

/**
 * The way from a first look to an activist in training, in the web version: the youth on a phone's width, the League's people at
 * a desktop. Each test goes on where the one before it stopped. A browser profile for each person.
 */
const YOUTH = '申请人·乙'
const BRANCH = '示例高级中学高二(1)班团支部（示例）'

const seen = (page: Page): Locator => page.locator(':visible')

/** A task of today about somebody. */
const task = (page: Page, title: string): Locator =>
  page.getByRole('button', { name: new RegExp(`^${title}.*${YOUTH}`) }).and(seen(page))

/** The tile of a requirement, with its state. */
const tile = (page: Page, title: string, state: string): Locator =>
  page.getByRole('button', { name: new RegExp(`${title}.*${state}`) }).and(seen(page))

/** The numbers of an overview's tiles and of its bar. */
async function sums(page: Page): Promise<Readonly<Record<string, number>>> {
  await words(page, '走到哪一步').waitFor()
  await words(page, '刚刚更新').waitFor()
  const bar = await page.getByRole('img', { name: /\d/ }).and(seen(page)).first().getAttribute('aria-label')
  const text = await page.locator('[role="main"]:visible').innerText()
  const number = (name: string) => Number(new RegExp(`${name}\\s+(\\d+)`).exec(text)?.[1])
  const steps = (bar ?? '').split('，').map((part) => part.split(' '))
  return {
    confirmed: number('已确认支部'),
    claimed: number('等支部确认'),
    ...Object.fromEntries(steps.map(([name = '', count]) => [name, Number(count)])),
  }
}

describeInBrowser('the path in the web version', (chromium) => {
  let site: Site
  let youth: Visitor
  let secretary: Visitor
  let officer: Visitor
  let district: Visitor
  let before: Readonly<Record<string, number>>

  beforeAll(async () => {
    site = await startSite(chromium)
    const desktop = { width: 1280 }
    ;[youth, secretary, officer, district] = [
      await site.open(),
      await site.open(desktop),
      await site.open(desktop),
      await site.open(desktop),
    ]
  }, BUILD_MS)
  afterAll(() => site.close())
  afterEach(() => {
    for (const { faults } of [youth, secretary, officer, district]) expect(faults).toEqual([])
  })

  async function asked<T>(url: string): Promise<T> {
    const caller = await callerOf(site.api, 'applicant-b')
    return (await caller.call('GET', url)).body as T
  }

  /** The youth looks again. */
  async function look(path = 'pages/path/index'): Promise<Page> {
    await youth.load(path)
    await words(youth.page, '刚刚更新').waitFor()
    return youth.page
  }

  /** The officer opens the nomination of the youth, a minor, and says why. */
  async function openNomination(): Promise<Page> {
    const { page } = officer
    await open(page, '推荐待批')
    await words(page, '份推荐等你答复').waitFor()
    const row = page.getByRole('row').filter({ hasText: '3月2日' }).and(seen(page))
    await row.getByRole('button').click()
    await words(page, '这位青年未满 18 周岁').waitFor()
    await open(page, '审核推荐')
    await words(page, '和本人看到的一样').waitFor()
    await button(page, '答复推荐').click()
    await words(page, '支部的推荐').waitFor()
    return page
  }

  it('the district sees where everybody is', async () => {
    await district.signIn('区团委·戊')
    await open(district.page, '全区情况')
    before = await sums(district.page)
    expect(before.claimed).toBeGreaterThan(0)
  })

  it('anybody checks in a few taps what is missing; nothing of it is kept or sent', async () => {
    const { page } = youth
    await youth.load('pages/path/index')
    await open(page, '我现在差什么？')
    await words(page, '不留记录').waitFor()
    const sent: string[] = []
    page.on('request', (request) => sent.push(`${request.method()} ${new URL(request.url()).pathname}`))
    await choose(page, '你多大了（周岁）？', '14 到 28')
    await choose(page, '走到哪一步了？', '还没申请')
    await choose(page, '你现在是？', '中学生')
    await choose(page, '最近一次思政课考评？', '优或良')
    await choose(page, '今年做了多少志愿服务？', '10 小时')
    // Activist today at the earliest, and three months from then: the training is what takes longest.
    await words(page, '最快 6月2日 具备条件').waitFor()
    await words(page, '还差 10 小时').waitFor()
    await choose(page, '你现在是？', '在职')
    await words(page, '思政课考评：不适用').waitFor()
    expect(sent).toEqual([])
    expect(await page.evaluate(() => JSON.stringify(sessionStorage))).not.toMatch(/pupil|employed|within/)
    page.removeAllListeners('request')
  })

  it('the branch is chosen on a page of its own: what was typed is there afterwards, even past a reload', async () => {
    const { page } = youth
    await youth.signIn(YOUTH)
    const chooses = async (typed: string, branch: string) => {
      await fill(page, { 姓名: typed })
      await open(page, '所在的团支部')
      await page.getByRole('button', { name: '示例高级中学团委' }).and(seen(page)).click()
      await button(page, '返回').click()
      await fill(page, { 搜索团支部: branch })
      await open(page, branch)
      await words(page, '和身份证上的一样').waitFor()
      expect(await field(page, '姓名').inputValue()).toBe(typed)
      await page.getByRole('button', { name: branch }).and(seen(page)).waitFor()
    }
    await youth.load('packages/membership/profile/index')
    await chooses(`${YOUTH}乙`, '示例社区团支部')
    // Reloaded among the branches there is nothing to go back to: the form is opened.
    await open(page, '所在的团支部')
    await page.getByRole('button', { name: '示例初级中学团委' }).and(seen(page)).click()
    await words(page, '初三(1)班').waitFor()
    await page.reload()
    await open(page, '初三(1)班')
    await page.getByRole('button', { name: '初三(1)班' }).and(seen(page)).waitFor()
    expect(await field(page, '姓名').inputValue()).toBe(`${YOUTH}乙`)
    await open(page, '所在的团支部')
    await page.reload()
    await words(page, '正大饲料团支部').waitFor()
    await button(page, '返回').click()
    await words(page, '和身份证上的一样').waitFor()
    // None of it was sent.
    expect((await asked<MeReply>('/v1/me')).profile?.name).toBe(YOUTH)
    await page.evaluate(() => {
      sessionStorage.removeItem('draft:profile')
    })
    await youth.load('pages/path/index')
  })

  it('the youth applies: the draft outlives a reload, two taps submit once', async () => {
    const { page } = youth
    await button(page, '提交入团申请').click()
    await words(page, '告诉支部，我想入团').waitFor()
    // What goes to whom is said before.
    await words(page, `提交后，给${BRANCH}看到`).waitFor()
    await fill(page, { 想对支部说的话: '想和大家一起做志愿服务' })
    await page.reload()
    await words(page, '告诉支部，我想入团').waitFor()
    expect(await field(page, '想对支部说的话').inputValue()).toBe('想和大家一起做志愿服务')
    await button(page, '提交入团申请').dblclick()
    await words(page, '已提交，等待支部收到书面申请书').waitFor()
    await words(page, '入团申请书一份').waitFor()
    // The form is gone, for whoever goes back and for who kept its address.
    await page.goBack()
    await words(page, '已提交，等书面申请书').waitFor()
    await youth.load('packages/membership/application/index')
    await words(page, '已提交，等待支部收到书面申请书').waitFor()
    expect(page.url()).toContain('packages/membership/submitted/index')
    expect((await asked<PathReply>('/v1/me/path')).facts.acts.map(({ act }) => act)).toEqual(['submitted'])
    expect(await page.evaluate(() => JSON.stringify(sessionStorage))).not.toContain('draft:')
    await words(await look(), '已提交，等书面申请书').waitFor()
  })

  it('the secretary begins with today: the branch, then the paper', async () => {
    const { page } = secretary
    await secretary.signIn('团支书·丙')
    await open(page, '我的支部')
    await words(page, '今天要办 3 件').waitFor()
    await task(page, '确认支部').click()
    // The name only, as long as nobody has said that they belong here.
    const sheet = page.getByRole('dialog')
    expect(await sheet.innerText()).not.toMatch(/2010|15/)
    await button(page, '确认是我支部的').click()
    await sheet.waitFor({ state: 'detached' })
    await task(page, '确认收到书面申请书').click()
    await words(page, '申请书上写的出生日期').waitFor()
    const { profile } = await asked<MeReply>('/v1/me')
    const birthDate = profile?.birthDate ?? ''
    await fill(page, { 谁收的: '团支书·丙', 申请书上写的出生日期: '2010-01-01' })
    await button(page, '确认收到').click()
    // Another one than the youth gave: asked once more, and looked at again.
    await words(page, '再看一眼申请书').waitFor()
    await button(page, '再看看').click()
    await fill(page, { 申请书上写的出生日期: birthDate })
    await button(page, '确认收到').dblclick()
    await task(page, '安排谈话').waitFor()
    const path = await look()
    await words(path, '已申请，等谈话').waitFor()
    await words(path, '团支书·丙收到').waitFor()
    // From now on the paper's birth date stands.
    await words(await lookAtProfile(), '团支书已按书面申请书核对').waitFor()
  })

  async function lookAtProfile(): Promise<Page> {
    await youth.load('packages/membership/profile/index')
    await words(youth.page, '保存').waitFor()
    return youth.page
  }

  it('then the talk, then the nomination', async () => {
    const { page } = secretary
    await task(page, '安排谈话').click()
    await words(page, '还剩').waitFor()
    await fill(page, { 谁谈的: '团支书·丙', 谈了什么: '谈入团动机' })
    await button(page, '记录谈话').click()
    await task(page, '讨论推荐').click()
    await choose(page, '推荐的方式', '推优入团')
    // Too few to discuss it: the rule says so before anything is sent.
    await fill(page, { 支部有多少名团员: '2', 会议记录: '讨论通过' })
    await button(page, '提交推荐').click()
    await words(page, '支部至少要有 3 名团员').waitFor()
    await fill(page, { 支部有多少名团员: '28' })
    await words(page, '由支委会讨论决定').waitFor()
    await button(page, '提交推荐').click()
    await words(page, '今天要办').waitFor()
    await words(await look(), '已推荐，等团委批准').waitFor()
  })

  it('the committee returns it with a reason, after it said why it looks at a minor', async () => {
    await officer.signIn('团委干部·丁')
    const page = await openNomination()
    await choose(page, '团委的答复', '退回')
    await button(page, '提交答复').click()
    await words(page, '请写下退回的原因').waitFor()
    await fill(page, { 为什么退回: '会议记录里没有写到会人数' })
    await button(page, '提交答复').click()
    await words(page, '团委退回的原因').waitFor()

    const path = await look()
    await words(path, '推荐被退回').waitFor()
    await words(path, '团委写的原因：会议记录里没有写到会人数').waitFor()
    await words(await look('packages/membership/data/index'), '审核推荐').waitFor()
    const data = await youth.page.locator('[role="main"]:visible').innerText()
    expect(data).toMatch(/示例高级中学团委[^]*审核推荐/)
    // Who looked is said by the office, not by a name.
    expect(data).not.toContain('团委干部·丁')
  })

  it('the branch sees the reason and recommends again; the committee approves', async () => {
    const { page } = secretary
    await page.reload()
    await task(page, '讨论推荐').click()
    await words(page, '会议记录里没有写到会人数').waitFor()
    await choose(page, '推荐的方式', '推优入团')
    await fill(page, { 支部有多少名团员: '28', 会议记录: '到会 24 人，一致同意推荐' })
    await button(page, '提交推荐').click()
    await words(page, '今天要办').waitFor()

    const answer = await openNomination()
    await words(answer, '到会 24 人').waitFor()
    await choose(answer, '团委的答复', '批准')
    await fill(answer, { 谁批准的: '校团委会议（示例）' })
    await button(answer, '提交答复').click()
    await words(answer, '已批准，等定培养联系人').waitFor()
    await words(await look(), '等团支书确定培养联系人').waitFor()
  })

  it('mentors, and a class of many with one whose day is full', async () => {
    const { page } = secretary
    await page.reload()
    await task(page, '确定培养联系人').click()
    await fill(page, { 培养联系人一: '联系人·一' })
    await choose(page, '是团员还是党员', '团员')
    await button(page, '定下培养联系人').click()
    await words(page, '今天要办').waitFor()
    await words(await look(), '联系人·一（团员）').waitFor()

    await button(page, '记团课').click()
    await page.getByRole('checkbox', { name: /全选/ }).and(seen(page)).click()
    await fill(page, { 学了什么: '第一、二课', 谁可以作证: '讲师团·一' })
    await page.getByRole('checkbox', { name: '申请人·辛' }).and(seen(page)).click()
    await page.getByRole('button', { name: /^给 \d+ 人登记$/ }).dblclick()
    await words(page, '已登记 5 人').waitFor()
    await button(page, '回到支部').click()
    await words(page, '今天要办').waitFor()
    await tile(await look(), '团课学习', '还差 6 学时').waitFor()
    expect((await asked<PathReply>('/v1/me/path')).facts.entries).toHaveLength(1)
  })

  it('volunteer hours, a grade, and a correction that stays readable', async () => {
    const { page } = secretary
    await page.getByRole('row').filter({ hasText: YOUTH }).getByRole('button').and(seen(page)).click()
    await words(page, '和本人看到的一样').waitFor()
    await open(page, '登记志愿服务')
    await fill(page, { 时长: '2.5', 做了什么: '社区图书整理', 谁可以作证: '社区志愿者站' })
    await words(page, '记作 2 小时 30 分钟').waitFor()
    await button(page, '登记').click()
    await words(page, '和本人看到的一样').waitFor()
    await open(page, '登记思政课考评')
    await choose(page, '等级', '良')
    await fill(page, { 哪个学期: '高二上学期' })
    await button(page, '登记').click()
    await words(page, '和本人看到的一样').waitFor()
    await tile(page, '思政课考评', '已计入').waitFor()

    await page
      .getByRole('button', { name: /团课学习/ })
      .and(seen(page))
      .click()
    await open(page, '更正这一条')
    await words(page, '更正会新记一条').waitFor()
    await page.getByLabel('学时', { exact: true }).and(seen(page)).fill('1.5')
    await button(page, '更正').click()
    await words(page, '请写下更正的原因').waitFor()
    await fill(page, { 为什么更正: '多记了半学时' })
    await button(page, '更正').click()
    // Back to what was corrected, and from there to the path.
    await words(page, '更正的原因：多记了半学时').waitFor()
    await button(page, '返回').click()
    await tile(page, '团课学习', '还差 6.5 学时').waitFor()
  })

  it('the youth’s path has moved, and says why in the same words', async () => {
    const path = await look()
    await words(path, '培养考察中').waitFor()
    for (const [title, state] of [
      ['团课学习', '还差 6.5 学时'],
      ['志愿服务', '还差 17.5 小时'],
      ['思政课考评', '已计入'],
      ['培养考察', '还需 92 天'],
      ['组织推荐', '已批准'],
    ] as const) {
      expect([title, await tile(path, title, state).count()]).toEqual([title, 1])
    }
    const opened = await look('packages/membership/requirement/index?rule=class-hours')
    await words(opened, '更正的原因：多记了半学时').waitFor()
    await words(opened, '已更正').waitFor()
  })

  it('the district’s numbers have moved with it', async () => {
    const { page } = district
    await page.reload()
    const after = await sums(page)
    const moved = (name: string) => (after[name] ?? 0) - (before[name] ?? 0)
    expect(['claimed', 'confirmed', '培养考察', '已推荐'].map(moved)).toEqual([-1, 1, 1, 0])
    // Down to the branch, where names are masked.
    await page.getByRole('row').filter({ hasText: '示例高级中学团委' }).getByRole('button').and(seen(page)).click()
    await page.getByRole('row').filter({ hasText: '高二(1)班' }).getByRole('button').and(seen(page)).click()
    await words(page, '培养考察').waitFor()
    expect(await page.locator('[role="main"]:visible').innerText()).not.toContain(YOUTH)
  })

  it('on a desktop one signs in with the phone’s digits: three tries, once', async () => {
    const phone = await callerOf(site.api, 'secretary')
    const account = await accountOf(site.api, 'secretary')
    const digits = async () => ((await phone.call('POST', '/v1/me/desk-codes')).body as DeskCodeReply).digits
    const desk = await site.open({ width: 1280 })
    const { page } = desk
    const tryWith = async (typed: string) => {
      await fill(page, { 账号代码: account, 六位数字: typed })
      await button(page, '登录').click()
    }
    const refused = async () => {
      await words(page, '输错三次，这组数字就作废了').waitFor()
    }
    await desk.load('packages/membership/sign-in/index')
    await button(page, '同意并登录').click()
    await words(page, '用数字登录').waitFor()
    const first = await digits()
    const wrong = first === '000000' ? '000001' : '000000'
    // A slip of the finger costs no try: it isn't sent.
    await tryWith('12')
    await words(page, '请填写手机上显示的六位数字').waitFor()
    for (let tries = 0; tries < 3; tries++) {
      await tryWith(wrong)
      await refused()
    }
    // The right ones come too late.
    await tryWith(first)
    await refused()
    const second = await digits()
    await tryWith(`${second.slice(0, 3)} ${second.slice(3)}`)
    await page.waitForURL(/pages\/path/)
    await open(page, '我的支部')
    await words(page, BRANCH).waitFor()
    // Digits are shown by a phone only.
    await desk.load('pages/mine/index')
    await words(page, '退出登录').waitFor()
    expect(await button(page, '取六位数字').count()).toBe(0)
    // Used once: nobody else comes in with them.
    const other = await site.open({ width: 1280 })
    await other.load('packages/membership/sign-in/index')
    await button(other.page, '同意并登录').click()
    await fill(other.page, { 账号代码: account, 六位数字: second })
    await button(other.page, '登录').click()
    await words(other.page, '账号代码或数字不对').waitFor()
    expect(desk.faults).toEqual([])
    expect(other.faults).toEqual([])
  })
})
