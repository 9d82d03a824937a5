import type { Page } from 'playwright-core'
import { describeInBrowser } from '../support/chromium'
import type { TestApi } from '../server/support'
import { button, choose, fill, words } from './hands'
import { BUILD_MS, startSite, type Site, type Visitor } from './site'
import { personOf } from './stage'

const BRANCH = 'packages/league/branch/index?organisation=SH-X01-2'

interface Main {
  readonly name: string
  readonly persona: string | null
  readonly width: 375 | 1280
  /** A function where it names somebody. */
  readonly path: string | ((api: TestApi) => Promise<string>)
  readonly shows: string
  /** Its headings below the title. */
  readonly headings: readonly string[]
  /** Beginnings of what its actions are called, in the order in which Tab reaches them; others may lie between. */
  readonly reaches: readonly string[]
}

const MAIN: readonly Main[] = [
  {
    name: 'the open path',
    persona: null,
    width: 375,
    path: 'pages/path/index',
    shows: '规定版本',
    headings: ['从想加入，到成为一名团员', '这条路怎么走'],
    reaches: ['我现在差什么？', '1 入团申请', '5 支部大会', '登录，看看我的进度', '路径', '我的'],
  },
  {
    name: 'my path',
    persona: '申请人·甲',
    width: 375,
    path: 'pages/path/index',
    shows: '更新',
    headings: ['培养考察中', '走过的和接下来的'],
    reaches: ['看看还差什么', '再看后面的步骤', '每一步要什么', '做成一张图分享', '路径', '我的'],
  },
  {
    name: 'a requirement',
    persona: '申请人·甲',
    width: 375,
    path: 'packages/membership/requirement/index?rule=class-hours',
    shows: '规定版本',
    headings: ['团课记录', '为什么是 8 学时', '哪里不对？'],
    reaches: ['返回'],
  },
  {
    name: 'the branches to choose from',
    persona: '申请人·甲',
    width: 375,
    path: 'packages/membership/branches/index?parent=SH-X01',
    shows: '高一(1)班',
    headings: ['示例高级中学团委（示例）'],
    reaches: ['返回', '搜索团支部', '示例高级中学高一(1)班', '示例高级中学高二(1)班'],
  },
  {
    name: 'somebody’s requirement',
    persona: '团支书·丙',
    width: 375,
    path: async (api) =>
      `packages/league/requirement/index?person=${await personOf(api, 'applicant-a')}&rule=class-hours`,
    shows: '更正这一条',
    headings: ['申请人·甲', '团课学习', '团课记录', '为什么是 8 学时'],
    reaches: ['返回', '更正这一条'],
  },
  {
    name: 'the application’s form',
    persona: '申请人·乙',
    width: 375,
    path: 'packages/membership/application/index',
    shows: '告诉支部，我想入团',
    headings: ['告诉支部，我想入团'],
    reaches: ['返回', '不对？更正我的资料', '中学生', '想对支部说的话', '提交入团申请'],
  },
  {
    name: 'the branch on a phone',
    persona: '团支书·丙',
    width: 375,
    path: BRANCH,
    shows: '今天要办',
    headings: [],
    reaches: ['返回', '记团课', '开始办理', '安排谈话', '确认支部', '确认收到书面申请书', '申请人·庚'],
  },
  {
    name: 'the branch on a desktop',
    persona: '团支书·丙',
    width: 1280,
    path: BRANCH,
    shows: '今天要办',
    headings: [],
    reaches: ['返回', '记团课', '开始办理', '安排谈话', '确认支部', '申请人·庚', '路径', '我的', '我的支部'],
  },
]

/** Something that a keyboard can reach, as the browser tells it to a screen reader. */
interface Control {
  readonly role: string
  readonly name: string
}

interface Stop extends Control {
  readonly left: number
  readonly top: number
  readonly bottom: number
  /** Neither in the title bar nor among the tabs, which stay where they are. */
  readonly inMain: boolean
}

/** Headings as they are seen, in their order. */
async function headingsOf(page: Page): Promise<readonly { readonly level: number; readonly text: string }[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('h1, h2, h3, h4, [role="heading"]')]
      .filter((one) => one.checkVisibility())
      .map((one) => ({
        level: Number(one.getAttribute('aria-level') ?? /^H(\d)$/.exec(one.tagName)?.[1] ?? NaN),
        text: one.textContent,
      })),
  )
}

/** What is called how, by the browser's own tree for screen readers: of everything that can have the focus. */
async function controlsOf({ page, context }: Visitor): Promise<readonly Control[]> {
  const session = await context.newCDPSession(page)
  const { nodes } = await session.send('Accessibility.getFullAXTree')
  await session.detach()
  return nodes
    .filter(
      ({ ignored, properties }) =>
        !ignored && properties?.some(({ name, value }) => name === 'focusable' && value.value === true),
    )
    .map(({ role, name }) => ({ role: String(role?.value), name: String(name?.value ?? '') }))
    .filter(({ role }) => role !== 'RootWebArea')
}

/** The name of what has the focus, and where it is; null when nothing of the page has it. */
async function focused(page: Page): Promise<Stop | null> {
  return page.evaluate(() => {
    const element = document.activeElement
    if (!element || element === document.body) return null
    const box = element.getBoundingClientRect()
    const labels = 'labels' in element ? [...((element as HTMLInputElement).labels ?? [])] : []
    return {
      role: element.getAttribute('role') ?? element.tagName.toLowerCase(),
      name: (element.getAttribute('aria-label') ?? labels[0]?.textContent ?? (element as HTMLElement).innerText)
        .replace(/\s+/g, ' ')
        .trim(),
      left: box.left,
      top: box.top,
      bottom: box.bottom,
      inMain: element.closest('[role="main"]') !== null,
    }
  })
}

/** Every stop of the Tab key, from the top of the page to its end. */
async function stopsOf(page: Page): Promise<readonly Stop[]> {
  const stops: Stop[] = []
  for (let presses = 0; presses < 200; presses++) {
    await page.keyboard.press('Tab')
    const stop = await focused(page)
    if (stop === null) return stops
    // A date's field has stops for day, month and year within itself.
    const last = stops[stops.length - 1]
    if (last?.name !== stop.name || last.top !== stop.top) stops.push(stop)
  }
  throw new Error(`Tab never ends: ${stops.map(({ name }) => name).join(', ')}`)
}

describeInBrowser('the accessibility of the main screens', (chromium) => {
  let site: Site
  const visitors = new Map<string, Visitor>()

  beforeAll(async () => {
    site = await startSite(chromium)
  }, BUILD_MS)
  afterAll(() => site.close())
  afterEach(() => {
    for (const { faults } of visitors.values()) expect(faults).toEqual([])
  })

  async function visitorOf(persona: string | null): Promise<Visitor> {
    const key = persona ?? ''
    const known = visitors.get(key)
    if (known) return known
    const visitor = await site.open()
    visitors.set(key, visitor)
    if (persona !== null) await visitor.signIn(persona)
    return visitor
  }

  async function at({ persona, width, path, shows }: Omit<Main, 'name' | 'headings' | 'reaches'>): Promise<Visitor> {
    const visitor = await visitorOf(persona)
    // High enough that nothing has to scroll: places are compared.
    await visitor.page.setViewportSize({ width, height: 3000 })
    await visitor.load(typeof path === 'string' ? path : await path(site.api))
    await words(visitor.page, shows).waitFor()
    return visitor
  }

  describe.each(MAIN.map((main) => [main.name, main] as const))('%s', (_, main) => {
    it('has its title, and headings below it that leave no level out', async () => {
      const { page } = await at(main)
      const headings = await headingsOf(page)
      expect(headings.filter(({ level }) => level === 1)).toEqual([headings[0]])
      headings.forEach(({ level }, index) => expect(level).toBeLessThanOrEqual((headings[index - 1]?.level ?? 0) + 1))
      expect(headings.map(({ text }) => text)).toEqual(expect.arrayContaining([...main.headings]))
    })

    it('has a role and a name for whatever can have the focus', async () => {
      const controls = await controlsOf(await at(main))
      expect(controls.length).toBeGreaterThan(0)
      const known = ['button', 'radio', 'checkbox', 'textbox', 'searchbox', 'combobox', 'Date']
      expect(controls.filter(({ role, name }) => !known.includes(role) || name.trim() === '')).toEqual([])
    })

    it('is walked through by Tab as it is read, past every action', async () => {
      const { page } = await at(main)
      const stops = await stopsOf(page)
      const names = stops.map(({ name }) => name)
      const places = main.reaches.map((beginning) => names.findIndex((name) => name.startsWith(beginning)))
      expect([names, places.includes(-1)]).toEqual([names, false])
      expect(places).toEqual([...places].sort((a, b) => a - b))
      // Each question is one stop, whatever it has answers; everything else that can be used is one.
      const usable = await page.evaluate(() => {
        const all = [...document.querySelectorAll<HTMLInputElement>('button, a[href], input, select, textarea')]
        const seen = all.filter((one) => one.checkVisibility())
        const questions = new Set(seen.filter(({ type }) => type === 'radio').map(({ name }) => name))
        return seen.filter(({ type }) => type !== 'radio').length + questions.size
      })
      expect(stops).toHaveLength(usable)
      // Down the page, and from the left within a line.
      const inMain = stops.filter((stop) => stop.inMain)
      const back = inMain.filter((stop, index) => {
        const before = inMain[index - 1]
        return before !== undefined && stop.top < before.bottom && stop.left <= before.left && stop.top <= before.top
      })
      expect(back).toEqual([])
    })
  })

  it('a page under the one that is shown can’t be reached', async () => {
    const { page } = await at({ persona: '申请人·甲', width: 375, path: 'pages/path/index', shows: '更新' })
    await page.getByRole('button', { name: /团课学习/ }).click()
    await words(page, '团课记录').waitFor()
    expect((await stopsOf(page)).map(({ name }) => name)).toEqual(['返回'])
  })

  it('one answer of a question is a stop, arrows go to the others', async () => {
    const { page } = await at({ persona: null, width: 375, path: 'pages/self-check/index', shows: '你多大了' })
    await page.getByRole('radio', { name: '不到 14' }).focus()
    await page.keyboard.press('ArrowDown')
    expect(await page.getByRole('radio', { name: '14 到 28' }).isChecked()).toBe(true)
    // Answered, it opens the next question; the focus stays where it was.
    await words(page, '走到哪一步了？').waitFor()
    expect((await focused(page))?.name).toBe('14 到 28')
    await page.keyboard.press('ArrowUp')
    expect(await page.getByRole('radio', { name: '不到 14' }).isChecked()).toBe(true)
    // Each answer has its own next question: that it is there says that the one before has gone.
    await words(page, '还没到年龄，先不着急').waitFor()
    await page.keyboard.press('ArrowUp')
    expect(await page.getByRole('radio', { name: '超过 28' }).isChecked()).toBe(true)
    await words(page, '走到哪一步了？').waitFor()
    await page.keyboard.press('Tab')
    expect((await focused(page))?.name).toBe('还没申请')
    await page.keyboard.press('Space')
    await words(page, '已经过了申请入团的年龄').waitFor()
  })

  it('a stage opens and closes by Enter, and says so', async () => {
    const { page } = await at({ persona: null, width: 375, path: 'pages/path/index', shows: '规定版本' })
    const folds = page.locator('[aria-expanded]').and(page.locator(':visible'))
    const states = () => folds.evaluateAll((all) => all.map((one) => one.getAttribute('aria-expanded')))
    expect(await states()).toEqual(['false', 'false', 'false', 'false', 'false'])
    await folds.nth(1).focus()
    await page.keyboard.press('Enter')
    await words(page, '留下的记录').waitFor()
    expect(await states()).toEqual(['false', 'true', 'false', 'false', 'false'])
    await folds.nth(2).focus()
    await page.keyboard.press('Enter')
    expect(await states()).toEqual(['false', 'false', 'true', 'false', 'false'])
    await page.keyboard.press('Enter')
    expect(await states()).toEqual(['false', 'false', 'false', 'false', 'false'])
    await words(page, '留下的记录').waitFor({ state: 'hidden' })
  })

  it('a sheet takes the focus, keeps it, and gives it back', async () => {
    const { page } = await at({ persona: '团支书·丙', width: 375, path: BRANCH, shows: '今天要办' })
    const task = page.getByRole('button', { name: /确认支部.*申请人·乙/ }).first()
    await task.focus()
    await page.keyboard.press('Enter')
    const sheet = page.getByRole('dialog', { name: '是不是本支部的人' })
    await sheet.waitFor()
    const outside: string[] = []
    const inside = new Set<string>()
    for (let presses = 0; presses < 8; presses++) {
      const stop = await focused(page)
      const isIn = await sheet.evaluate((dialog) => dialog.contains(document.activeElement))
      if (stop !== null && isIn) inside.add(stop.name)
      if (stop !== null && !isIn) outside.push(stop.name)
      await page.keyboard.press('Tab')
    }
    expect(outside).toEqual([])
    expect([...inside].sort()).toEqual(['不是我支部的', '关闭', '确认是我支部的'])
    await page.keyboard.press('Escape')
    await sheet.waitFor({ state: 'detached' })
    expect(await task.evaluate((one) => one === document.activeElement)).toBe(true)
    // What lies under it is out of reach while it is open: for a finger, and for a screen reader.
    await page.keyboard.press('Enter')
    await sheet.waitFor()
    expect((await controlsOf(await visitorOf('团支书·丙'))).map(({ name }) => name)).not.toContain('开始办理')
    await sheet.getByRole('button', { name: '关闭' }).click()
    await sheet.waitFor({ state: 'detached' })
    expect(await task.evaluate((one) => one === document.activeElement)).toBe(true)
  })

  it('a question is asked aloud; Enter on it is a no, Escape too', async () => {
    const { page } = await at({
      persona: '申请人·庚',
      width: 375,
      path: 'packages/membership/submitted/index',
      shows: '撤回申请',
    })
    const withdraw = button(page, '撤回申请')
    const question = page.getByRole('alertdialog', { name: '撤回入团申请？' })
    await withdraw.focus()
    for (const no of ['Enter', 'Escape']) {
      await page.keyboard.press('Enter')
      await question.waitFor()
      const described = await question.evaluate(
        (one) => document.getElementById(one.getAttribute('aria-describedby') ?? '')?.textContent,
      )
      expect(described).toBe('支部不再等你的申请书。以后想好了，可以再提交。')
      expect((await focused(page))?.name).toBe('不撤回')
      await page.keyboard.press(no)
      await question.waitFor({ state: 'detached' })
      expect((await focused(page))?.name).toBe('撤回申请')
    }
    // Asked twice; the second no is a no as well.
    await page.keyboard.press('Enter')
    await question.waitFor()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    const again = page.getByRole('alertdialog', { name: '再确认一次' })
    await again.waitFor()
    expect((await focused(page))?.name).toBe('不撤回')
    await page.keyboard.press('Enter')
    await again.waitFor({ state: 'detached' })
    await page.reload()
    await words(page, '等待支部收到书面申请书').waitFor()
  })

  it('what is wrong with a field is said with the field', async () => {
    const { page } = await at({
      persona: '申请人·甲',
      width: 375,
      path: 'packages/membership/profile/index',
      shows: '保存',
    })
    await fill(page, { 姓名: '' })
    await button(page, '保存').click()
    await page.getByRole('alert').filter({ hasText: '请填写姓名' }).waitFor()
    const field = page.getByLabel('姓名')
    expect(await field.getAttribute('aria-invalid')).toBe('true')
    const told = await field.evaluate(
      (one) => document.getElementById(one.getAttribute('aria-describedby') ?? '')?.textContent,
    )
    expect(told).toContain('请填写姓名')
    await fill(page, { 姓名: '申请人·甲' })
    expect(await field.getAttribute('aria-invalid')).toBeNull()
  })

  it('what is chosen is said, not only drawn', async () => {
    const { page } = await at({ persona: null, width: 375, path: 'pages/self-check/index', shows: '你多大了' })
    await choose(page, '你多大了（周岁）？', '不到 14')
    await page.getByRole('radio', { name: '不到 14', checked: true }).waitFor()
    const { page: desk } = await at({
      persona: '团支书·丙',
      width: 1280,
      path: 'packages/league/class-of-many/index?organisation=SH-X01-2',
      shows: '谁上了这次团课',
    })
    await desk.getByRole('checkbox', { name: '申请人·辛' }).click()
    await desk.getByRole('checkbox', { name: '申请人·辛', checked: true }).waitFor()
    await desk.getByRole('checkbox', { name: /已选 1 人/, checked: false }).waitFor()
  })

  it('where something stands is said in words, not only in colours', async () => {
    const { page } = await at({ persona: '申请人·甲', width: 375, path: 'pages/path/index', shows: '更新' })
    for (const [title, state] of [
      ['团课学习', '还差 4 学时'],
      ['志愿服务', '还差 7 小时'],
      ['思政课考评', '已计入'],
      ['培养考察', '还需'],
      ['组织推荐', '已批准'],
    ]) {
      const tile = page.getByRole('button', { name: new RegExp(`${title}.*${state}`) })
      expect([title, await tile.count()]).toEqual([title, 1])
    }
    await page.getByRole('img', { name: '第 3 段，共 5 段：培养' }).waitFor()
    const steps = await page
      .getByRole('listitem')
      .evaluateAll((all) => all.filter((one) => one.checkVisibility()).map((one) => one.getAttribute('aria-label')))
    expect(steps.length).toBeGreaterThan(5)
    for (const step of steps) expect(step).toMatch(/，(已完成|进行中|还没到|补录)(，|$)/)
    await page.getByRole('navigation').locator('[aria-current="page"]').filter({ hasText: '路径' }).waitFor()

    const { page: desk } = await at({ persona: '团支书·丙', width: 1280, path: BRANCH, shows: '今天要办' })
    const table = desk.getByRole('table', { name: '支部的人' })
    expect(await table.getByRole('columnheader').allInnerTexts()).toEqual([
      '姓名',
      '到哪一步',
      '团课 8',
      '志愿 20',
      '思政课',
      '培养期',
      '轮到谁',
    ])
    const row = table.getByRole('row').filter({ hasText: '申请人·甲' })
    await row.getByRole('img', { name: '团课 4 学时，需要 8 学时' }).waitFor()
    expect(await row.innerText()).toMatch(/培养考察[^]*良[^]*本人：团课 4 学时/)
    // Whatever has a colour of its own has words in it.
    const pills = await desk
      .locator('[role="main"] [class*="pill"], [role="main"] [role="row"] [role="cell"]')
      .evaluateAll((all) => all.map((one) => one.textContent.trim()))
    expect(pills.filter((text) => text === '')).toEqual([])
  })
})
