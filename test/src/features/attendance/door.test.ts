import { createHmac } from 'node:crypto'
import { readCode, stepAt, stepStart } from '#domain/checkin/code'
import { isGenuine, ownCode, type Mac } from '#domain/checkin/mac'
import type { Instant } from '#domain/time'
import { boardOf } from '../../../../src/features/attendance/board'
import { countsOf } from '../../../../src/features/attendance/counts'
import { doorOf } from '../../../../src/features/attendance/door'
import { readOwnScan } from '../../../../src/features/attendance/own-scan'
import { pendingPeople } from '../../../../src/features/attendance/pending'
import { refusedLines } from '../../../../src/features/attendance/refused'
import { rollLines } from '../../../../src/features/attendance/roll'
import { secondsLeft, shownDesk } from '../../../../src/features/attendance/shown-code'
import type { HostRow } from '../../../../src/platform/host-check-ins'
import { ApiProblem, NetworkProblem } from '../../../../src/platform/problem'
import { at } from '../hosting/events'
import { attendance, came, DURING, KEYS, row } from './replies'

const mac: Mac = (key, text) => [...createHmac('sha256', Buffer.from(key, 'hex')).update(text).digest()]
const NOBODY: ReadonlySet<string> = new Set()

describe('what a desk shows', () => {
  it('is its own code of the step, by the key of the direction', () => {
    const step = stepAt(DURING)
    for (const direction of ['in', 'out'] as const) {
      const shown = shownDesk(KEYS, direction, step)
      const read = readCode(shown?.link ?? '')
      if (read?.kind !== 'desk') throw new Error('no code of a desk')
      expect(read).toMatchObject({ event: '234567', direction, step })
      expect(isGenuine(mac, direction === 'in' ? '11'.repeat(32) : '22'.repeat(32), read)).toBe(true)
      expect(shown?.digits).toMatch(/^\d{6}$/)
    }
  })

  it('is another one in the next step, and nothing without a key', () => {
    expect(shownDesk(KEYS, 'in', 1000)).not.toEqual(shownDesk(KEYS, 'in', 1001))
    expect(shownDesk({ ...KEYS, desks: [] }, 'in', 1000)).toBeNull()
  })

  it('says how long it is shown still', () => {
    const start = stepStart(1000)
    expect([0, 1, 14_000, 14_999, 15_000].map((after) => secondsLeft(start + after, 1000))).toEqual([15, 15, 1, 1, 0])
  })
})

describe('the desk on a device', () => {
  const desk = { device: 'd1', reply: KEYS }
  const none = attendance([])
  const full = new ApiProblem(422, 'desks-full', { maximum: 4 })

  it('shows what it has, without having heard anything', () => {
    expect(boardOf({ desk, attendance: null, problem: null }).kind).toBe('showing')
    expect(boardOf({ desk, attendance: none, problem: null }).kind).toBe('showing')
  })

  it('is being opened, until the answer says why not', () => {
    expect(boardOf({ desk: null, attendance: none, problem: null }).kind).toBe('opening')
    expect(boardOf({ desk: null, attendance: none, problem: full }).kind).toBe('full')
    expect(boardOf({ desk: null, attendance: none, problem: new NetworkProblem(false) }).kind).toBe('failed')
  })

  it('knows that another took it over, from an answer that is younger than its keys', () => {
    const revoked = [{ desk: 1, direction: 'in' as const, device: 'd1', since: DURING, revoked: DURING }]
    const heard = (asOf: number, desks = revoked) =>
      boardOf({ desk, attendance: attendance([], { asOf, desks }), problem: null })
    expect(heard(DURING).kind).toBe('taken-over')
    expect(heard(DURING - 1).kind).toBe('showing')
    expect(
      heard(
        DURING,
        revoked.map((one) => ({ ...one, desk: 3 })),
      ).kind,
    ).toBe('showing')
  })

  it('is gone with the close, whatever it has; a helper has none', () => {
    expect(boardOf({ desk, attendance: attendance([], { closed: DURING }), problem: null })).toEqual({
      kind: 'closed',
      at: DURING,
    })
    expect(boardOf({ desk: null, attendance: attendance([], { team: 'helper' }), problem: null }).kind).toBe(
      'not-yours',
    )
  })
})

describe('what is next at the door', () => {
  const card = { phase: 'open', start: at(28, 14), end: at(28, 16) } as const
  it.each([
    [at(28, 1, 59), 'not-yet'],
    [at(28, 2), 'desk'],
    [at(28, 15, 59), 'desk'],
    [at(28, 16), 'close-out'],
  ])('at %d is %s', (now, kind) => {
    expect(doorOf(card, { before: 720, after: 1440 }, now as Instant)?.kind).toBe(kind)
  })

  it('is nothing for a draft or what is off', () => {
    for (const phase of ['draft', 'cancelled'] as const) {
      expect(doorOf({ ...card, phase }, { before: 720, after: 1440 }, DURING)).toBeNull()
    }
  })
})

describe('the count', () => {
  it('tells those who registered from those who came by, and leaves out who is struck', () => {
    const people = [
      came('a', { out: at(28, 16) }),
      came('b'),
      row('c'),
      came('d', { registered: false }),
      came('e', { registered: false, struck: true }),
    ]
    expect(countsOf(attendance(people))).toEqual({ came: 2, registered: 3, here: 3, left: 1, walkIns: 1 })
  })
})

describe('a scan of somebody’s own code', () => {
  const KEY = '33'.repeat(32)
  const code = (tag: string, steps = 0) => ownCode(mac, KEY, tag, stepAt(DURING) + steps)
  const people = [
    row('a', { tag: 'AAAAAAAA' }),
    came('b', { tag: 'BBBBBBBB' }),
    row('me', { tag: 'CCCCCCCC', own: true }),
  ]
  const read = (text: string, direction: 'in' | 'out' = 'in', pending = NOBODY) =>
    readOwnScan(text, attendance(people), direction, pending, DURING)

  it('finds the row on the device', () => {
    expect(read(code('AAAAAAAA'))).toMatchObject({ kind: 'found', row: { person: 'a' } })
    expect(read(`https://aili.example/q/${code('AAAAAAAA')}`)).toMatchObject({ kind: 'found' })
  })

  it('says that somebody has come already, or waits on this device; going is another thing', () => {
    expect(read(code('BBBBBBBB')).kind).toBe('again')
    expect(read(code('BBBBBBBB'), 'out').kind).toBe('found')
    expect(read(code('AAAAAAAA'), 'in', new Set(['a'])).kind).toBe('again')
  })

  it('takes who isn’t on the list, and nobody themselves', () => {
    expect(read(code('DDDDDDDD')).kind).toBe('unknown')
    expect(read(code('CCCCCCCC')).kind).toBe('own-row')
  })

  it('knows a picture of an earlier one: two minutes off, not more', () => {
    expect([-9, -8, 8, 9].map((steps) => read(code('AAAAAAAA', steps)).kind)).toEqual(['old', 'found', 'found', 'old'])
  })

  it('is no desk’s code, and no other text', () => {
    expect(read(shownDesk(KEYS, 'in', stepAt(DURING))?.link ?? '').kind).toBe('desk')
    expect(read('https://example.com').kind).toBe('unreadable')
  })
})

function kept(part: Partial<HostRow['body']>, outcome: HostRow['outcome'] = null): HostRow {
  const body = {
    requestId: 'r1',
    event: 'e1',
    way: 'roll',
    direction: 'in',
    at: DURING,
    code: null,
    account: null,
    people: [],
  } as const
  return { body: { ...body, people: [], ...part }, account: 'A', made: DURING, outcome }
}

describe('what waits on this device', () => {
  const people = [row('a', { tag: 'AAAAAAAA' }), row('b')]
  const own = ownCode(mac, '33'.repeat(32), 'AAAAAAAA', stepAt(DURING))

  it('is known by people and by their codes, of the same direction, as long as it isn’t sent', () => {
    const rows = [kept({ way: 'own', code: own }), kept({ people: ['b'] })]
    expect([...pendingPeople(rows, attendance(people), 'in')]).toEqual(['a', 'b'])
    expect([...pendingPeople(rows, attendance(people), 'out')]).toEqual([])
    const sent = kept({ people: ['b'] }, { kind: 'accepted', reply: { refused: [] } })
    expect([...pendingPeople([sent], attendance(people), 'in')]).toEqual([])
  })

  it('and was refused says of whom, and why', () => {
    const said = (row: HostRow) => refusedLines([row], attendance(people), DURING)[0]?.words
    expect(
      said(kept({ way: 'own', code: own }, { kind: 'refused', code: 'code-expired', facts: { age: 99 } })),
    ).toMatch(/^人·a：.*换过/)
    expect(said(kept({ account: '7K3M-2QRT' }, { kind: 'refused', code: 'account-unknown', facts: {} }))).toMatch(
      /^7K3M-2QRT：没有这个账号/,
    )
    const partly = { kind: 'accepted' as const, reply: { refused: [{ person: 'b', code: 'own-row' }] } }
    expect(said(kept({ people: ['a', 'b'] }, partly))).toMatch(/^人·b：这是你自己/)
    expect(said(kept({ people: ['a'] }, { kind: 'refused', code: 'of-a-newer-server', facts: {} }))).toBe(
      '人·a：没有记上，请再记一次。',
    )
    expect(said(kept({ people: ['a'] }))).toBeUndefined()
  })
})

describe('the roll', () => {
  const people = [
    row('a'),
    came('b'),
    row('c', { own: true }),
    row('d', { struck: true }),
    came('e', { registered: false }),
  ]
  const names = (direction: 'in' | 'out', typed = '', pending = NOBODY) => {
    const { open, done } = rollLines(attendance(people), direction, typed, pending)
    return [open.map(({ person }) => person), done.map(({ person }) => person)]
  }

  it('parts who has answered from who hasn’t; nobody calls themselves', () => {
    expect(names('in')).toEqual([['a'], ['b', 'c', 'e']])
    expect(names('out')).toEqual([['a', 'b', 'e'], ['c']])
    expect(names('in', '', new Set(['a']))).toEqual([[], ['a', 'b', 'c', 'e']])
  })

  it('finds by name', () => {
    expect(names('in', '·b')).toEqual([[], ['b']])
  })

  it('says how each came', () => {
    const [line] = rollLines(attendance(people), 'in', '·e', NOBODY).done
    expect(line?.note).toBe('现场来的 · 14:00 签到（扫码）')
  })
})
