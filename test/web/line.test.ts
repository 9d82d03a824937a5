import type { Locator, Page } from 'playwright-core'
import { asPersona } from '../server/support'
import { describeInBrowser } from '../support/chromium'
import { button, fill, words } from './hands'
import { BUILD_MS, startSite, type Site, type Visitor } from './site'

/**
 * The line of the first issue in the web version, with the demo's personas: each test goes on where the one before it
 * stopped. A browser profile for each person.
 */
const YOUTH = '申请人·乙'
const BRANCH = '示例高级中学高二(1)班团支部（示例）'

/** The visible lines about the opened requirement, from its entries to the rules' version. */
async function requirementWords(page: Page): Promise<readonly string[]> {
  const lines = (await page.locator('[role="main"]:visible').innerText())
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && line !== '更正这一条')
  const from = lines.indexOf('团课记录')
  const to = lines.findIndex((line) => line.startsWith('规定版本'))
  if (from < 0 || to < from) throw new Error(`no requirement on this page:\n${lines.join('\n')}`)
  return lines.slice(from, to + 1)
}

/** The tile of the class hours: its ring comes first in what it is called. */
const classHours = (page: Page): Locator =>
  page
    .getByRole('button', { name: /团课学习/ })
    .and(page.locator(':visible'))
    .first()

/** Everything that the tab and the device keep. */
async function stored(page: Page): Promise<string> {
  return page.evaluate(() => [sessionStorage, localStorage].map((one) => JSON.stringify(one)).join())
}

describeInBrowser('the line in the web version', (chromium) => {
  let site: Site
  let youth: Visitor
  let secretary: Visitor
  let officer: Visitor

  beforeAll(async () => {
    site = await startSite(chromium)
    ;[youth, secretary, officer] = await Promise.all([site.open(), site.open(), site.open()])
  }, BUILD_MS)
  afterAll(() => site.close())
  afterEach(() => {
    for (const visitor of [youth, secretary, officer]) expect(visitor.faults).toEqual([])
  })

  it('is served with headers that allow its own scripts only', async () => {
    for (const path of ['/', '/v1/health', '/v1/me', '/nowhere']) {
      const { headers } = await fetch(site.origin + path)
      const policy = headers.get('content-security-policy') ?? ''
      const directives = new Map(policy.split(';').map((part) => [part.trim().split(' ')[0], part]))
      expect([path, directives.get('script-src') ?? directives.get('default-src')]).toEqual([path, "script-src 'self'"])
      expect(policy).toContain("object-src 'none'")
      expect(policy).toContain("frame-ancestors 'none'")
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('referrer-policy')).toBe('no-referrer')
      expect(headers.get('access-control-allow-origin')).toBeNull()
      expect(headers.get('set-cookie')).toBeNull()
    }
    expect((await fetch(site.origin)).headers.get('cache-control')).toBe('no-cache')
  })

  it('shows the rule to anybody, and keeps nothing of them', async () => {
    const { page } = youth
    await youth.load('pages/path/index')
    await words(page, '8 学时').waitFor()
    await page
      .getByRole('button', { name: /培养考察/ })
      .first()
      .click()
    await words(page, '细则').waitFor()
    await words(page, '本区规定').waitFor()
    expect(await page.evaluate(() => Object.keys(sessionStorage).filter((key) => key !== 'clock'))).toEqual([])
  })

  it('asks before it signs in, and takes a no', async () => {
    const { page } = youth
    await button(page, '登录，看看我的进度').click()
    await words(page, '留多久').waitFor()
    await button(page, '不同意，返回').click()
    await button(page, '登录，看看我的进度').waitFor()
    await youth.signIn(YOUTH)
    await words(page, '等团支书，第 3 天').waitFor()
  })

  it('keeps the token in the tab’s storage only', async () => {
    const { page, context } = youth
    const kept = await page.evaluate(() => ({
      tab: JSON.stringify(sessionStorage),
      device: JSON.stringify(localStorage),
      cookies: document.cookie,
      address: location.href,
    }))
    expect(kept.tab).toMatch(/"token/)
    expect(kept.device).not.toMatch(/token|乙/)
    expect(kept.cookies).toBe('')
    expect(kept.address).not.toMatch(/token/)
    expect(await context.cookies()).toEqual([])
    await page.reload()
    await words(page, '等团支书，第 3 天').waitFor()
  })

  it('the secretary confirms and records two class hours', async () => {
    const { page } = secretary
    await secretary.signIn('团支书·丙')
    await page.getByRole('button', { name: '我的支部' }).and(page.locator(':visible')).first().click()
    await words(page, BRANCH).waitFor()
    await words(page, YOUTH).waitFor()
    await page
      .getByRole('button', { name: /申请人·乙/ })
      .and(page.locator(':visible'))
      .first()
      .click()
    await words(page, '你只看得到姓名').waitFor()
    await button(page, '确认是我支部的').click()
    await words(page, '确认是我支部的').waitFor({ state: 'hidden' })
    await page
      .getByRole('button', { name: /申请人·乙/ })
      .and(page.locator(':visible'))
      .first()
      .click()
    await words(page, '和本人看到的一样').waitFor()
    await button(page, '登记团课').click()
    await fill(page, { 上课的日期: '2026-03-01', 学了什么: '第一、二课', 谁可以作证: '讲师团·一' })
    await button(page, '登记').dblclick()
    await words(page, '和本人看到的一样').waitFor()
    await classHours(page).click()
    await words(page, '不计入：成为积极分子之前').waitFor()
    await youth.page.reload()
    await classHours(youth.page).click()
    await words(youth.page, '不计入：成为积极分子之前').waitFor()
    expect(await requirementWords(page)).toEqual(await requirementWords(youth.page))
    expect((await requirementWords(page)).filter((line) => line.includes('第一、二课'))).toHaveLength(1)
  })

  it('the officer opens a minor’s row with a reason, records the activist, and the ring moves', async () => {
    const { page } = officer
    await officer.signIn('团委干部·丁')
    await page.getByRole('button', { name: '下属支部' }).and(page.locator(':visible')).first().click()
    await page
      .getByRole('button', { name: /高二\(1\)班/ })
      .and(page.locator(':visible'))
      .first()
      .click()
    expect(await page.getByText(YOUTH).and(page.locator(':visible')).count()).toBe(0)
    const { person } = (await (await asPersona(site.api, 'applicant-b')).call('GET', '/v1/me')).body as {
      person: string
    }
    await officer.load(`packages/league/person/index?person=${person}`)
    await words(page, '为什么打开').waitFor()
    await page
      .getByRole('button', { name: /审核推荐/ })
      .and(page.locator(':visible'))
      .first()
      .click()
    await words(page, YOUTH).waitFor()
    await button(page, '补录入团积极分子').click()
    await fill(page, { 批准的日期: '2026-02-20', 谁批准的: '校团委会议（示例）' })
    await fill(page, { 入团方式: '推优入团', 批准的纸质材料: '看过了' })
    await button(page, '登记').click()
    await words(page, '和本人看到的一样').waitFor()
    await youth.load('pages/path/index')
    await words(youth.page, '还差 6 学时').waitFor()
    await youth.page.getByRole('img', { name: '已计入 2，待认定 0，需要 8 学时' }).first().waitFor()
    await classHours(youth.page).click()
    await words(youth.page, '已计入 2 学时').waitFor()
  })

  it('a wrong entry is corrected', async () => {
    const { page } = secretary
    await button(page, '更正这一条：3月1日 · 第一、二课').click()
    await page.getByLabel('为什么更正').fill('多记了半学时')
    await page.getByLabel('学时', { exact: true }).fill('1.5')
    await button(page, '更正').click()
    await words(page, '和本人看到的一样').waitFor()
    await words(page, '更正的原因：多记了半学时').waitFor()
    await youth.page.reload()
    await words(youth.page, '已计入 1.5 学时').waitFor()
    await words(youth.page, '更正的原因：多记了半学时').waitFor()
    expect(await requirementWords(page)).toEqual(await requirementWords(youth.page))
  })

  it('without a network the last known state stays and says its age; with it, it is asked for again', async () => {
    const { page, context } = secretary
    await context.setOffline(true)
    await button(page, '返回').click()
    await words(page, '没有连上服务，先看上次的内容').waitFor()
    await words(page, YOUTH).waitFor()
    await context.setOffline(false)
    await page.getByText('没有连上服务').waitFor({ state: 'hidden' })
    await words(page, '刚刚更新').waitFor()
  })

  it('a screen whose script could not be fetched comes when the network is back', async () => {
    const { page, context } = youth
    await youth.load('pages/path/index')
    await words(page, '还差 6.5 学时').waitFor()
    await context.setOffline(true)
    await button(page, '我的').click()
    await page.waitForURL(/pages\/mine/)
    await context.setOffline(false)
    await words(page, '账号代码').waitFor()
  })

  it('my data can be copied and deleted; signing out leaves nothing in the tab', async () => {
    const { page, context } = youth
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: site.origin })
    await button(page, '我的').click()
    await page.getByRole('button', { name: '我的数据' }).and(page.locator(':visible')).click()
    await words(page, '谁看过我').waitFor()
    await button(page, '复制全部').click()
    await words(page, '已复制').waitFor()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(`姓名：${YOUTH}`)
    await button(page, '删除我的数据').click()
    await words(page, '删除我的数据？').waitFor()
    await page.getByText('继续', { exact: true }).click()
    await words(page, '再确认一次').waitFor()
    await page.getByText('删除', { exact: true }).and(page.locator(':visible')).last().click()
    await words(page, '登录，看看我的进度').waitFor()
    expect(await stored(page)).not.toMatch(/token|申请人|draft|known/)

    await secretary.load('pages/mine/index')
    await button(secretary.page, '退出登录').click()
    await words(secretary.page, '还没有登录').waitFor()
    expect(await stored(secretary.page)).not.toMatch(/token|团支书·丙|SH-X01|draft|known/)
  })
})
