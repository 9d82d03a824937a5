import { startWechatStandin, type WechatStandin } from '../../standins/wechat'

const APP = { appId: 'wx0123456789abcdef', secret: '0123456789abcdef0123456789abcdef' }
const FIVE_MINUTES = 5 * 60 * 1000

let clock = 0
let wechat: WechatStandin

beforeEach(async () => {
  clock = 1_000_000
  wechat = await startWechatStandin({ ...APP, now: () => clock })
})
afterEach(async () => wechat.stop())

/** One call as WeChat documents it, with some parameters changed or (undefined) left out. */
async function call(changes: Readonly<Record<string, string | undefined>>, init: RequestInit = {}) {
  const parameters: Readonly<Record<string, string | undefined>> = {
    appid: APP.appId,
    secret: APP.secret,
    grant_type: 'authorization_code',
    ...changes,
  }
  const given = Object.entries(parameters).filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  const response = await fetch(`${wechat.url}/sns/jscode2session?${new URLSearchParams(given).toString()}`, init)
  const body = JSON.parse(await response.text()) as Readonly<Record<string, unknown>>
  return { status: response.status, type: response.headers.get('content-type'), body }
}

test('a success is JSON called text/plain, without errcode, with a session_key of 16 bytes', async () => {
  const code = wechat.issueCode('openid-a')
  const { status, type, body } = await call({ js_code: code })
  expect({ status, type }).toEqual({ status: 200, type: 'text/plain' })
  expect(body).toEqual({ openid: 'openid-a', session_key: wechat.sessionKeys[0] })
  expect(Buffer.from(wechat.sessionKeys[0] ?? '', 'base64')).toHaveLength(16)
})

test('a unionid comes only where the app has one', async () => {
  const { body } = await call({ js_code: wechat.issueCode('openid-a', { unionid: 'unionid-a' }) })
  expect(body).toMatchObject({ openid: 'openid-a', unionid: 'unionid-a' })
})

test.each([
  ['no app id', { appid: undefined }, 41002],
  ['no secret', { secret: undefined }, 41004],
  ['another app id', { appid: 'wxffffffffffffffff' }, 40013],
  ['another secret', { secret: 'wrong' }, 40125],
  ['another grant', { grant_type: 'client_credential' }, 40002],
  ['no code', { js_code: undefined }, 41008],
  ['an unknown code', { js_code: 'unknown' }, 40029],
])('%s is refused, with status 200 and a rid, and the code stays good', async (_, changes, errcode) => {
  const code = wechat.issueCode('openid-a')
  const refused = await call({ js_code: code, ...changes })
  expect(refused).toMatchObject({ status: 200, type: 'text/plain', body: { errcode } })
  expect(refused.body).toHaveProperty('errmsg', expect.stringMatching(/, rid: [0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}$/))
  expect((await call({ js_code: code })).body).toHaveProperty('openid', 'openid-a')
})

test('POST is refused', async () => {
  expect((await call({ js_code: wechat.issueCode('openid-a') }, { method: 'POST' })).body).toHaveProperty(
    'errcode',
    43001,
  )
})

test('a code works once', async () => {
  const code = wechat.issueCode('openid-a')
  await call({ js_code: code })
  expect((await call({ js_code: code })).body).toMatchObject({
    errcode: 40163,
    errmsg: expect.stringMatching(/^code been used/) as unknown,
  })
})

test('a code lives five minutes', async () => {
  const [inTime, late] = [wechat.issueCode('openid-a'), wechat.issueCode('openid-b')]
  clock += FIVE_MINUTES - 1
  expect((await call({ js_code: inTime })).body).toHaveProperty('openid', 'openid-a')
  clock += 1
  expect((await call({ js_code: late })).body).toHaveProperty('errcode', 40029)
})
