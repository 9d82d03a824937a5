import { createWechat } from '../../../server/wechat/client'
import { startTextStandin, type TextStandin } from '../../standins/wechat-text'
import { inspect, type Inspector } from '../kit/inspect'
import type { Somebody } from '../kit/people'
import { newRequestId, startApi, type Answer, type TestApi } from '../support'
import { newHost, published, termsOf, VENUE } from './scene'

/** What WeChat says of words: once for each act, outside of its transaction, and never against what was done already. */

const APP = { appId: 'wx0123456789abcdef', secret: 'fedcba9876543210fedcba9876543210' }

let standin: TextStandin
let api: TestApi
let seen: Inspector
let host: Somebody

beforeAll(async () => {
  standin = await startTextStandin(APP)
  api = await startApi({ wechat: createWechat({ ...APP, baseUrl: standin.url }) })
  seen = await inspect(api.database)
  host = await newHost(api)
})
afterEach(() => standin.deem())
afterAll(async () => {
  await seen.end()
  await api.close()
  await standin.stop()
})

/** An act of a host that says something to others; the same one each time it is sent. */
interface Act {
  readonly send: (more?: object) => Promise<Answer>
  readonly status: number
}

async function sendable(what: string): Promise<Act> {
  const draft = termsOf(api)
  if (what === 'a draft') {
    const send = (more = {}) => host.call('POST', `/v1/venues/${VENUE}/events`, { ...draft, ...more })
    return { send, status: 201 }
  }
  const event = await published(api, host)
  if (what === 'a change') {
    const send = (more = {}) => host.call('PUT', `/v1/events/${event}`, { ...draft, ...more })
    return { send, status: 200 }
  }
  const body = { requestId: newRequestId(), text: '请带水杯' }
  const send = (more = {}) => host.call('POST', `/v1/events/${event}/announcements`, { ...body, ...more })
  return { send, status: 201 }
}

describe.each(['a draft', 'a change', 'an announcement'])('%s', (what) => {
  it('sent again gets what it got, though WeChat refuses such words by now, and WeChat isn’t asked again', async () => {
    const { send, status } = await sendable(what)
    const first = await send()
    expect(first.status).toBe(status)
    const asked = standin.checked.length
    standin.deem('risky')
    const again = await send()
    expect([again.status, again.raw]).toEqual([status, first.raw])
    expect(standin.checked).toHaveLength(asked)
    // Another act with the same words is another question.
    expect((await send({ requestId: newRequestId() })).body).toMatchObject({ status: 422, code: 'words-refused' })
  })

  it('that was refused is decided anew, and leaves nothing', async () => {
    const { send, status } = await sendable(what)
    standin.deem('risky')
    const before = await seen.snapshot({ without: ['platform.attempt'] })
    expect((await send()).body).toMatchObject({ status: 422, code: 'words-refused' })
    expect(await seen.snapshot({ without: ['platform.attempt'] })).toEqual(before)
    standin.deem('pass')
    expect((await send()).status).toBe(status)
  })

  it('sent twice at once is done once, though WeChat refuses one of the two', async () => {
    const { send, status } = await sendable(what)
    const release = standin.hold()
    const asked = standin.paths.length
    const both = [send(), send()]
    while (standin.paths.length < asked + 2) await new Promise((resolve) => setTimeout(resolve, 5))
    standin.deem('pass', 'risky')
    release()
    const answers = await Promise.all(both)
    // The one that is refused may have come first: nothing was done yet.
    const done = answers.filter((one) => one.status === status)
    expect(answers.map((one) => one.status).filter((one) => one !== status && one !== 422)).toEqual([])
    expect(done.length).toBeGreaterThan(0)
    expect((await send()).raw).toBe(done[0]?.raw)
    expect(new Set(done.map(({ raw }) => raw)).size).toBe(1)
  })

  it('waits for WeChat outside of any transaction, and holds no lock', async () => {
    const { send, status } = await sendable(what)
    const release = standin.hold()
    const asked = standin.paths.length
    const waiting = send()
    while (standin.paths.length === asked) await new Promise((resolve) => setTimeout(resolve, 5))
    const [open] = await seen.query<{ n: number }>(
      `select count(*)::int as n from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid() and xact_start is not null`,
    )
    expect(open?.n).toBe(0)
    release()
    expect((await waiting).status).toBe(status)
  })
})

it('keeps a requestId from being used for other words, whatever WeChat says of them', async () => {
  const { send } = await sendable('a draft')
  await send()
  standin.deem('risky')
  expect((await send({ title: '别的标题' })).body).toMatchObject({ status: 409, code: 'request-id-reused' })
})
