import { createClient, type ClientDeps, type WireReply, type WireRequest } from '../../../src/platform/client'
import { ApiProblem, NetworkProblem } from '../../../src/platform/problem'
import { createSessionStore, type Session } from '../../../src/platform/session-store'
import { memoryStorage } from './memory-storage'

type Answer = WireReply | 'lost'

const reply = (status: number, body: unknown, headers: Record<string, string> = {}): WireReply => ({
  status,
  headers,
  text: body === null ? '' : JSON.stringify(body),
})
const problem = (status: number, code: string, facts = {}) =>
  reply(status, { type: 'about:blank', title: 'x', status, code, facts })
const dead = problem(401, 'no-session')
const me = reply(200, { account: { code: 'AAAA-BBBB' } })

/** A client before a server that answers by a function, and what it was asked. */
function phone(answer: (request: WireRequest, no: number) => Answer | Promise<Answer>, more: Partial<ClientDeps> = {}) {
  const asked: WireRequest[] = []
  const waits: number[] = []
  const session = createSessionStore(memoryStorage())
  const ended = jest.fn()
  const heardTime = jest.fn()
  const call = createClient({
    origin: 'https://api.example',
    district: 'saihan',
    session,
    send: async (request) => {
      asked.push(request)
      const answered = await answer(request, asked.length)
      if (answered === 'lost') throw new NetworkProblem(false)
      return answered
    },
    renew: null,
    ended,
    heardTime,
    deviceTime: () => 1_700_000_000_000,
    sleep: async (milliseconds) => {
      waits.push(milliseconds)
    },
    ...more,
  })
  const begin = (kind: Session['kind']) => session.begin({ token: 'old', kind })
  return { call, asked, waits, session, ended, heardTime, begin }
}

const authorization = (request: WireRequest | undefined) => request?.headers.authorization
const profile = {
  requestId: '00000000-0000-4000-8000-000000000000',
  name: '申请人·甲',
  birthDate: '2010-03-05',
  township: null,
  organisation: 'SH-X01-2',
}

describe('a request', () => {
  it('names the district, and the session once there is one', async () => {
    const { call, asked, begin } = phone(() => me)
    await call('GET /v1/me', {})
    begin('wechat')
    await call('GET /v1/me', {})
    expect(asked.map((request) => [request.headers['x-district'], authorization(request)])).toEqual([
      ['saihan', undefined],
      ['saihan', 'Bearer old'],
    ])
  })

  it('says what the phone’s own clock says when it does something', async () => {
    const { call, asked } = phone(() => me)
    await call('PUT /v1/me/profile', { body: profile })
    await call('GET /v1/me', {})
    expect(asked.map((request) => request.headers['x-phone-time'])).toEqual(['1700000000000', undefined])
  })

  it('escapes what stands in its path and query', async () => {
    const { call, asked } = phone(() => reply(200, {}))
    await call('GET /v1/people/:person/path', { params: { person: 'a/b?c' }, query: {} })
    await call('GET /v1/overview', { query: { organisation: 'SH&X' } })
    expect(asked.map((request) => request.url)).toEqual([
      'https://api.example/v1/people/a%2Fb%3Fc/path',
      'https://api.example/v1/overview?organisation=SH%26X',
    ])
  })

  it('learns the server’s time, also from a no', async () => {
    const { call, heardTime } = phone(() => ({ ...dead, headers: { 'x-server-time': '1800000000000' } }))
    await expect(call('GET /v1/me', {})).rejects.toThrow(ApiProblem)
    expect(heardTime).toHaveBeenCalledWith(1_800_000_000_000)
  })

  it('gives the code and the facts of a no', async () => {
    const { call } = phone(() => problem(422, 'under-age', { minimum: 14 }))
    await expect(call('PUT /v1/me/profile', { body: profile })).rejects.toMatchObject({
      status: 422,
      code: 'under-age',
      facts: { minimum: 14 },
    })
  })

  it('takes a page of somebody in between for a fault, not for an answer', async () => {
    const { call } = phone(() => ({ status: 200, headers: {}, text: '<html>sign in to this network</html>' }))
    await expect(call('GET /v1/me', {})).rejects.toMatchObject({ code: 'internal' })
  })
})

describe('without an answer', () => {
  it('asks a question again, waiting twice as long', async () => {
    const { call, asked, waits } = phone((_, no) => (no < 3 ? 'lost' : me))
    await expect(call('GET /v1/me', {})).resolves.toEqual({ account: { code: 'AAAA-BBBB' } })
    expect(asked).toHaveLength(3)
    expect(waits).toEqual([400, 800])
  })

  it('gives up after the third attempt', async () => {
    const { call, asked } = phone(() => 'lost')
    await expect(call('GET /v1/me', {})).rejects.toThrow(NetworkProblem)
    expect(asked).toHaveLength(3)
  })

  it('sends an act with a requestId again, byte for byte', async () => {
    const { call, asked } = phone((_, no) => (no === 1 ? 'lost' : no === 2 ? reply(503, null) : me))
    await call('PUT /v1/me/profile', { body: profile })
    expect(asked).toHaveLength(3)
    expect(new Set(asked.map((request) => request.body)).size).toBe(1)
  })

  it('sends an act without a requestId once only', async () => {
    const { call, asked } = phone(() => 'lost')
    await expect(call('POST /v1/sessions', { body: { code: 'c' } })).rejects.toThrow(NetworkProblem)
    expect(asked).toHaveLength(1)
  })

  it('doesn’t repeat what was answered with a no', async () => {
    const { call, asked } = phone(() => problem(500, 'internal'))
    await expect(call('GET /v1/me', {})).rejects.toMatchObject({ status: 500 })
    expect(asked).toHaveLength(1)
  })
})

describe('a dead token', () => {
  const alive = (request: WireRequest) => (authorization(request) === 'Bearer new' ? me : dead)

  it('is renewed once for all who meet it, and each request is repeated', async () => {
    const renew = jest.fn(async () => 'new')
    const { call, asked, begin, session } = phone(alive, { renew })
    begin('wechat')
    await Promise.all([call('GET /v1/me', {}), call('GET /v1/me/path', {}), call('GET /v1/me/data', {})])
    expect(renew).toHaveBeenCalledTimes(1)
    expect(asked).toHaveLength(6)
    expect(session.get().session).toEqual({ token: 'new', kind: 'wechat' })
  })

  it('is not renewed again for a request that was sent before the renewal and answered after it', async () => {
    const renew = jest.fn(async () => 'new')
    let release: () => void = () => undefined
    const late = new Promise<void>((resolve) => {
      release = resolve
    })
    const { call, begin } = phone(
      async (request) => {
        if (request.url.endsWith('/path') && authorization(request) === 'Bearer old') await late
        return alive(request)
      },
      { renew },
    )
    begin('wechat')
    const slow = call('GET /v1/me/path', {})
    await call('GET /v1/me', {})
    release()
    await slow
    expect(renew).toHaveBeenCalledTimes(1)
  })

  it('that the new token doesn’t mend is a no, not a loop', async () => {
    const renew = jest.fn(async () => 'new')
    const { call, asked, begin } = phone(() => dead, { renew })
    begin('wechat')
    await expect(call('GET /v1/me', {})).rejects.toMatchObject({ status: 401 })
    expect(asked).toHaveLength(2)
  })

  it('of a persona ends the session', async () => {
    const renew = jest.fn(async () => 'new')
    const { call, begin, session, ended } = phone(alive, { renew })
    begin('persona')
    await expect(call('GET /v1/me', {})).rejects.toMatchObject({ status: 401 })
    expect(renew).not.toHaveBeenCalled()
    expect(session.get()).toEqual({ session: null, expired: true })
    expect(ended).toHaveBeenCalledTimes(1)
  })

  it('stays a sign-out when the person signed out meanwhile', async () => {
    const renew = jest.fn(async () => 'new')
    const { call, begin, session } = phone(
      (request) => {
        session.end({ expired: false })
        return alive(request)
      },
      { renew },
    )
    begin('wechat')
    await expect(call('GET /v1/me', {})).rejects.toMatchObject({ status: 401 })
    expect(renew).not.toHaveBeenCalled()
    expect(session.get()).toEqual({ session: null, expired: false })
  })

  it('stays a sign-out when the person signed out while signing in again was under way', async () => {
    const { call, begin, session, asked } = phone(alive, {
      renew: async () => {
        session.end({ expired: false })
        return 'new'
      },
    })
    begin('wechat')
    await expect(call('GET /v1/me', {})).rejects.toMatchObject({ status: 401 })
    expect(session.get()).toEqual({ session: null, expired: false })
    expect(asked).toHaveLength(1)
  })

  it('is never said again as another, who signed in before the answer came', async () => {
    const phoneOf = phone((_, no) => {
      if (no > 1) return me
      phoneOf.session.end({ expired: false })
      phoneOf.session.begin({ token: 'another', kind: 'persona' })
      return dead
    })
    phoneOf.begin('persona')
    await expect(phoneOf.call('PUT /v1/me/profile', { body: profile })).rejects.toMatchObject({ status: 401 })
    expect(phoneOf.asked.map(authorization)).toEqual(['Bearer old'])
    expect(phoneOf.session.get().session?.token).toBe('another')
  })

  it('keeps the session when there is no network to renew it with', async () => {
    const { call, begin, session, ended } = phone(alive, {
      renew: () => Promise.reject(new NetworkProblem(false)),
    })
    begin('wechat')
    await expect(call('GET /v1/me', {})).rejects.toThrow(NetworkProblem)
    expect(session.get().session).not.toBeNull()
    expect(ended).not.toHaveBeenCalled()
  })

  it('ends the session when WeChat refuses to sign in again', async () => {
    const { call, begin, session, ended } = phone(alive, {
      renew: () => Promise.reject(new ApiProblem(401, 'wechat-code-refused', {})),
    })
    begin('wechat')
    await expect(call('GET /v1/me', {})).rejects.toMatchObject({ status: 401 })
    expect(session.get()).toEqual({ session: null, expired: true })
    expect(ended).toHaveBeenCalledTimes(1)
  })
})
