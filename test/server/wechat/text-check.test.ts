import { createTextCheck } from '../../../server/wechat/text-check'
import { startTextStandin, type TextStandin } from '../../standins/wechat-text'

const APP = { appId: 'wx0123456789abcdef', secret: 'fedcba9876543210fedcba9876543210' }

let standin: TextStandin
let clock: number
beforeEach(async () => {
  clock = 0
  standin = await startTextStandin(APP)
})
afterEach(() => standin.stop())

const check = (changes: object = {}) =>
  createTextCheck({ ...APP, baseUrl: standin.url, fetch, now: () => clock, ...changes })
const tokens = () => standin.paths.filter((path) => path === '/cgi-bin/stable_token').length

it.each([
  ['带一本书', 'pass'],
  ['坏话', 'risky'],
  ['疑问', 'unknown'],
])('of %s it says %s', async (text, verdict) => {
  expect(await check()('openid', text)).toBe(verdict)
  expect(standin.checked).toEqual([{ openid: 'openid', scene: 2, version: 2, content: text }])
})

it('knows nothing of somebody whom WeChat hasn’t seen lately', async () => {
  expect(await check()('not-seen', '带一本书')).toBe('unknown')
})

it('asks for a token once, however many wait for it', async () => {
  const of = check()
  expect(await Promise.all(Array.from({ length: 20 }, () => of('openid', '好')))).toEqual(Array(20).fill('pass'))
  expect(tokens()).toBe(1)
  expect(await of('openid', '好')).toBe('pass')
  expect(tokens()).toBe(1)
})

it('renews it before it ends, once for all who come then', async () => {
  const of = check()
  await of('openid', '好')
  clock = 7200_000 - 5 * 60_000 - 1
  await of('openid', '好')
  expect(tokens()).toBe(1)
  clock += 1
  await Promise.all(Array.from({ length: 20 }, () => of('openid', '好')))
  expect(tokens()).toBe(2)
})

it('takes a new one when WeChat no longer knows the old one', async () => {
  const of = check()
  await of('openid', '好')
  standin.revoke()
  expect(await of('openid', '好')).toBe('pass')
  expect(tokens()).toBe(2)
})

it('says unknown, never more, when WeChat can’t be asked, and asks again next time', async () => {
  const of = check()
  standin.break(500)
  expect(await of('openid', '好')).toBe('unknown')
  standin.break(null)
  expect(await of('openid', '好')).toBe('pass')
})

it('says unknown with a wrong secret', async () => {
  expect(await check({ secret: 'x' })('openid', '好')).toBe('unknown')
})
