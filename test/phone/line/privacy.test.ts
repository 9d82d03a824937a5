import type { Phone } from '../phone'
import { BUILD_MS, openPersona, startWorld, tellStory, type World } from './world'

/**
 * Somebody whose WeChat hasn't shown the app's privacy guide yet: nothing private is used before it has been asked for, a no keeps everything else,
 * and a yes is asked for once.
 */

const step = tellStory()

let world: World
let phone: Phone

beforeAll(async () => {
  world = await startWorld(true)
}, BUILD_MS)
afterAll(() => world.close())

const inCalendar = () => phone.calls.filter(({ api }) => api === 'addPhoneCalendar')

step('reading, signing in and registering ask for nothing private', async () => {
  phone = await openPersona(world, '申请人·庚', { privacy: false })
  await phone.tap('活动', { exact: true })
  await phone.waitFor('周末读书会')
  await phone.tap('周末读书会')
  await phone.waitFor('已报名')
})

step('a no: the calendar stays as it is, and it is said what to do instead', async () => {
  phone.next('requirePrivacyAuthorize', 'deny')
  await phone.tap('加入日历')
  await phone.waitFor('没有加成，请在手机日历里自己记一下')
  expect(inCalendar()).toEqual([])
})

step('a yes: it is in the calendar', async () => {
  await phone.tap('加入日历')
  expect(inCalendar()).toHaveLength(1)
})

step('what is copied afterwards is copied', async () => {
  await phone.restart()
  await phone.tap('我的', { exact: true })
  await phone.tap('复制账号代码')
  await phone.waitFor('账号代码已复制')
  expect(phone.clipboard).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/)
  phone.assertClean()
})
