import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { asPersona, newRequestId, type TestApi } from '../server/support'
import { describeInBrowser } from '../support/chromium'
import { axeFaults, layoutFaults } from './measure'
import { BUILD_MS, startSite, type Site, type Visitor } from './site'

/** A phone, a common phone, a desktop. */
const WIDTHS = [320, 375, 1280] as const
/** Every combination as a picture, for eyes: `SCREENSHOTS=/some/folder npx jest --selectProjects web`. */
const { SCREENSHOTS } = process.env

const BRANCH = 'organisation=SH-X01-2'

interface Screen {
  readonly name: string
  /** null: nobody is signed in. */
  readonly persona: string | null
  readonly path: string
  /** Words that are there once it is complete. */
  readonly shows: string
  /** What is done there before it is looked at. */
  readonly act?: (page: Page, site: Site) => Promise<void>
}

const button = (page: Page, name: string) =>
  page.getByRole('button', { name, exact: true }).and(page.locator(':visible'))

/** The demo's newcomer becomes somebody whose activist can be recorded. */
async function confirmWhoWaits(api: TestApi): Promise<void> {
  const [youth, secretary] = [await asPersona(api, 'applicant-b'), await asPersona(api, 'secretary')]
  const { person } = (await youth.call('GET', '/v1/me')).body as { person: string }
  const body = { requestId: newRequestId(), belongs: true }
  await secretary.call('POST', `/v1/people/${person}/affiliation-confirmations`, body)
}

async function openPerson(page: Page, name = '申请人·甲'): Promise<void> {
  await page.getByText(name).click()
  await page.getByText('和本人看到的一样').waitFor()
}

async function openRecord(page: Page): Promise<void> {
  await openPerson(page)
  await button(page, '登记团课').click()
  await page.getByText('上课的日期').waitFor()
}

const SCREENS: readonly Screen[] = [
  { name: 'path-guest', persona: null, path: 'pages/path/index', shows: '规定版本' },
  { name: 'mine-guest', persona: null, path: 'pages/mine/index', shows: '还没有登录' },
  { name: 'privacy', persona: null, path: 'pages/sign-in/index', shows: '同意并登录' },
  {
    name: 'personas',
    persona: null,
    path: 'pages/sign-in/index',
    shows: '同意并登录',
    act: async (page) => {
      await button(page, '同意并登录').click()
      await page.getByText('区团委·戊').waitFor()
    },
  },
  { name: 'profile-signed-out', persona: null, path: 'pages/profile/index', shows: '登录以后才能看这一页' },
  { name: 'path', persona: '申请人·甲', path: 'pages/path/index', shows: '更新' },
  { name: 'path-waiting', persona: '申请人·乙', path: 'pages/path/index', shows: '更新' },
  { name: 'mine', persona: '申请人·甲', path: 'pages/mine/index', shows: '演示时钟' },
  { name: 'data', persona: '申请人·甲', path: 'pages/data/index', shows: '删除我的数据' },
  { name: 'profile', persona: '申请人·甲', path: 'pages/profile/index', shows: '保存' },
  {
    name: 'profile-errors',
    persona: '申请人·甲',
    path: 'pages/profile/index',
    shows: '保存',
    act: async (page) => {
      await page.getByLabel('姓名').fill('')
      await button(page, '保存').click()
      await page.getByText('请填写姓名').waitFor()
    },
  },
  {
    name: 'branches',
    persona: '申请人·甲',
    path: 'pages/profile/index',
    shows: '保存',
    act: async (page) => {
      await page.getByRole('button', { name: '所在的团支部' }).click()
      await page.getByLabel('搜索团支部').fill('高级中学')
      await page.getByText('高一(1)班').waitFor()
    },
  },
  { name: 'mine-secretary', persona: '团支书·丙', path: 'pages/mine/index', shows: '演示时钟' },
  { name: 'people', persona: '团支书·丙', path: `packages/league/people/index?${BRANCH}`, shows: '申请人·甲' },
  {
    name: 'person',
    persona: '团支书·丙',
    path: `packages/league/people/index?${BRANCH}`,
    shows: '申请人·甲',
    act: (page) => openPerson(page),
  },
  {
    name: 'record-errors',
    persona: '团支书·丙',
    path: `packages/league/people/index?${BRANCH}`,
    shows: '申请人·甲',
    act: async (page) => {
      await openRecord(page)
      await button(page, '登记').click()
      await page.getByText('请填写学了什么').waitFor()
    },
  },
  {
    name: 'correction',
    persona: '团支书·丙',
    path: `packages/league/people/index?${BRANCH}`,
    shows: '申请人·甲',
    act: async (page) => {
      await openPerson(page)
      await page.getByText('更正这一条').first().click()
      await page.getByText('为什么更正').waitFor()
    },
  },
  {
    name: 'overview',
    persona: '团委干部·丁',
    path: 'packages/league/overview/index?organisation=SH-X01',
    shows: '各支部',
  },
  {
    name: 'activist',
    persona: '团委干部·丁',
    path: 'packages/league/overview/index?organisation=SH-X01',
    shows: '各支部',
    act: async (page, { api }) => {
      await confirmWhoWaits(api)
      await page.getByText('高二(1)班').and(page.locator(':visible')).first().click()
      await openPerson(page, '申请人·乙')
      await button(page, '登记为入团积极分子').click()
      await page.getByText('批准的日期').waitFor()
    },
  },
]

describeInBrowser('every screen', (chromium) => {
  let site: Site
  const visitors = new Map<string | null, Visitor>()

  beforeAll(async () => {
    site = await startSite(chromium)
  }, BUILD_MS)
  afterAll(() => site.close())

  async function visitorOf(persona: string | null): Promise<Visitor> {
    const known = visitors.get(persona)
    if (known) return known
    const visitor = await site.open()
    visitors.set(persona, visitor)
    if (persona !== null) await visitor.signIn(persona)
    return visitor
  }

  it.each(SCREENS.map((screen) => [screen.name, screen] as const))('%s', async (_, screen) => {
    const visitor = await visitorOf(screen.persona)
    const { page } = visitor
    await page.setViewportSize({ width: 375, height: 800 })
    await visitor.load(screen.path)
    await page.getByText(screen.shows).and(page.locator(':visible')).first().waitFor()
    await screen.act?.(page, site)
    const faults: string[] = []
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 800 })
      for (const scheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme: scheme })
        const where = `${width} ${scheme}`
        if (scheme === 'light') faults.push(...(await layoutFaults(page)).map((fault) => `${where}: ${fault}`))
        // Colours are the same at every width; what there is differs between a phone and a desktop.
        if (width === 375 || (width === 1280 && scheme === 'light')) {
          faults.push(...(await axeFaults(page)).map((fault) => `${where}: ${fault}`))
        }
        if (SCREENSHOTS) await picture(page, `${screen.name}-${width}-${scheme}`)
      }
    }
    await page.emulateMedia({ colorScheme: 'light' })
    expect(faults).toEqual([])
    expect(visitor.faults).toEqual([])
  })
})

async function picture(page: Page, name: string): Promise<void> {
  mkdirSync(SCREENSHOTS ?? '', { recursive: true })
  // A page scrolls within itself: the window has to be as high as what it holds.
  const before = page.viewportSize() ?? { width: 0, height: 0 }
  const height = await page.evaluate(() =>
    Math.max(
      ...[...document.querySelectorAll('.taro_page')].map((one) => (one.checkVisibility() ? one.scrollHeight : 0)),
    ),
  )
  await page.setViewportSize({ ...before, height: Math.max(height, before.height) })
  await page.screenshot({ path: join(SCREENSHOTS ?? '', `${name}.png`) })
  await page.setViewportSize(before)
}
