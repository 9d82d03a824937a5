import fc from 'fast-check'
import { sheetOf, type AttendanceFact } from '#domain/checkin/attendance'
import type { CheckIn } from '#domain/checkin/check-in'
import { closeOutOf, decideClose, decideSettle, type SettleClaim } from '#domain/checkin/close-out'
import type { Instant } from '#domain/time'
import { Desk, saihan } from '../events/samples'
import { acts, END, HOUR, later, MINUTE, RULES, START, upload } from './samples'

const EVENT = new Desk().event
const NOW = later(END, HOUR)
/** Everybody serves: who is credited is credited minutes. */
const sheet = (uploads: readonly CheckIn[], stream: readonly AttendanceFact[] = []) =>
  sheetOf(uploads, stream, new Map(uploads.map(({ person }) => [person, 'volunteer'])))

/** Both ends of somebody's attendance. */
const stay = (person: string, more: Partial<CheckIn> = {}) => [
  upload(person, 'in', START, more),
  upload(person, 'out', END),
]
const late = (person: string) => stay(person, { flags: ['late'] })
const heads = (n: number) => ({ act: 'heads-counted', heads: n, guests: 0 }) as const
const yes = (person: string) => ({ act: 'confirmed', person }) as const
const strike = (person: string) => ({ act: 'struck', person }) as const

/** A yes as `ok`, a no with its facts. */
const settled = (claim: SettleClaim, of: ReturnType<typeof sheet>) => {
  const decision = decideSettle(claim, of, EVENT)
  return decision.ok ? 'ok' : decision.refusal
}
const close = (of: ReturnType<typeof sheet>, closer = 'lead', now = NOW, event = EVENT) =>
  decideClose(of, event, closer, saihan, RULES, now)
const closed = (...args: Parameters<typeof close>) => {
  const decision = close(...args)
  return decision.ok ? Array.from(decision.value.keys()) : decision.refusal
}

describe('what is missing', () => {
  test('who hasn’t gone, who needs a yes, who never came', () => {
    const of = sheet([...stay('甲'), ...late('乙'), upload('丙', 'in', START), upload('丁', 'out', END)])
    expect(closeOutOf(of, ['甲', '戊', '己'])).toEqual({
      accepted: 4,
      noCheckOut: ['丙', '丁'],
      weak: ['乙'],
      noShows: ['戊', '己'],
      heads: null,
      guests: 0,
      withinHeads: false,
    })
  })

  test('nothing of who is struck; they did come', () => {
    const of = sheet([...late('甲'), upload('乙', 'in', START)], acts(strike('甲'), strike('乙')))
    expect(closeOutOf(of, ['甲', '乙'])).toMatchObject({ accepted: 0, noCheckOut: [], weak: [], noShows: [] })
  })

  test('within the heads counted, both sides; guests aren’t heads of the list', () => {
    const people = [...stay('甲'), ...stay('乙'), ...stay('丙')]
    const within = (n: number, ...more: readonly AttendanceFactLike[]) =>
      closeOutOf(sheet(people, acts(heads(n), ...more)), []).withinHeads
    expect(within(3)).toBe(true)
    expect(within(2)).toBe(false)
    expect(within(2, strike('丙'))).toBe(true)
    expect(closeOutOf(sheet(people, acts({ act: 'heads-counted', heads: 2, guests: 5 })), [])).toMatchObject({
      heads: 2,
      guests: 5,
      withinHeads: false,
    })
  })

  test('with more people than heads also who typed, until a yes or a strike', () => {
    const people = [...stay('甲', { way: 'typed' }), ...stay('乙'), ...stay('丙')]
    const weak = (n: number, ...more: readonly AttendanceFactLike[]) =>
      closeOutOf(sheet(people, acts(heads(n), ...more)), []).weak
    expect(weak(3)).toEqual([])
    expect(weak(2)).toEqual(['甲'])
    expect(weak(2, yes('甲'))).toEqual([])
    expect(weak(2, strike('丙'))).toEqual([])
    expect(closeOutOf(sheet(people), []).weak).toEqual([])
  })
})

type AttendanceFactLike = Parameters<typeof acts>[number]

describe('settling', () => {
  const confirm = (people: readonly string[], all: boolean): SettleClaim => ({ act: 'confirmed', people, all })

  test('all late ones in one tap as long as there are no more people than heads', () => {
    const people = [...stay('甲'), ...late('乙'), ...late('丙')]
    const of = (n: number) => sheet(people, acts(heads(n)))
    expect(settled(confirm(['乙', '丙'], true), of(3))).toBe('ok')
    expect(settled(confirm(['乙', '丙'], true), of(2))).toEqual({
      code: 'beyond-heads',
      facts: { accepted: 3, heads: 2 },
    })
    expect(settled(confirm(['乙', '丙'], true), sheet(people))).toEqual({
      code: 'beyond-heads',
      facts: { accepted: 3, heads: 0 },
    })
  })

  test('beyond it by name', () => {
    const of = sheet([...stay('甲'), ...late('乙'), ...late('丙')], acts(heads(1)))
    expect(settled(confirm(['乙'], false), of)).toBe('ok')
  })

  test('only who came', () => {
    const of = sheet(stay('甲'), acts(heads(9)))
    for (const claim of [
      confirm(['甲', '乙'], true),
      confirm(['乙'], false),
      { act: 'struck', people: ['乙'] },
      { act: 'times-set', people: ['乙'], in: START, out: END },
    ] as const) {
      expect(settled(claim, of)).toEqual({ code: 'not-present', facts: {} })
    }
  })

  test('heads are whole, not below nought, and not more than a town has', () => {
    const count = (n: number, guests = 0) => settled({ act: 'heads-counted', heads: n, guests }, sheet([]))
    const refusal = { code: 'heads-out-of-range', facts: { maximum: 100_000 } }
    expect([count(0), count(100_000), count(0, 100_000)]).toEqual(['ok', 'ok', 'ok'])
    for (const n of [-1, 0.5, 100_001, NaN, Infinity]) {
      expect(count(n)).toEqual(refusal)
      expect(count(1, n)).toEqual(refusal)
    }
  })

  describe('times', () => {
    const of = sheet([
      upload('甲', 'in', later(START, -10 * MINUTE)),
      ...stay('乙'),
      upload('丙', 'out', later(END, MINUTE)),
    ])
    const set = (people: readonly string[], from: Instant | null, to: Instant | null) =>
      decideSettle({ act: 'times-set', people, in: from, out: to }, of, EVENT)

    test('what isn’t given stays, or is the planned one', () => {
      expect(set(['甲', '乙', '丙'], null, null)).toEqual({
        ok: true,
        value: [
          { person: '甲', in: START - 10 * MINUTE, out: END },
          { person: '乙', in: START, out: END },
          { person: '丙', in: START, out: END + MINUTE },
        ],
      })
      expect(set(['甲'], later(START, 1), null)).toMatchObject({ value: [{ in: START + 1, out: END }] })
    })

    test('what is given lies within the planned time', () => {
      const refusal = { code: 'times-out-of-range', facts: { from: START, to: END } }
      expect(set(['甲'], START, END)).toMatchObject({ ok: true })
      expect(set(['甲'], later(START, -1), END)).toEqual({ ok: false, refusal })
      expect(set(['甲'], START, later(END, 1))).toEqual({ ok: false, refusal })
    })

    test('one goes after one came', () => {
      expect(set(['乙'], later(END, -1), END)).toMatchObject({ ok: true })
      expect(set(['乙'], END, END)).toMatchObject({ refusal: { code: 'times-out-of-range' } })
      expect(set(['乙'], later(END, -1), later(END, -2))).toMatchObject({ refusal: { code: 'times-out-of-range' } })
      // one of many is enough
      expect(set(['甲', '乙'], null, START)).toMatchObject({ refusal: { code: 'times-out-of-range' } })
    })
  })

  test('not once it is closed, but for the row of who closed it', () => {
    const at = later(END, 2 * MINUTE)
    const of = sheet([...stay('甲'), ...late('lead')], acts(heads(2), { act: 'closed' }))
    const refusal = { code: 'close-out-closed', facts: { at } }
    expect(settled(confirm(['甲'], false), of)).toEqual(refusal)
    expect(settled(confirm(['lead', '甲'], false), of)).toEqual(refusal)
    expect(settled(confirm([], false), of)).toEqual(refusal)
    expect(settled(heads(3), of)).toEqual(refusal)
    expect(settled(confirm(['lead'], true), of)).toEqual(refusal)
    expect(settled(confirm(['lead'], false), of)).toBe('ok')
    expect(settled({ act: 'struck', people: ['lead'] }, of)).toBe('ok')
  })
})

describe('closing', () => {
  const ready = [...stay('甲'), ...stay('乙')]

  test('credits who came', () => {
    const decision = close(sheet(ready, acts(heads(2))))
    if (!decision.ok) throw new Error(decision.refusal.code)
    expect(Array.from(decision.value, ([person, { minutes }]) => [person, minutes])).toEqual([
      ['乙', 120],
      ['甲', 120],
    ])
  })

  test('from the end on', () => {
    const of = sheet(ready, acts(heads(2)))
    expect(closed(of, 'lead', END)).toHaveLength(2)
    expect(closed(of, 'lead', later(END, -1))).toEqual({ code: 'close-out-too-early', facts: { end: END } })
  })

  test('not an event that was cancelled or taken back', () => {
    const of = sheet(ready, acts(heads(2)))
    const off = (act: 'cancelled' | 'unpublished') => new Desk().host({ act }).event
    expect(closed(of, 'lead', NOW, off('cancelled'))).toEqual({ code: 'event-cancelled', facts: {} })
    expect(closed(of, 'lead', NOW, off('unpublished'))).toEqual({ code: 'event-not-published', facts: {} })
  })

  test('not without heads, without a way out, without a yes', () => {
    const unsettled = (noCheckOut: number, weak: number, missing: 0 | 1) => ({
      code: 'close-out-unsettled',
      facts: { noCheckOut, weak, heads: missing },
    })
    expect(closed(sheet(ready))).toEqual(unsettled(0, 0, 1))
    expect(closed(sheet([], acts(heads(0))))).toEqual([])
    const open = [...ready, ...late('丙'), upload('丁', 'in', START)]
    expect(closed(sheet(open, acts(heads(4))))).toEqual(unsettled(1, 1, 0))
    expect(closed(sheet(open, acts(heads(4), yes('丙'))))).toEqual(unsettled(1, 0, 0))
    expect(closed(sheet(open, acts(heads(4), yes('丙'), strike('丁'))))).toHaveLength(4)
  })

  test('fewer heads than people: the strong ones are credited, each other one was looked at', () => {
    const people = [...ready, ...stay('丙', { way: 'typed' })]
    expect(closed(sheet(people, acts(heads(2))))).toMatchObject({ code: 'close-out-unsettled', facts: { weak: 1 } })
    expect(closed(sheet(people, acts(heads(2), yes('丙'))))).toHaveLength(3)
    expect(closed(sheet(people, acts(heads(3))))).toHaveLength(3)
  })

  test('leaves the closer’s own row, however it stands', () => {
    for (const mine of [stay('lead'), late('lead'), [upload('lead', 'in', START)]]) {
      expect(closed(sheet([...ready, ...mine], acts(heads(3))))).toEqual(['乙', '甲'])
    }
  })

  describe('the row that was left', () => {
    const stream = (...more: Parameters<typeof acts>) => acts(heads(4), { act: 'closed' }, ...more)
    const people = [...ready, ...stay('lead'), ...stay('other')]
    const again = { code: 'close-out-closed', facts: { at: later(END, 2 * MINUTE) } }

    test('is another lead’s to close, and no other row with it', () => {
      expect(closed(sheet(people, stream()), 'lead')).toEqual(again)
      expect(closed(sheet(people, stream()), 'other')).toEqual(['lead'])
      expect(closed(sheet(people, stream({ act: 'closed', by: 'other' })), 'lead')).toMatchObject({ code: again.code })
      expect(closed(sheet(people, stream({ act: 'closed', by: 'other' })), 'third')).toMatchObject({ code: again.code })
    })

    test('is settled first', () => {
      const weak = [...ready, ...late('lead')]
      expect(closed(sheet(weak, stream()), 'other')).toMatchObject({ code: 'close-out-unsettled', facts: { weak: 1 } })
      expect(closed(sheet(weak, stream(yes('lead'))), 'other')).toEqual(['lead'])
    })

    test('isn’t there when the closer wasn’t', () => {
      expect(closed(sheet(ready, stream()), 'other')).toEqual(again)
    })
  })

  test('a second time only after it was reopened; what came meanwhile counts then', () => {
    const of = (...more: Parameters<typeof acts>) => [heads(3), { act: 'closed' } as const, ...more]
    expect(closed(sheet(ready, acts(...of())))).toMatchObject({ code: 'close-out-closed' })
    const after = upload('丙', 'out', END, { flags: ['late', 'after-close'], arrived: later(END, 3 * MINUTE) })
    const came = [...ready, upload('丙', 'in', START), after]
    const reopened = of({ act: 'reopened' })
    expect(closed(sheet(came, acts(...reopened)))).toMatchObject({ code: 'close-out-unsettled', facts: { weak: 1 } })
    expect(closed(sheet(came, acts(...reopened, yes('丙'))))).toHaveLength(3)
  })
})

describe('a code photographed and sent late by twenty who weren’t there', () => {
  const there = Array.from({ length: 30 }, (_, n) => stay(`there-${n}`)).flat()
  const absent = Array.from({ length: 20 }, (_, n) => `absent-${n}`)
  const all = [...there, ...absent.flatMap((person) => late(person))]

  test('beyond the heads counted nobody of them is credited without being named', () => {
    const of = sheet(all, acts(heads(30)))
    expect(closeOutOf(of, [])).toMatchObject({ accepted: 50, withinHeads: false })
    expect(closed(of)).toMatchObject({ code: 'close-out-unsettled', facts: { weak: 20 } })
    expect(settled({ act: 'confirmed', people: absent, all: true }, of)).toMatchObject({ code: 'beyond-heads' })
    const struck = sheet(all, acts(heads(30), ...absent.map(strike)))
    const decision = close(struck)
    if (!decision.ok) throw new Error(decision.refusal.code)
    const credited = Array.from(decision.value).flatMap(([person, { minutes }]) => (minutes === null ? [] : [person]))
    expect(credited).toHaveLength(30)
    expect(credited.some((person) => absent.includes(person))).toBe(false)
  })

  test('whatever acts there are: who is credited came strongly, or was named', () => {
    const act = fc.record({
      act: fc.constantFrom('confirmed' as const, 'struck' as const, 'restored' as const),
      person: fc.constantFrom(...absent.slice(0, 4), 'there-0'),
    })
    const few = [...stay('there-0'), ...absent.slice(0, 4).flatMap((person) => late(person))]
    fc.assert(
      fc.property(fc.array(act, { maxLength: 12 }), fc.nat(6), (list, n) => {
        const decision = close(sheet(few, acts(heads(n), ...list)))
        if (!decision.ok) return
        for (const [person, { minutes }] of decision.value) {
          const named = list.some((one) => one.act === 'confirmed' && one.person === person)
          if (minutes !== null) expect(person === 'there-0' || named).toBe(true)
        }
      }),
    )
  })
})
