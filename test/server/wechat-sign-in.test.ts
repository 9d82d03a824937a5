import type { MeReply } from '#contract/me'
import { createWechat } from '../../server/wechat/client'
import { startWechatStandin, type WechatStandin } from '../standins/wechat'
import { inspect } from './kit/inspect'
import { call, startApi, type Answer, type TestApi } from './support'

/** Signing in as phones do it, against a server that answers as WeChat's documents say. */

const APP = { appId: 'wx0123456789abcdef', secret: 'secret-of-the-tests' }

let standin: WechatStandin
let api: TestApi
beforeAll(async () => {
  standin = await startWechatStandin(APP)
  api = await startApi({
    demo: false,
    wechat: createWechat({ ...APP, baseUrl: standin.url, sleep: () => Promise.resolve() }),
  })
})
afterAll(async () => {
  await api.close()
  await standin.stop()
})

const signIn = (code: string): Promise<Answer> => call(api, 'POST', '/v1/sessions', { body: { code } })
const tokenOf = (answer: Answer) => (answer.body as { token: string }).token
const me = async (token: string) => (await call(api, 'GET', '/v1/me', { token })).body as MeReply

it('makes an account once; another phone of the same person is the same account, another person another', async () => {
  const first = await signIn(standin.issueCode('openid-one'))
  expect(first.status).toBe(201)
  const again = await signIn(standin.issueCode('openid-one'))
  const other = await signIn(standin.issueCode('openid-two'))
  const [a, b, c] = await Promise.all([first, again, other].map((answer) => me(tokenOf(answer))))
  expect(b).toEqual(a)
  expect(c?.account.code).not.toBe(a?.account.code)
  expect(a).toMatchObject({ profile: null, affiliation: null, roles: [], demo: false })
  expect(a?.account.code).toMatch(/^[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$/)
})

it('twenty sign-ins of a new person at once make one account and one person', async () => {
  const codes = Array.from({ length: 20 }, () => standin.issueCode('openid-many'))
  const answers = await Promise.all(codes.map(signIn))
  expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([201]))
  const people = await Promise.all(answers.map(async (answer) => (await me(tokenOf(answer))).person))
  expect(new Set(people).size).toBe(1)
})

it('an openid and a session_key never leave the server, and session_key and tokens are kept nowhere', async () => {
  const answer = await signIn(standin.issueCode('openid-kept'))
  const token = tokenOf(answer)
  const replies = [answer.raw]
  for (const url of ['/v1/me', '/v1/me/data', '/v1/me/path']) replies.push((await call(api, 'GET', url, { token })).raw)
  expect(replies.join('\n')).not.toContain('openid-kept')
  const seen = await inspect(api.database)
  expect(standin.sessionKeys.length).toBeGreaterThan(0)
  expect(await seen.find([token, ...standin.sessionKeys])).toEqual([])
  expect(await seen.find(['openid-kept'])).toEqual(['platform.account: openid-kept'])
  await seen.end()
  expect(api.logged.join('\n')).not.toContain('openid-kept')
})

it('a code that is unknown, used or too old is refused: sign in anew', async () => {
  const code = standin.issueCode('openid-three')
  expect((await signIn(code)).status).toBe(201)
  for (const bad of [code, 'never-issued']) {
    expect((await signIn(bad)).body).toMatchObject({ status: 401, code: 'wechat-code-refused' })
  }
})

it.each([
  ['too often (45011)', { errcode: 45011 }, 503, 'wechat-unavailable'],
  ['busy (−1), again and again', { errcode: -1 }, 503, 'wechat-unavailable'],
  ['a page instead of JSON', 'html', 503, 'wechat-unavailable'],
  ['broken connections', 'drop', 503, 'wechat-unavailable'],
  ['no answer at all', 'hang', 503, 'wechat-unavailable'],
  ['a high-risk account (40226)', { errcode: 40226 }, 403, 'wechat-account-blocked'],
  ['a wrong secret (40125)', { errcode: 40125 }, 503, 'wechat-unavailable'],
] as const)('%s', async (_what, problem, status, code) => {
  standin.fail(problem, 3)
  const answer = await signIn(standin.issueCode('openid-four'))
  expect(answer.body).toMatchObject({ status, code })
  // Clears what the client didn't use up.
  for (let i = 0; i < 3; i++) await signIn(standin.issueCode('openid-four'))
  expect((await signIn(standin.issueCode('openid-four'))).status).toBe(201)
})

it('is busy once, and the person doesn’t notice', async () => {
  standin.fail({ errcode: -1 }, 1)
  expect((await signIn(standin.issueCode('openid-five'))).status).toBe(201)
})

it('the operator sees a wrong secret in the log, without the secret', async () => {
  const before = api.logged.length
  standin.fail({ errcode: 40125 }, 1)
  await signIn(standin.issueCode('openid-six'))
  const lines = api.logged.slice(before).join('\n')
  expect(lines).toContain('misconfigured')
  expect(lines).not.toContain(APP.secret)
})

it('refuses personas: this is a database of real people', async () => {
  const demo = await call(api, 'POST', '/v1/sessions/demo', { body: { persona: 'applicant-a' } })
  expect(demo.body).toMatchObject({ status: 404, code: 'not-found' })
})
