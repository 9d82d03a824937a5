import { createServer, type AddressInfo } from 'node:net'
import { inspect } from 'node:util'
import { ATTEMPT_MS, BACKOFF_MS, TOTAL_MS, createWechat, type WechatOptions } from '../../../server/wechat/client'
import { WechatError, type WechatErrorKind } from '../../../server/wechat/error'
import { startWechatStandin, type WechatFault, type WechatStandin } from '../../standins/wechat'

const APP = { appId: 'wx0123456789abcdef', secret: 'fedcba9876543210fedcba9876543210' }
const OPENID = 'oZ9aA_openid-of-applicant-1x'

let standin: WechatStandin
let pauses: number[]

beforeEach(async () => {
  standin = await startWechatStandin(APP)
  pauses = []
})
afterEach(async () => {
  jest.restoreAllMocks()
  await standin.stop()
})

/** A client of the stand-in that notes its pauses instead of taking them. */
function client(changes: Partial<WechatOptions> = {}) {
  return createWechat({
    ...APP,
    baseUrl: standin.url,
    sleep: async (ms) => {
      pauses.push(ms)
    },
    ...changes,
  })
}

/** What the exchange was refused with; fails if it wasn't, or with anything but a WechatError. */
async function refusal(exchange: Promise<unknown>): Promise<WechatError> {
  const error = await exchange.then(
    (identity) => ({ identity }),
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof WechatError)) throw new Error(`not a WechatError: ${inspect(error)}`)
  return error
}

/** Makes time-outs short, and gives back the lengths that were asked for. */
function shortTimeouts(ms = 50): number[] {
  const asked: number[] = []
  const real = AbortSignal.timeout.bind(AbortSignal)
  jest.spyOn(AbortSignal, 'timeout').mockImplementation((length) => {
    asked.push(length)
    return real(ms)
  })
  return asked
}

describe('a good code', () => {
  test('gives the openid and nothing else', async () => {
    expect(await client().code2session(standin.issueCode(OPENID))).toStrictEqual({ openid: OPENID })
    expect(standin.sessionKeys).toHaveLength(1)
  })

  test('gives the unionid where the app has one', async () => {
    const code = standin.issueCode(OPENID, { unionid: 'union-1' })
    expect(await client().code2session(code)).toStrictEqual({ openid: OPENID, unionid: 'union-1' })
  })

  test('is asked for as WeChat documents it', async () => {
    const code = standin.issueCode(OPENID)
    await client().code2session(code)
    expect(standin.requests).toEqual([
      {
        method: 'GET',
        path: '/sns/jscode2session',
        query: { appid: APP.appId, secret: APP.secret, js_code: code, grant_type: 'authorization_code' },
      },
    ])
  })

  test.each([
    ['errcode 0', { errcode: 0, errmsg: 'ok', openid: OPENID, session_key: 'k' }, { openid: OPENID }],
    ['an empty unionid', { openid: OPENID, session_key: 'k', unionid: '' }, { openid: OPENID }],
    ['an openid of 64 characters', { openid: 'o'.repeat(64) }, { openid: 'o'.repeat(64) }],
  ])('may come with %s', async (_, body, identity) => {
    standin.fail({ body })
    expect(await client().code2session('any')).toStrictEqual(identity)
  })
})

test('what the phone sends as a code stays one parameter', async () => {
  const code = `x&appid=wxffffffffffffffff&secret=\u0000#?../%26 签 ${'9'.repeat(500)}`
  expect(await refusal(client().code2session(code))).toMatchObject({ kind: 'code-invalid', errcode: 40029 })
  expect(standin.requests[0]?.query).toEqual({
    appid: APP.appId,
    secret: APP.secret,
    js_code: code,
    grant_type: 'authorization_code',
  })
})

describe("WeChat's refusals", () => {
  test('a code that nobody was given', async () => {
    const error = await refusal(client().code2session('unknown'))
    expect(error).toMatchObject({ kind: 'code-invalid', errcode: 40029, attempts: 1 })
    expect(error.rid).toMatch(/^[0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}$/)
  })

  test('a code used twice', async () => {
    const code = standin.issueCode(OPENID)
    await client().code2session(code)
    expect(await refusal(client().code2session(code))).toMatchObject({ kind: 'code-used', errcode: 40163, attempts: 1 })
  })

  test.each([
    ['app id', { appId: 'wxffffffffffffffff' }, 40013],
    ['secret', { secret: 'another' }, 40125],
    ['app id, missing', { appId: '' }, 41002],
    ['secret, missing', { secret: '' }, 41004],
  ])('our %s', async (_, changes, errcode) => {
    const error = await refusal(client(changes).code2session(standin.issueCode(OPENID)))
    expect(error).toMatchObject({ kind: 'misconfigured', errcode, attempts: 1 })
  })

  test.each<[number, WechatErrorKind]>([
    [40001, 'misconfigured'],
    [40002, 'misconfigured'],
    [40164, 'misconfigured'],
    [40226, 'blocked'],
    [41008, 'code-invalid'],
    [42003, 'code-invalid'],
    [45009, 'rate-limited'],
    [45011, 'rate-limited'],
    [49999, 'unknown'],
  ])('errcode %i is %s, and asked once', async (errcode, kind) => {
    standin.fail({ errcode })
    expect(await refusal(client().code2session(standin.issueCode(OPENID)))).toMatchObject({
      kind,
      errcode,
      attempts: 1,
    })
    expect(standin.requests).toHaveLength(1)
  })

  test.each([
    ['no rid', { errcode: 40029, errmsg: 'invalid code, hints: [ req_id: uhJDVZyFe-YZguHA ]' }],
    ['no words', { errcode: 40029 }],
    ['words that are none', { errcode: 40029, errmsg: { rid: 1 } }],
    ['a rid that is none', { errcode: 40029, errmsg: `invalid code, rid: 00000000-00000000-00000000-${OPENID}` }],
  ])('with %s', async (_, body) => {
    standin.fail({ body })
    expect(await refusal(client().code2session('any'))).toMatchObject({ kind: 'code-invalid', rid: undefined })
  })
})

describe('busy (-1)', () => {
  test.each([1, 2])('%i times, then an answer', async (times) => {
    standin.fail({ errcode: -1 }, times)
    expect(await client().code2session(standin.issueCode(OPENID))).toEqual({ openid: OPENID })
    expect(pauses).toEqual(BACKOFF_MS.slice(0, times))
  })

  test('three times: given up', async () => {
    standin.fail({ errcode: -1 }, 3)
    const error = await refusal(client().code2session(standin.issueCode(OPENID)))
    expect(error).toMatchObject({ kind: 'busy', errcode: -1, attempts: 3 })
    expect(standin.requests).toHaveLength(3)
    expect(pauses).toEqual([...BACKOFF_MS])
  })

  test('takes its pauses for real', async () => {
    standin.fail({ errcode: -1 })
    const begun = performance.now()
    await createWechat({ ...APP, baseUrl: standin.url }).code2session(standin.issueCode(OPENID))
    // Timers may be a millisecond early.
    expect(performance.now() - begun).toBeGreaterThanOrEqual((BACKOFF_MS[0] ?? 0) - 2)
  })

  test('no pause begins that would end after the total time', async () => {
    standin.fail({ errcode: -1 }, 9)
    const clock = [0, 0, TOTAL_MS - (BACKOFF_MS[0] ?? 0)]
    const error = await refusal(client({ now: () => clock.shift() ?? TOTAL_MS }).code2session('any'))
    expect(error).toMatchObject({ kind: 'busy', attempts: 1 })
    expect(pauses).toEqual([])
  })

  test('a later attempt gets what is left of the total time', async () => {
    const asked = shortTimeouts(5000)
    standin.fail({ errcode: -1 }, 2)
    let time = 0
    const slow = client({
      now: () => time,
      sleep: async (ms) => {
        time += ms + 1899.5
      },
    })
    await slow.code2session(standin.issueCode(OPENID))
    // 200 + 1899.5, then 800 + 1899.5 more; a whole number, because AbortSignal.timeout takes no other
    expect(asked).toEqual([ATTEMPT_MS, Math.ceil(TOTAL_MS - 2099.5), Math.ceil(TOTAL_MS - 4799)])
  })

  test('a pause that took too long leaves a short last attempt, not a fault of our own', async () => {
    const asked = shortTimeouts(5000)
    standin.fail({ errcode: -1 })
    let time = 0
    const late = client({
      now: () => time,
      sleep: async () => {
        time += TOTAL_MS * 2
      },
    })
    await late.code2session(standin.issueCode(OPENID))
    expect(asked).toEqual([ATTEMPT_MS, 1])
  })
})

describe('no answer', () => {
  test('silence: unreachable after three seconds, and not asked again', async () => {
    const asked = shortTimeouts()
    standin.fail('hang')
    const error = await refusal(client().code2session(standin.issueCode(OPENID)))
    expect(error).toMatchObject({ kind: 'unreachable', obstacle: 'timeout', attempts: 1 })
    expect(asked).toEqual([3000])
    expect(standin.requests).toHaveLength(1)
  })

  test('silence within the answer', async () => {
    shortTimeouts()
    const half = new ReadableStream({ start: (stream) => stream.enqueue(new TextEncoder().encode('{"openid":')) })
    const stalled: typeof fetch = async (_, init) => {
      const signal = init?.signal
      return new Response(half.pipeThrough(new TransformStream(), signal ? { signal } : {}))
    }
    const error = await refusal(client({ fetch: stalled }).code2session('any'))
    expect(error).toMatchObject({ kind: 'unreachable', obstacle: 'timeout', attempts: 1 })
  })

  test('a connection that breaks before the answer: the same code again', async () => {
    standin.fail('drop')
    expect(await client().code2session(standin.issueCode(OPENID))).toEqual({ openid: OPENID })
    expect(standin.requests).toHaveLength(2)
  })

  test.each<WechatFault>(['lose-reply', 'cut'])(
    'an answer that was lost (%s) used the code up: busy, so that the phone takes a new one',
    async (fault) => {
      standin.fail(fault)
      const error = await refusal(client().code2session(standin.issueCode(OPENID)))
      expect(error).toMatchObject({ kind: 'busy', errcode: 40163, attempts: 2 })
      expect(await client().code2session(standin.issueCode(OPENID))).toEqual({ openid: OPENID })
    },
  )

  test('connections that break again and again: given up after three', async () => {
    standin.fail('drop', 9)
    const error = await refusal(client().code2session(standin.issueCode(OPENID)))
    expect(error).toMatchObject({ kind: 'unreachable', attempts: 3 })
    expect(standin.requests).toHaveLength(3)
  })

  test('nobody listens', async () => {
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    await new Promise((resolve) => server.close(resolve))
    const error = await refusal(client({ baseUrl: `http://127.0.0.1:${port}` }).code2session('any'))
    expect(error).toMatchObject({ kind: 'unreachable', obstacle: 'ECONNREFUSED', attempts: 3 })
  })
})

describe('an answer that is not from the API', () => {
  test.each<[string, WechatFault, string]>([
    ['a page', 'html', 'not-json'],
    ['nothing', { body: '' }, 'not-json'],
    ['half an answer', { body: `{"openid":"${OPENID}","session_key":` }, 'not-json'],
    ['a fault of a proxy', { status: 502 }, 'status-502'],
    ['a redirect', { status: 302, location: '/elsewhere' }, 'status-302'],
  ])('%s: unreachable, and asked once', async (_, fault, obstacle) => {
    standin.fail(fault)
    const error = await refusal(client().code2session(standin.issueCode(OPENID)))
    expect(error).toMatchObject({ kind: 'unreachable', obstacle, attempts: 1 })
    expect(standin.requests).toHaveLength(1)
  })

  test.each<[string, unknown]>([
    ['null', 'null'],
    ['a list', []],
    ['a string', '"ok"'],
    ['no openid', { session_key: 'k' }],
    ['errcode 0 alone', { errcode: 0, errmsg: 'ok' }],
    ['an empty openid', { openid: '', session_key: 'k' }],
    ['an openid of 65 characters', { openid: 'o'.repeat(65) }],
    ['an openid that is no string', { openid: 42 }],
    ['an openid with NUL', { openid: 'o\u0000' }],
    ['a unionid that is no string', { openid: OPENID, unionid: {} }],
    ['an errcode that is no number', { errcode: '40029', openid: OPENID }],
  ])('%s: unknown', async (_, body) => {
    standin.fail({ body })
    expect(await refusal(client().code2session('any'))).toMatchObject({ kind: 'unknown', attempts: 1 })
  })
})

describe('what must not be told', () => {
  /** Everything a log could make of a value. */
  function told(value: unknown): string {
    const error = value instanceof Error ? [value.message, value.stack, String(value), value.cause] : []
    return [JSON.stringify(value), inspect(value, { depth: null, showHidden: true }), ...error].join('\n')
  }

  const quoting = (text: string): WechatFault => ({ body: { errcode: 40029, errmsg: text, openid: text } })

  test.each<[string, WechatFault]>([
    ['busy', { errcode: -1 }],
    ['blocked', { errcode: 40226 }],
    ['an unknown errcode', { errcode: 49999, errmsg: OPENID }],
    ['silence', 'hang'],
    ['a broken connection', 'drop'],
    ['a lost reply', 'lose-reply'],
    ['a cut reply', 'cut'],
    ['a page', 'html'],
    ['a redirect', { status: 302, location: `/?secret=${APP.secret}` }],
    ['words that quote us', quoting(`invalid code ${OPENID} ${APP.secret}`)],
    ['half an answer', { body: `{"openid":"${OPENID}","session_key":"AAAAAAAAAAAAAAAAAAAAAA==",` }],
    ['a bad openid', { body: { openid: [OPENID], session_key: 'AAAAAAAAAAAAAAAAAAAAAA==' } }],
  ])('%s tells no secret, code, openid, session_key or address', async (_, fault) => {
    shortTimeouts()
    const code = standin.issueCode(OPENID)
    standin.fail(fault, 3)
    const text = told(await refusal(client().code2session(code)))
    const hidden = [APP.secret, code, OPENID, 'AAAAAAAAAAAAAAAAAAAAAA', ...standin.sessionKeys, 'js_code', standin.url]
    for (const word of hidden) expect(text).not.toContain(word)
  })

  test('an HTTP client that quotes the address in its error', async () => {
    let quoted = ''
    const chatty: typeof fetch = async (input) => {
      const address = input instanceof URL ? input.href : ''
      quoted += address
      throw new TypeError(`Failed to fetch ${address}`, { cause: { code: `E ${address}`, address } })
    }
    const error = await refusal(client({ fetch: chatty }).code2session('the-code'))
    expect(error).toMatchObject({ kind: 'unreachable', obstacle: 'network', attempts: 3 })
    expect(quoted).toContain(APP.secret)
    for (const word of [APP.secret, 'the-code', 'js_code']) expect(told(error)).not.toContain(word)
  })

  test('the client itself', async () => {
    const wechat = client()
    await wechat.code2session(standin.issueCode(OPENID))
    expect(told(wechat)).toContain(APP.appId)
    for (const word of [APP.secret, OPENID]) expect(told(wechat)).not.toContain(word)
  })

  test('an address that is none is refused at once, without the secret', () => {
    let thrown: unknown
    try {
      client({ baseUrl: 'not an address' })
    } catch (error) {
      thrown = error
    }
    expect(thrown).toMatchObject({ name: 'TypeError', code: 'ERR_INVALID_URL' })
    expect(told(thrown)).not.toContain(APP.secret)
  })
})

test('a failure reads as a sentence, with what its mender needs', async () => {
  standin.fail({ body: { errcode: 40125, errmsg: 'invalid appsecret, rid: 0a1b2c3d-00000000-11111111' } })
  expect((await refusal(client().code2session('any'))).message).toBe(
    'code2session: WeChat refuses the app id, the secret or the address of this server (errcode 40125, rid 0a1b2c3d-00000000-11111111)',
  )
})
