import { asPersona, call, startApi, type TestApi } from './support'

let api: TestApi
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api.close())

/** As WeChat's request sends what has no body. */
const EMPTY_JSON = { 'content-type': 'application/json' }

describe('an empty body that is called JSON', () => {
  it('ends a session all the same', async () => {
    const { token } = await asPersona(api, 'applicant-a')
    const answer = await call(api, 'DELETE', '/v1/sessions/current', { token, headers: EMPTY_JSON })
    expect([answer.status, answer.raw]).toEqual([204, ''])
    expect((await call(api, 'GET', '/v1/me', { token })).status).toBe(401)
  })

  it.each([
    ['POST', '/v1/sessions/demo'],
    ['DELETE', '/v1/me'],
    ['PUT', '/v1/me/profile'],
  ] as const)('is refused where a body is needed: %s %s', async (method, url) => {
    const { token } = await asPersona(api, 'applicant-a')
    const answer = await call(api, method, url, { token, headers: EMPTY_JSON })
    expect(answer).toMatchObject({ status: 400, body: { code: 'invalid-input' } })
  })

  it('what is no JSON stays refused', async () => {
    for (const body of ['{', '\u0000', ' ', '{"__proto__":{}}']) {
      const response = await api.app.inject({
        method: 'POST',
        url: '/v1/sessions/demo',
        headers: { ...EMPTY_JSON, 'x-district': 'saihan' },
        payload: body,
      })
      expect([body, response.statusCode]).toEqual([body, 400])
    }
  })
})
