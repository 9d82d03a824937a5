import fc from 'fast-check'
import { createActRows, type ActRow } from '../../../src/platform/act-rows'
import { createActSender } from '../../../src/platform/act-sender'
import { ApiProblem, NetworkProblem } from '../../../src/platform/problem'
import { memoryStorage } from './memory-storage'

interface Body {
  readonly requestId: string
  readonly code: string
}
interface Reply {
  readonly said: string
}
type Row = ActRow<Body, Reply>
/** What the network or the server does with one sending. */
type Fate = 'yes' | 'lost' | 'reply-lost' | 'busy' | 'no' | 'expired'

const KEY = 'check-ins'

/** A device whose app can be closed and opened again, before a server that knows what it was sent. */
function device(fate: (body: Body, no: number) => Fate = () => 'yes') {
  const storage = memoryStorage()
  const there = { account: 'A' as string | null, known: 'A' as string | null, sent: [] as string[], random: 0.5 }
  const arrived = new Map<string, string>()
  const timers: { readonly at: number; readonly act: () => void }[] = []
  const seen: Row[] = []
  const send = async (body: Body): Promise<Reply> => {
    there.sent.push(`${there.account} ${body.requestId}`)
    await Promise.resolve()
    const what = fate(body, there.sent.length)
    if (what === 'lost') throw new NetworkProblem(false)
    if (what === 'busy') throw new ApiProblem(503, 'unavailable', {})
    if (what === 'no') throw new ApiProblem(422, 'code-wrong', { x: 1 })
    if (what === 'expired') {
      there.account = null
      there.known = null
      throw new ApiProblem(401, 'no-session', {})
    }
    const before = arrived.get(body.requestId)
    if (before !== undefined && before !== JSON.stringify(body)) throw new ApiProblem(409, 'request-id-reused', {})
    arrived.set(body.requestId, JSON.stringify(body))
    if (what === 'reply-lost') throw new NetworkProblem(true)
    return { said: body.code }
  }
  const open = () => {
    timers.length = 0
    const rows = createActRows<Body, Reply>(storage, KEY)
    const sender = createActSender<Body, Reply>({
      rows,
      account: () => there.known,
      enter: async () => {
        await Promise.resolve()
        there.known = there.account
        return there.account
      },
      send,
      later: (act, milliseconds) => {
        const timer = { at: milliseconds, act }
        timers.push(timer)
        return () => timers.splice(timers.indexOf(timer), 1)
      },
      random: () => there.random,
      settled: (row) => seen.push(row),
    })
    const tried = async () => {
      sender.wake()
      await sender.idle()
    }
    return { rows, sender, tried }
  }
  return { storage, there, arrived, timers, seen, open }
}

const body = (requestId: string): Body => ({ requestId, code: `code of ${requestId}` })
const row = (requestId: string, account: string | null = 'A') => ({ body: body(requestId), account, made: 1 })
const states = (rows: readonly Row[]) => rows.map((one) => `${one.body.requestId} ${one.outcome?.kind ?? 'waits'}`)

describe('an act on the device', () => {
  it('is there before anything is sent, and after the app was closed', () => {
    const { open } = device(() => 'lost')
    expect(open().rows.add(row('1'))).toBe(true)
    expect(open().rows.get()).toEqual([{ ...row('1'), outcome: null }])
  })

  it('says when the device couldn’t keep it', () => {
    const { open, storage } = device()
    Object.assign(storage, { set: () => undefined })
    const { rows } = open()
    expect(rows.add(row('1'))).toBe(false)
    expect(states(rows.get())).toEqual(['1 waits'])
  })

  it('that can’t be read any more leaves the others alone', () => {
    const { open, storage } = device()
    storage.set(KEY, '{')
    expect(open().rows.get()).toEqual([])
  })

  it('goes when its outcome has been seen, and not before', async () => {
    const { open } = device((one) => (one.requestId === '2' ? 'no' : one.requestId === '3' ? 'lost' : 'yes'))
    const { rows, tried } = open()
    for (const id of ['1', '2', '3']) rows.add(row(id))
    rows.seen(['1', '2', '3'])
    expect(rows.get()).toHaveLength(3)
    await tried()
    expect(states(rows.get())).toEqual(['1 accepted', '2 refused', '3 waits'])
    expect(rows.get()[1]?.outcome).toEqual({ kind: 'refused', code: 'code-wrong', facts: { x: 1 } })
    rows.seen(['2', '3'])
    expect(states(open().rows.get())).toEqual(['1 accepted', '3 waits'])
  })

  it('of an account that was deleted goes with it; another’s stays', () => {
    const { open } = device()
    const { rows } = open()
    rows.add(row('1', 'A'))
    rows.add(row('2', 'B'))
    rows.drop('A')
    expect(states(rows.get())).toEqual(['2 waits'])
  })
})

describe('sending', () => {
  it('goes in order, and one bad row stops none of those behind it', async () => {
    const { open, there } = device((one) => (one.requestId === '1' ? 'busy' : one.requestId === '2' ? 'lost' : 'yes'))
    const { rows, tried } = open()
    for (const id of ['1', '2', '3', '4']) rows.add(row(id))
    await tried()
    expect(there.sent).toEqual(['A 1', 'A 2', 'A 3', 'A 4'])
    expect(states(rows.get())).toEqual(['1 waits', '2 waits', '3 accepted', '4 accepted'])
  })

  it('sends the same bytes again when the reply was lost, also after a restart', async () => {
    const { open, arrived, seen } = device((_, no) => (no < 3 ? 'reply-lost' : 'yes'))
    const first = open()
    first.rows.add(row('1'))
    await first.tried()
    await first.tried()
    const second = open()
    await second.tried()
    expect([...arrived.keys()]).toEqual(['1'])
    expect(states(seen)).toEqual(['1 accepted'])
  })

  it('waits longer after each round, each phone a different while, and never more than seven and a half minutes', async () => {
    const { open, timers, there } = device(() => 'lost')
    const { rows, sender } = open()
    rows.add(row('1'))
    const waits: number[] = []
    sender.wake()
    for (const random of [0, 0.5, 0.999, 0, 0, 0, 0, 0, 0.999]) {
      there.random = random
      await sender.idle()
      const timer = timers.pop()
      waits.push(timer?.at ?? -1)
      timer?.act()
    }
    expect(waits.map(Math.round)).toEqual([2000, 8000, 23984, 16000, 32000, 64000, 128000, 150000, 449700])
  })

  it('leaves no timer behind when nothing is left to send', async () => {
    const { open, timers } = device((_, no) => (no === 1 ? 'lost' : 'yes'))
    const { rows, sender, tried } = open()
    await tried()
    expect(timers).toEqual([])
    rows.add(row('1'))
    await tried()
    expect(timers).toHaveLength(1)
    sender.wake()
    expect(timers).toEqual([])
    await sender.idle()
    expect([states(rows.get()), timers]).toEqual([['1 accepted'], []])
  })

  it('takes what was added while it sent', async () => {
    const { open } = device()
    const { rows, sender } = open()
    rows.add(row('1'))
    sender.wake()
    rows.add(row('2'))
    sender.wake()
    await sender.idle()
    expect(states(rows.get())).toEqual(['1 accepted', '2 accepted'])
  })
})

describe('whose it is', () => {
  it('is sent under the account that made it only', async () => {
    const { open, there } = device()
    const { rows, tried } = open()
    rows.add(row('1', 'B'))
    rows.add(row('2', 'A'))
    await tried()
    expect([there.sent, states(rows.get())]).toEqual([['A 2'], ['1 waits', '2 accepted']])
    there.account = 'B'
    there.known = null
    await tried()
    expect(there.sent).toEqual(['A 2', 'B 1'])
  })

  it('of nobody yet is the first one’s who signs in', async () => {
    const { open, there } = device((_, no) => (no === 1 ? 'lost' : 'yes'))
    there.account = null
    there.known = null
    const { rows, tried } = open()
    rows.add(row('1', null))
    await tried()
    expect(there.sent).toEqual([])
    there.account = 'A'
    await tried()
    expect([there.sent, rows.get()[0]?.account]).toEqual([['A 1'], 'A'])
    there.account = 'B'
    there.known = 'B'
    await tried()
    expect(there.sent).toEqual(['A 1'])
  })

  it('stops at once when somebody else signs in between two rows', async () => {
    const { open, there } = device((one) => {
      if (one.requestId === '1') there.known = 'B'
      return 'yes'
    })
    const { rows, tried } = open()
    rows.add(row('1'))
    rows.add(row('2'))
    await tried()
    expect([there.sent, states(rows.get())]).toEqual([['A 1'], ['1 accepted', '2 waits']])
  })

  it('keeps everything when the session is over, and asks nobody until somebody signs in', async () => {
    const { open, there, timers } = device((_, no) => (no === 1 ? 'expired' : 'yes'))
    const { rows, tried } = open()
    rows.add(row('1'))
    rows.add(row('2'))
    await tried()
    expect([there.sent, states(rows.get()), timers]).toEqual([['A 1'], ['1 waits', '2 waits'], []])
    await tried()
    expect([there.sent, timers]).toEqual([['A 1'], []])
    there.account = 'A'
    await tried()
    expect(states(rows.get())).toEqual(['1 accepted', '2 accepted'])
  })
})

describe('whatever happens', () => {
  const ids = ['1', '2', '3', '4', '5'] as const
  const events = fc.array(
    fc.oneof(
      fc.record({ what: fc.constant('add' as const), id: fc.constantFrom(...ids) }),
      fc.record({ what: fc.constantFrom('try' as const, 'close' as const, 'in A' as const, 'in B' as const) }),
      fc.record({ what: fc.constant('out' as const) }),
    ),
    { maxLength: 40 },
  )
  const fates = fc.infiniteStream(fc.constantFrom<Fate>('yes', 'yes', 'lost', 'reply-lost', 'busy', 'no', 'expired'))

  it('none is lost, none is sent by another’s session, and each arrives once', async () => {
    await fc.assert(
      fc.asyncProperty(events, fates, async (story, stream) => {
        let calm = false
        const { open, there, arrived, seen } = device(() => (calm ? 'yes' : (stream.next().value as Fate)))
        let app = open()
        const owners = new Map<string, string | null>()
        for (const event of story) {
          if (event.what === 'add' && !owners.has(event.id)) {
            owners.set(event.id, there.account)
            app.rows.add(row(event.id, there.account))
          } else if (event.what === 'try') await app.tried()
          else if (event.what === 'close') app = open()
          else if (event.what === 'in A') there.account = there.known = 'A'
          else if (event.what === 'in B') there.account = there.known = 'B'
          else if (event.what === 'out') {
            // As a sign-out does it.
            if (there.account !== null) app.rows.claim(there.account)
            there.account = there.known = null
          }
          const known = app.rows.get().map((one) => one.body.requestId)
          expect(known).toEqual([...owners.keys()])
        }
        calm = true
        for (const account of ['A', 'B']) {
          there.account = there.known = account
          await app.tried()
        }
        expect(app.rows.get().every(({ outcome }) => outcome !== null)).toBe(true)
        // Each settled once, and what was accepted is at the server as it was frozen.
        expect(seen.map((one) => one.body.requestId).sort()).toEqual([...owners.keys()].sort())
        for (const one of app.rows.get()) {
          if (one.outcome?.kind === 'accepted') expect(arrived.get(one.body.requestId)).toBe(JSON.stringify(one.body))
        }
        for (const sent of there.sent) {
          const [who = '', id = ''] = sent.split(' ')
          expect([owners.get(id) ?? who, sent]).toEqual([who, sent])
        }
      }),
      { numRuns: 300 },
    )
  })
})
