/** @jest-environment node */
import { execFileSync } from 'node:child_process'
import { rmSync } from 'node:fs'

import type { PhoneOptions } from '../options'
import { Phone } from '../phone'

import { writeNativeApp, ZONE_PROBE } from './native-app'

const folders: string[] = []
let phone: Phone

const open = async (custom: boolean, options: Partial<PhoneOptions> = {}): Promise<Phone> => {
  const dist = writeNativeApp(custom)
  folders.push(dist)
  phone = await Phone.open({ dist, ...options })
  return phone
}

afterEach(() => phone.close())
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

test('components, slots, observers, wxss', async () => {
  await open(false)
  for (const shown of ['亮', '项1.5', '1.5', '卡T2T2', '槽']) expect(phone.see(shown)).toBe(true)
  for (const hidden of ['暗', '鬼', '行内', '开着']) expect(phone.see(hidden)).toBe(false)
  await phone.tap('卡T2')
  await phone.waitFor('picked19')
  phone.assertClean()
})

test('an aria-label is a name', async () => {
  await open(false)
  expect(phone.labels()).toEqual(['开关'])
  await phone.tap('开关')
  expect(phone.see('开着')).toBe(true)
  expect(phone.see('hi1')).toBe(true)
})

test('setData by path', async () => {
  await open(false)
  await phone.tap('径')
  await phone.waitFor('[{"n":5},{"m":6}]')
})

test('event channel, navigator, pageLifetimes', async () => {
  await open(false)
  expect(phone.see('现1次')).toBe(true)
  await phone.tap('走')
  await phone.waitFor('x=1 i=7')
  await phone.tap('好')
  await phone.waitFor('got5')
  expect(phone.see('现2次')).toBe(true)
  await phone.hide()
  await phone.show()
  expect(phone.see('现3次')).toBe(true)
  await phone.tap('链')
  await phone.waitFor('x=2')
  await phone.back()
  phone.assertClean()
})

test('network events and storage by promises', async () => {
  await open(false)
  await phone.offline()
  await phone.tap('网')
  await phone.waitFor('netnone')
  await phone.tap('存')
  await phone.waitFor('1/getStorage:fail data not found/true')
  phone.assertClean()
})

test('a clock that is wrong', async () => {
  await open(false)
  phone.shiftClock(3_600_000)
  await phone.tap('时')
  await phone.waitFor(/\[\d+,/)
  const [now, made, ...rest] = JSON.parse(/\[.*\]/.exec(phone.text())?.[0] ?? '[]') as number[]
  for (const seen of [now, made]) expect(Math.abs((seen ?? 0) - Date.now() - 3_600_000)).toBeLessThan(5000)
  expect(rest).toEqual([0, true, 7, 'string'])
  phone.assertClean()
})

test.each(['America/Los_Angeles', 'Europe/Berlin', 'Asia/Kolkata', 'Asia/Shanghai', 'UTC'])(
  'a phone in %s has the times of Node in that zone',
  async (zone) => {
    await open(false, { zone })
    await phone.tap('区')
    await phone.waitFor('"read"')
    const said = JSON.parse(/\{.*\}/s.exec(phone.text())?.[0] ?? '{}') as unknown
    const script = `process.stdout.write(JSON.stringify((${ZONE_PROBE})()))`
    const reference = execFileSync(process.execPath, ['-e', script], { env: { ...process.env, TZ: zone } })
    expect(said).toEqual(JSON.parse(reference.toString()))
    phone.assertClean()
  },
)

test('a phone is in no zone that there isn’t', async () => {
  await expect(open(false, { zone: 'Asia/Nowhere' })).rejects.toThrow('Asia/Nowhere')
})

test('what is private fails before the person has agreed to the privacy guide', async () => {
  await open(false, { privacy: false })
  await phone.tap('抄', { exact: true })
  await phone.waitFor('104setClipboardData:fail privacy permission is not authorized')
  phone.next('requirePrivacyAuthorize', 'deny')
  await phone.tap('问')
  await phone.waitFor('不同意')
  await phone.tap('抄', { exact: true })
  await phone.waitFor('104setClipboardData')
  expect(phone.clipboard).toBe('')
  await phone.tap('问')
  await phone.waitFor(/(?<!不)同意/)
  await phone.tap('抄', { exact: true })
  await phone.waitFor('抄了')
  expect(phone.clipboard).toBe('c')
  phone.assertClean()
})

test('an exception reaches App.onError', async () => {
  await open(false)
  await phone.tap('坏')
  expect(phone.errors).toHaveLength(1)
  await phone.tap('说')
  await phone.waitFor('error:true')
})

test('WeChat’s own tab bar', async () => {
  await open(false)
  expect(phone.tabs()).toEqual([
    { path: 'a/a', text: 'TA', selected: true },
    { path: 'c/c', text: 'TC', selected: false },
  ])
  await phone.tap('TC')
  expect(phone.path()).toBe('c/c')
  expect(phone.see('N111')).toBe(true) // attached, onLoad, onShow
  await phone.tap('TA')
  await phone.tap('TC')
  expect(phone.see('N211')).toBe(true) // kept
  phone.assertClean()
})

test('a custom tab bar: an instance per page, which knows its page', async () => {
  await open(true)
  expect(phone.tabs()).toEqual([])
  await phone.tap('在a/a按0次')
  expect(phone.see('在a/a按1次')).toBe(true)
  await phone.tap('标C')
  expect(phone.path()).toBe('c/c')
  expect(phone.see('在c/c按0次')).toBe(true)
  expect(phone.see('折起')).toBe(false) // hidden by the bar's own wxss
  await phone.tap('标A')
  expect(phone.see('在a/a按1次')).toBe(true)
  await phone.tap('走')
  await phone.waitFor('x=1')
  expect(phone.see('标A')).toBe(false)
  phone.assertClean()
})
