/** @jest-environment node */
import { Phone } from '../phone'
import { sleep } from '../util'
import type { PhoneOptions } from '../options'

import { ClubApi } from './api'
import { builtApp } from './build'

const BUILD_MS = 180_000

let club: ClubApi
let origin: string
let dist: string
let phones: Phone[] = []

const open = async (options: Partial<PhoneOptions> = {}): Promise<Phone> => {
  const phone = await Phone.open({ dist, api: origin, ...options })
  phones.push(phone)
  return phone
}

/** What the app's pages have marked so far. */
const marks = (phone: Phone): string[] =>
  phone.logs.filter(({ text }) => text.startsWith('MARK ')).map(({ text }) => text.slice('MARK '.length))

const rows = (phone: Phone): string[] => phone.text().match(/(?<=^|\n)(活动\d+号|新增)/g) ?? []

/** A phone on one of the pages behind the home page. */
const openOn = async (button: string, sign: string, options: Partial<PhoneOptions> = {}): Promise<Phone> => {
  const phone = await open(options)
  await phone.tap(button)
  await phone.waitFor(sign)
  return phone
}

beforeAll(async () => {
  club = new ClubApi()
  origin = await club.start()
  dist = await builtApp()
}, BUILD_MS)

afterAll(() => club.stop())

afterEach(async () => {
  await Promise.all(phones.map((phone) => phone.close()))
  phones = []
})

describe('launch', () => {
  test('events in order, texts without what wxss hides, title', async () => {
    const phone = await open({ scene: 1011 })
    expect(marks(phone)).toEqual(['app:launch 1011', 'app:show', 'home:load ', 'home:show', 'home:ready'])
    expect(phone.see('你好 访客')).toBe(true)
    expect(phone.see('看不见')).toBe(false)
    expect(phone.title()).toBe('home')
    phone.assertClean()
  })

  test('a deep link enters its page with its query', async () => {
    const phone = await open({ path: 'pages/detail/index', query: { id: 3 }, scene: 1047 })
    await phone.waitFor('活动3号详情')
    expect(phone.stack()).toEqual(['pages/detail/index'])
    await phone.tap('回我的')
    expect(phone.path()).toBe('pages/mine/index')
    phone.assertClean()
  })

  test('a folder that is no build is refused', async () => {
    await expect(Phone.open({ dist: __dirname })).rejects.toThrow('has no app.json')
  })
})

describe('tapping', () => {
  test('bubbles, can be stopped, throws for what is disabled or missing', async () => {
    const phone = await open()
    await phone.tap('里面')
    expect(phone.see('消息:内层')).toBe(true)
    await phone.tap('卡片')
    expect(phone.see('消息:外层')).toBe(true)
    await expect(phone.tap('禁用的')).rejects.toThrow('"禁用的" is disabled')
    await phone.tap('禁用的', { allowDisabled: true })
    expect(phone.see('不可能')).toBe(false)
    await expect(phone.tap('没有这个', { timeout: 50 })).rejects.toThrow(/nothing to tap for "没有这个"; .*登录/s)
  })

  test('near takes the element in the row that says it', async () => {
    const phone = await openOn('去列表', '活动4号')
    await phone.tap('收藏', { near: '活动3号' })
    expect(phone.see('收藏活动3号')).toBe(true)
    await phone.tap('收藏', { nth: 1 })
    expect(phone.see('收藏活动2号')).toBe(true)
    await expect(phone.tap('收藏', { near: '活动9号', timeout: 50 })).rejects.toThrow('nothing to tap')
  })
})

describe('signing in', () => {
  test('login, request, storage, toast', async () => {
    const phone = await open({ codes: ['first-1', 'second-2'] })
    await phone.tap('登录')
    await phone.waitFor('你好 用户1')
    expect(phone.storage.token).toBe('token-of-first-1')
    expect(phone.see('欢迎用户1')).toBe(true)
    expect(phone.toasts.at(-1)).toMatchObject({ title: '欢迎用户1', icon: 'success' })
    const [request] = phone.stats().requests
    expect(request).toMatchObject({ method: 'POST', status: 200, url: 'https://api.example.test/login' })
    expect(request?.sentTo).toBe(`${origin}/login`)
    expect(request?.bytes).toBeGreaterThan(10)
    const { headers } = club.received.filter(({ path }) => path === '/login').at(-1) ?? {}
    expect(headers?.referer).toMatch(/^https:\/\/servicewechat\.com\/touristappid\//)
    expect(headers?.['content-type']).toBe('application/json')
    phone.nextModal('cancel')
    await phone.tap('退出')
    await phone.waitFor('没退')
    await phone.tap('退出')
    await phone.waitFor('访客')
    expect(phone.storage.token).toBeUndefined()
    expect(phone.modals.map(({ answer }) => answer)).toEqual(['cancel', 'confirm'])
    await phone.tap('登录')
    await phone.waitFor('用户2')
    phone.assertClean()
  })

  test('two phones never share a code unless told to', async () => {
    const [one, other] = await Promise.all([open(), open()])
    await one.tap('登录')
    await other.tap('登录')
    await Promise.all([one, other].map((phone) => phone.waitFor('你好 用户1')))
    expect(one.storage.token).not.toBe(other.storage.token)
  })
})

test('a scan: queued answer, then cancel', async () => {
  const phone = await open()
  phone.nextScan('QR-7')
  await phone.tap('扫码签到')
  await phone.waitFor('签到:QR-7')
  await phone.tap('扫码签到')
  await phone.waitFor('扫码:scanCode:fail cancel')
  phone.assertClean()
})

describe('pages', () => {
  test('navigateTo keeps the query raw; events in order; back', async () => {
    const phone = await open()
    const before = marks(phone).length
    await phone.tap('去列表')
    await phone.waitFor('活动1号')
    expect(phone.path()).toBe('pages/list/index')
    expect(phone.see('来自 home 中')).toBe(true)
    expect(phone.query()).toEqual({ from: 'home', t: '%E4%B8%AD' })
    expect(marks(phone).slice(before)).toEqual([
      'home:hide',
      'list:load from=home&t=%E4%B8%AD',
      'list:show',
      'list:ready',
    ])
    await phone.back()
    expect(marks(phone).slice(before + 4)).toEqual(['list:unload', 'home:show'])
    expect(phone.stack()).toEqual(['pages/home/index'])
    await phone.back()
    expect(phone.exited).toBe(true)
    phone.assertClean()
  })

  test('no more than ten', async () => {
    const phone = await open({ path: 'pages/detail/index?id=1' })
    for (let depth = 2; depth <= 10; depth++) {
      await phone.tap('再开一层')
      expect(phone.stack()).toHaveLength(depth)
    }
    await phone.tap('再开一层')
    await phone.waitFor('webview count limit exceed')
    expect(phone.stack()).toHaveLength(10)
    await phone.tap('重定向')
    await phone.waitPath('pages/form/index')
    expect(phone.stack()).toHaveLength(10)
    await phone.back()
    await phone.tap('重启')
    expect(phone.stack()).toEqual(['pages/mine/index'])
    phone.assertClean()
  })

  test('a subpackage is loaded when it is entered', async () => {
    const phone = await open()
    expect(phone.stats().subpackages).toEqual([])
    await phone.tap('分包')
    await phone.waitFor('分包页')
    expect(phone.stats().subpackages).toEqual(['sub'])
  })

  test('a subpackage that was never fetched does not open without a network', async () => {
    const phone = await open()
    await phone.offline()
    await phone.tap('分包')
    await phone.settle()
    expect(phone.path()).toBe('pages/home/index')
    expect(phone.errors.map(({ message }) => message)).toEqual([
      expect.stringContaining('navigateTo:fail loadSubpackage:fail sub/pages/extra/index'),
    ])
    await phone.online()
    await phone.tap('分包')
    await phone.waitFor('分包页')
    await phone.offline()
    await phone.restart()
    await phone.tap('分包')
    await phone.waitFor('分包页')
  })

  test('deep nesting, which Taro puts into components, is seen and updated', async () => {
    const phone = await open({ path: 'pages/detail/index?id=3', storage: { token: 'a' } })
    await phone.waitFor('活动3号详情')
    expect(phone.see('很深')).toBe(true)
    await phone.tap('立即报名')
    await phone.waitFor('已报名')
    await phone.waitFor('人数 1')
    phone.assertClean()
  })
})

describe('a custom tab bar', () => {
  test('is part of each tab page, and of no other', async () => {
    const phone = await open()
    expect(phone.tabs()).toEqual([])
    expect(phone.see('【首页】［我的］')).toBe(true)
    await phone.tap('中间')
    await phone.waitFor('来自 bar')
    expect(phone.see('首页')).toBe(false)
    phone.assertClean()
  })

  test('has an instance of its own per tab page, which stays with the kept page', async () => {
    const phone = await open()
    await phone.tap('按过')
    await phone.tap('按过')
    expect(phone.see('按过2次')).toBe(true)
    await phone.tap('我的')
    expect(phone.path()).toBe('pages/mine/index')
    expect(phone.see('［首页］【我的】按过0次')).toBe(true)
    const before = marks(phone).length
    await phone.tap('首页')
    expect(phone.path()).toBe('pages/home/index')
    expect(marks(phone).slice(before)).toEqual(['mine:hide', 'home:show'])
    expect(phone.see('【首页】［我的］按过2次')).toBe(true)
    phone.assertClean()
  })
})

describe('lists', () => {
  test('a keyed list in a custom wrapper: reversed, shuffled, filtered', async () => {
    const phone = await openOn('去列表', '活动4号')
    expect(rows(phone)).toEqual(['活动1号', '活动2号', '活动3号', '活动4号'])
    await phone.tap('倒序')
    expect(rows(phone)).toEqual(['活动4号', '活动3号', '活动2号', '活动1号'])
    await phone.tap('打乱')
    const shuffled = ['新增', '活动1号', '活动2号', '活动3号', '活动4号']
      .map((title) => ({ title, id: title === '新增' ? 99 : Number(title[2]) }))
      .sort((a, b) => ((a.id * 7) % 11) - ((b.id * 7) % 11))
      .map(({ title }) => title)
    expect(rows(phone)).toEqual(shuffled)
    await phone.tap('去半')
    expect(rows(phone)).toEqual(shuffled.filter((_, index) => index % 2))
    phone.assertClean()
  })

  test('an update of the page leaves what the custom wrapper got by its own setData', async () => {
    const phone = await openOn('去列表', '活动4号')
    await phone.tap('倒序')
    await phone.tap('页面更新')
    await phone.waitFor('记过')
    expect(rows(phone)).toEqual(['活动4号', '活动3号', '活动2号', '活动1号'])
  })

  test('pull-down refresh and the bottom', async () => {
    const phone = await openOn('去列表', '活动4号')
    expect(await phone.pullDown()).toBe(true)
    expect(phone.see('刷新1')).toBe(true)
    expect(rows(phone)).toHaveLength(4)
    await phone.reachBottom()
    await phone.waitFor('活动8号')
    expect(rows(phone)).toHaveLength(8)
    await phone.back()
    await expect(phone.pullDown()).rejects.toThrow('not enabled')
    phone.assertClean()
  })
})

describe('forms', () => {
  test('every control, submitted and reset', async () => {
    const phone = await openOn('去表单', '提交')
    await phone.fill('姓名', '甲乙丙丁戊己庚辛壬')
    expect(phone.value('姓名')).toBe('甲乙丙丁戊己庚辛') // maxlength 8
    await phone.fill('手机号', '13800000000')
    await phone.fill('大写', 'abc', { type: true })
    expect(phone.value('大写')).toBe('ABC')
    await phone.fill('备注', '好')
    await phone.pick('班级', '二班')
    await phone.pick('日期', '2026-11-24')
    await phone.pick('女')
    await phone.pick('唱歌')
    await phone.pick('跳舞')
    await phone.pick('唱歌', false)
    await phone.pick('公开', true)
    await phone.pick('公开', true) // is so already
    expect(phone.see('甲乙丙丁戊己庚辛|二班|2026-11-24|f|dance|开')).toBe(true)
    await phone.tap('提交')
    await phone.waitFor('"tel"')
    expect(JSON.parse(/\{.*\}/.exec(phone.text())?.[0] ?? '')).toEqual({
      name: '甲乙丙丁戊己庚辛',
      tel: '13800000000',
      capitals: 'ABC',
      memo: '好',
      klass: 1,
      day: '2026-11-24',
      sex: 'f',
      likes: ['dance'],
      isPublic: true,
    })
    await phone.tap('清空')
    await phone.waitFor('重置了')
    phone.assertClean()
  })

  test('what cannot be chosen throws', async () => {
    const phone = await openOn('去表单', '提交')
    await expect(phone.pick('班级', '九班')).rejects.toThrow('no "九班" in 一班 / 二班 / 三班')
    await expect(phone.pick('日期', '2031-01-01')).rejects.toThrow('outside of')
    await expect(phone.pick('日期', '明天')).rejects.toThrow('bad value')
    await expect(phone.fill('没有', 'x', { timeout: 50 })).rejects.toThrow('called "没有"')
  })

  test('a picture is chosen and uploaded', async () => {
    const phone = await openOn('去表单', '传图')
    phone.nextMedia({ buffer: Buffer.from('PICTURE'), extension: '.png' })
    await phone.tap('传图')
    await phone.waitFor('{"multipart":true,"field":true,"file":true}')
    phone.assertClean()
  })
})

describe('the network', () => {
  test('goes and comes back', async () => {
    const phone = await open()
    await phone.tap('网络')
    await phone.waitFor('网:wifi')
    await phone.offline()
    await phone.tap('网络')
    await phone.waitFor('网:none')
    await phone.tap('登录')
    await phone.waitFor('request:fail net::ERR_INTERNET_DISCONNECTED')
    await phone.tap('去列表')
    await phone.waitFor('加载失败')
    await phone.online()
    await phone.pullDown()
    await phone.waitFor('活动1号')
    phone.assertClean()
  })

  test('a lost reply: the server has acted, the phone does not know', async () => {
    const phone = await open({ path: 'pages/detail/index?id=7', storage: { token: 'lost' } })
    await phone.waitFor('人数 0')
    phone.loseReplies(1, '/join')
    await phone.tap('立即报名')
    await phone.waitFor('报名失败 request:fail net::ERR_CONNECTION_RESET')
    expect(club.joined.get('7')?.size).toBe(1)
    await phone.tap('立即报名')
    await phone.waitFor('已报名')
    expect(
      phone
        .stats()
        .requests.filter(({ url }) => url.endsWith('/join'))
        .map(({ error }) => error),
    ).toEqual(['fail net::ERR_CONNECTION_RESET', undefined])
  })

  test('time-out, no PATCH, an origin that is not registered', async () => {
    const phone = await openOn('实验室', '探测')
    await phone.tap('慢')
    await phone.waitFor('request:fail timeout')
    await phone.tap('补丁')
    await phone.waitFor('method "PATCH" is invalid')
    const strict = await open({ domains: ['https://other.example.test'] })
    await strict.tap('登录')
    await strict.waitFor('request:fail url not in domain list')
  })
})

describe('what WeChat asks and gives', () => {
  test('subscription: accepted, refused, only after a tap', async () => {
    const phone = await open({ path: 'pages/detail/index?id=1' })
    phone.nextSubscribe('reject')
    await phone.tap('订阅提醒')
    await phone.waitFor('订阅 reject')
    await phone.tap('订阅提醒')
    await phone.waitFor('订阅 accept')
    expect(phone.calls.filter(({ api }) => api === 'requestSubscribeMessage')).toHaveLength(2)
    expect(phone.calls[0]?.options).toMatchObject({ tmplIds: ['T1'] })
  })

  test('sheet, location, clipboard, selector query, phone number', async () => {
    const phone = await openOn('实验室', '探测')
    phone.nextSheet('乙')
    await phone.tap('面板')
    await phone.waitFor('选1')
    phone.nextLocation({ latitude: 31.2, longitude: 121.5 })
    await phone.tap('定位')
    await phone.waitFor('位置 31.2')
    await phone.tap('剪贴')
    await phone.waitFor('抄')
    expect(phone.clipboard).toBe('抄')
    await phone.tap('量')
    await phone.waitFor('宽375')
    phone.next('getPhoneNumber', 'PC1')
    await phone.tap('手机号')
    await phone.waitFor('号码 PC1')
    await phone.tap('×')
    await phone.waitFor('关了')
    phone.assertClean()
  })

  test('storage has WeChat’s limits; a call may be made to fail; what is not acted out is reported', async () => {
    const phone = await openOn('实验室', '探测')
    await phone.tap('大存储')
    await phone.waitFor('存储错 setStorageSync:fail entry size limit reached')
    phone.failNext('login', 'login:fail timeout')
    await phone.tap('登录失败')
    await phone.waitFor('login:fail timeout')
    phone.assertClean()
    await phone.tap('蓝牙')
    await phone.waitFor('startBluetoothDevicesDiscovery:fail not supported by harness')
    expect(phone.unsupported).toEqual([
      expect.objectContaining({ api: 'startBluetoothDevicesDiscovery', page: 'pages/lab/index' }),
    ])
    expect(() => {
      phone.assertClean()
    }).toThrow('wx.startBluetoothDevicesDiscovery is not acted out')
    phone.assertClean({ unsupported: ['startBluetoothDevicesDiscovery'] })
  })
})

describe('the logic layer', () => {
  test('has nothing that WeChat lacks, and no way out', async () => {
    const phone = await openOn('实验室', '探测')
    await phone.tap('探测')
    await phone.waitFor('有:')
    expect(phone.text()).toContain('有: eval=throws function=throws this=yes escape=throws')
    expect(() => {
      phone.assertClean()
    }).toThrow('blocked: eval')
  })

  test('has what is younger when asked to', async () => {
    const phone = await openOn('实验室', '探测', { modern: true, intl: true })
    await phone.tap('探测')
    await phone.waitFor('有:Intl,BigInt,WeakRef,at,toSorted,replaceAll,hasOwn,any eval')
  })

  test('its errors are collected, not thrown: handler, timer, rejection, console', async () => {
    const phone = await openOn('实验室', '探测')
    expect(phone.errors).toEqual([])
    for (const button of ['抛错', '定时错', '拒绝', '报错']) await phone.tap(button)
    await sleep(30)
    expect(phone.errors.map(({ kind, message }) => `${kind}:${message}`)).toEqual([
      'exception:故意',
      'exception:定时',
      'unhandledRejection:没接',
      'console.error:写错了',
    ])
    expect(phone.errors.every(({ page }) => page === 'pages/lab/index')).toBe(true)
    expect(() => {
      phone.assertClean({ except: [/故意|定时|没接/] })
    }).toThrow('1 thing(s) went wrong:\n- console.error: 写错了')
    phone.assertClean({ except: [/故意|定时|没接|写错了/] })
  })
})

describe('the life of the app', () => {
  test('background and foreground', async () => {
    const phone = await openOn('实验室', '探测')
    const before = marks(phone).length
    await phone.hide()
    await phone.show()
    expect(marks(phone).slice(before)).toEqual(['lab:hide', 'app:hide', 'app:show', 'lab:show'])
  })

  test('a cold restart keeps storage and records, and nothing of the old run goes on', async () => {
    const phone = await open({ codes: ['a-1', 'b-2'] })
    await phone.tap('登录')
    await phone.waitFor('你好 用户1')
    await phone.tap('实验室')
    await phone.tap('定时器')
    await sleep(100)
    expect(marks(phone)).toContain('tick')
    await phone.restart()
    const after = marks(phone).length
    expect(phone.stack()).toEqual(['pages/home/index'])
    expect(phone.see('你好 用户1')).toBe(true)
    await sleep(60)
    expect(marks(phone).slice(after)).not.toContain('tick')
    await phone.tap('退出')
    await phone.tap('登录')
    await phone.waitFor('你好 用户2') // the codes go on where they were
    await phone.restart({ path: 'pages/detail/index?id=2' })
    await phone.waitFor('活动2号详情')
    phone.assertClean()
  })

  test('what is measured', async () => {
    const phone = await openOn('去列表', '活动4号')
    const { requests, setData, scriptMs, viewMs } = phone.stats()
    expect(requests.map(({ method, url }) => `${method} ${url}`)).toEqual(['GET https://api.example.test/items?page=1'])
    expect(setData.calls).toBeGreaterThanOrEqual(3)
    expect(setData.max).toBeGreaterThan(500)
    expect(setData.bytes).toBeGreaterThan(setData.max)
    expect(scriptMs).toBeGreaterThan(1)
    expect(viewMs).toBeGreaterThan(1)
    phone.resetStats()
    await phone.tap('页面更新')
    expect(phone.stats().setData.calls).toBe(1)
    expect(phone.stats().setData.bytes).toBeLessThan(600)
    expect(phone.stats().requests).toEqual([])
  })
})

test('eight phones at once share nothing', async () => {
  const names = Array.from({ length: 8 }, (_, index) => `P${index}`)
  const all = await Promise.all(names.map((name, index) => open({ name, codes: `code-${index}` })))
  await Promise.all(
    all.map(async (phone, index) => {
      await phone.tap('登录')
      await phone.waitFor(`你好 用户${index}`, 10_000)
      await phone.tap('去列表')
      await phone.waitFor('活动4号', 10_000)
      await phone.tap('活动4号')
      await phone.waitFor('活动4号详情', 10_000)
      await phone.tap('立即报名')
      await phone.waitFor('已报名', 10_000)
    }),
  )
  expect(club.joined.get('4')?.size).toBe(8)
  all.forEach((phone, index) => {
    expect(phone.storage.token).toBe(`token-of-code-${index}`)
    phone.assertClean()
  })
})
