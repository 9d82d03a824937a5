import fc from 'fast-check'
import { isWeak, sheetOf, type AttendanceAct } from '#domain/checkin/attendance'
import { FLAGS, WAYS, WEAK, type CheckIn } from '#domain/checkin/check-in'
import type { EventRole } from '#domain/events/event'
import type { Instant } from '#domain/time'
import { acts, END, HOUR, later, MINUTE, SECOND, START, upload } from './samples'

const ROLES: ReadonlyMap<string, EventRole> = new Map([
  ['甲', 'volunteer'],
  ['乙', 'attendee'],
])
const sheet = (uploads: readonly CheckIn[], stream = acts()) => sheetOf(uploads, stream, ROLES)
/** The one who is there. */
function only(uploads: readonly CheckIn[], ...list: Parameters<typeof acts>) {
  const { attendances } = sheet(uploads, acts(...list))
  const [one] = attendances
  if (!one || attendances.length > 1) throw new Error(`there are ${attendances.length}`)
  return one
}

const CAME = upload('甲', 'in', START)
const LEFT = upload('甲', 'out', END)

describe('one person', () => {
  test('came and went, in the role that they registered for', () => {
    expect(only([LEFT, CAME])).toEqual({
      person: '甲',
      role: 'volunteer',
      in: { at: START, way: 'scan', byHost: false },
      out: { at: END, way: 'scan', byHost: false },
      flags: [],
      requestId: CAME.requestId,
      struck: false,
      confirmed: false,
    })
  })

  test('who hadn’t registered is an attendee', () => {
    expect(only([upload('丙', 'in', START)]).role).toBe('attendee')
  })

  test('the earliest way in counts, whenever it arrived', () => {
    const early = upload('甲', 'in', later(START, -MINUTE), { arrived: later(END, HOUR), flags: ['late'] })
    expect(only([CAME, early, LEFT])).toMatchObject({
      in: { at: early.at },
      flags: ['late'],
      requestId: early.requestId,
    })
  })

  test('of two in the same moment the lower requestId; of the same one the person’s own', () => {
    const typed = upload('甲', 'in', START, { requestId: 'a', way: 'typed' })
    const roll = upload('甲', 'in', START, { requestId: 'b', way: 'roll', by: 'host' })
    const same = upload('甲', 'in', START, { requestId: 'a', way: 'roll', by: 'host' })
    for (const uploads of [
      [typed, roll, same],
      [same, roll, typed],
    ]) {
      expect(only(uploads)).toMatchObject({ requestId: 'a', in: { way: 'typed', byHost: false } })
    }
  })

  test('the earliest way out that isn’t before the way in', () => {
    const early = upload('甲', 'out', later(START, -1), { flags: ['late'] })
    const atOnce = upload('甲', 'out', START)
    expect(only([CAME, early, LEFT])).toMatchObject({ out: { at: END }, flags: [] })
    expect(only([CAME, early, atOnce, LEFT]).out?.at).toBe(START)
    expect(only([CAME, early])).toMatchObject({ in: { at: START }, out: null, flags: [] })
  })

  test('out without in', () => {
    expect(only([LEFT, upload('甲', 'out', later(END, SECOND))])).toMatchObject({ in: null, out: { at: END } })
  })

  test('flags are those of the uploads that count, each once, in one order', () => {
    const uploads = [
      upload('甲', 'in', START, { flags: ['late', 'cancelled'] }),
      upload('甲', 'in', later(START, 1), { flags: ['clock'] }),
      upload('甲', 'out', END, { flags: ['late', 'after-close'] }),
    ]
    expect(only(uploads).flags).toEqual(['after-close', 'cancelled', 'late'])
  })

  test('that a host recorded one end is seen', () => {
    const roll = upload('甲', 'in', START, { way: 'roll', by: 'host' })
    expect(only([roll, LEFT])).toMatchObject({ in: { way: 'roll', byHost: true }, out: { byHost: false } })
  })
})

describe('what hosts do', () => {
  const times = { act: 'times-set', person: '甲', in: later(START, MINUTE), out: later(END, -MINUTE) } as const

  test('times set stand in the place of both ends; what was flagged stays flagged', () => {
    const late = upload('甲', 'in', START, { flags: ['late'] })
    expect(only([late], times)).toMatchObject({
      in: { at: times.in, way: 'set', byHost: true },
      out: { at: times.out, way: 'set', byHost: true },
      flags: ['late'],
    })
    expect(only([CAME], times, { ...times, out: END }).out?.at).toBe(END)
  })

  test('of somebody whose uploads are no more, only those', () => {
    expect(only([], times)).toMatchObject({ person: '甲', in: { way: 'set' }, requestId: null, confirmed: false })
  })

  test('struck, and restored', () => {
    expect(only([CAME], { act: 'struck', person: '甲' }).struck).toBe(true)
    expect(only([CAME], { act: 'struck', person: '甲' }, { act: 'restored', person: '甲' }).struck).toBe(false)
    const again = [{ act: 'restored', person: '甲' } as const, { act: 'struck', person: '甲' } as const]
    expect(only([CAME], ...again).struck).toBe(true)
  })

  test('of one person says nothing about another', () => {
    const { attendances } = sheet([CAME, upload('乙', 'in', START)], acts({ act: 'struck', person: '乙' }, times))
    expect(attendances.map(({ person, struck, out }) => [person, struck, out?.way ?? null])).toEqual([
      ['乙', true, null],
      ['甲', false, 'set'],
    ])
  })

  test('nobody has come by being named, struck or confirmed', () => {
    const list: AttendanceAct[] = [
      { act: 'struck', person: '甲' },
      { act: 'confirmed', person: '甲' },
      { act: 'team-set', person: '甲', team: 'helper' },
    ]
    expect(sheet([], acts(...list)).attendances).toEqual([])
  })
})

describe('a yes', () => {
  const yes = { act: 'confirmed', person: '甲', at: later(END, HOUR) } as const
  const late = (at: Instant, arrived: number, direction: 'in' | 'out' = 'in') =>
    upload('甲', direction, at, { arrived: later(END, arrived), flags: ['late'] })

  test('makes who is weak count', () => {
    expect(isWeak(only([late(START, 0), LEFT]))).toBe(true)
    expect(isWeak(only([late(START, 0), LEFT], yes))).toBe(false)
  })

  test('is about what had arrived by then', () => {
    expect(isWeak(only([late(START, HOUR), LEFT], yes))).toBe(false)
    expect(isWeak(only([late(START, HOUR + 1), LEFT], yes))).toBe(true)
    // an earlier one comes in later, and would credit more
    const uploads = [late(later(START, HOUR), 0), LEFT]
    expect(isWeak(only(uploads, yes))).toBe(false)
    expect(only([...uploads, late(START, 2 * HOUR)], yes)).toMatchObject({ in: { at: START }, confirmed: false })
    // said again, it is about that one too
    expect(only([...uploads, late(START, 2 * HOUR)], yes, { ...yes, at: later(END, 2 * HOUR) }).confirmed).toBe(true)
  })

  test('isn’t undone by what doesn’t count', () => {
    expect(only([late(START, 0), LEFT, late(later(START, MINUTE), 2 * HOUR)], yes).confirmed).toBe(true)
  })

  test.each(FLAGS)('%s asks for one, unless it only says that it was after the close', (flag) => {
    expect(isWeak({ flags: [flag], confirmed: false, struck: false })).toBe(flag !== 'after-close')
    expect(isWeak({ flags: [flag], confirmed: true, struck: false })).toBe(false)
    expect(isWeak({ flags: [flag], confirmed: false, struck: true })).toBe(false)
  })
})

describe('the sheet', () => {
  test('who came first stands first, then by id', () => {
    const uploads = [
      upload('丙', 'in', later(START, 1)),
      upload('b', 'in', START),
      upload('a', 'in', START),
      upload('丁', 'out', END),
    ]
    expect(sheet(uploads).attendances.map(({ person }) => person)).toEqual(['a', 'b', '丙', '丁'])
  })

  test('heads and guests as counted last', () => {
    expect(sheet([])).toMatchObject({ heads: null, guests: 0 })
    const counts = [3, 4].map((heads) => ({ act: 'heads-counted' as const, heads, guests: heads - 3 }))
    expect(sheet([], acts(...counts))).toMatchObject({ heads: 4, guests: 1 })
  })

  test('closed, reopened, handed over', () => {
    const at = (n: number) => later(END, n * MINUTE)
    expect(sheet([])).toMatchObject({ closed: null, handedOver: null, openRow: null })
    expect(sheet([], acts({ act: 'closed' }))).toMatchObject({ closed: at(1) })
    expect(sheet([], acts({ act: 'closed' }, { act: 'handed-over' }))).toMatchObject({
      closed: at(1),
      handedOver: { at: at(2), by: 'lead' },
    })
    const again = acts({ act: 'closed' }, { act: 'handed-over' }, { act: 'reopened' })
    expect(sheet([], again)).toMatchObject({ closed: null, handedOver: null })
    expect(sheet([], acts({ act: 'closed' }, { act: 'reopened' }, { act: 'closed' }))).toMatchObject({ closed: at(3) })
  })

  test('the row of who closed stays open for another lead, once', () => {
    const mine = upload('lead', 'in', START)
    const close = { act: 'closed' as const }
    expect(sheet([mine], acts(close)).openRow).toBe('lead')
    // who wasn't there leaves none
    expect(sheet([CAME], acts(close)).openRow).toBeNull()
    expect(sheet([mine], acts(close, { ...close, by: 'other' })).openRow).toBeNull()
    expect(sheet([mine], acts(close, { act: 'reopened' })).openRow).toBeNull()
    expect(sheet([mine], acts(close, { act: 'reopened' }, { ...close, by: 'other' })).openRow).toBeNull()
    const other = upload('other', 'in', START)
    expect(sheet([mine, other], acts(close, { ...close, by: 'other' })).openRow).toBeNull()
    expect(sheet([mine, other], acts(close, { act: 'reopened' }, { ...close, by: 'other' })).openRow).toBe('other')
  })
})

/** Uploads of few people in few moments, with requestIds that accounts share: as many ties as there can be. */
const anyUpload = fc
  .record({
    person: fc.constantFrom('甲', '乙', '丙'),
    direction: fc.constantFrom('in' as const, 'out' as const),
    way: fc.constantFrom(...WAYS),
    at: fc.constantFrom(...[-MINUTE, 0, MINUTE, HOUR, 2 * HOUR].map((ms) => later(START, ms))),
    arrived: fc.integer({ min: 0, max: 4 }).map((n) => later(END, n * MINUTE)),
    requestId: fc.constantFrom('r1', 'r2', 'r3', 'r4'),
    by: fc.constantFrom(null, 'host', 'helper'),
    flags: fc.subarray([...FLAGS]),
  })
  .map((one): CheckIn => ({ ...one, desk: 1 }))

/** An account does one thing under a requestId, for each person whom it is about. */
const anyUploads = fc.uniqueArray(anyUpload, {
  selector: ({ person, requestId, by }) => `${person} ${requestId} ${by ?? person}`,
  maxLength: 20,
})

const person = fc.constantFrom('甲', '乙', '丙')
const anyAct: fc.Arbitrary<AttendanceAct> = fc.oneof(
  fc.record({ act: fc.constantFrom('struck' as const, 'restored' as const, 'confirmed' as const), person }),
  fc.record({ act: fc.constantFrom('closed' as const, 'reopened' as const, 'handed-over' as const) }),
  fc.record({ act: fc.constant('heads-counted' as const), heads: fc.nat(5), guests: fc.nat(2) }),
  fc.record({
    act: fc.constant('times-set' as const),
    person,
    in: fc.constant(START),
    out: fc.constantFrom(END, later(END, -HOUR)),
  }),
)
const anyActs = fc.array(anyAct, { maxLength: 6 }).map((list) => acts(...list))

describe('any uploads', () => {
  const shuffled = anyUploads.chain((uploads) =>
    fc.tuple(fc.constant(uploads), fc.shuffledSubarray([...uploads], { minLength: uploads.length })),
  )

  test('in any order give the same sheet', () => {
    fc.assert(
      fc.property(shuffled, anyActs, ([uploads, other], stream) => {
        expect(sheet(other, stream)).toEqual(sheet(uploads, stream))
      }),
      { numRuns: 1000 },
    )
  })

  test('sent again change nothing', () => {
    const repeated = anyUploads.chain((uploads) => fc.tuple(fc.constant(uploads), fc.subarray([...uploads])))
    fc.assert(
      fc.property(repeated, anyActs, ([uploads, again], stream) => {
        expect(sheet([...again, ...uploads, ...again], stream)).toEqual(sheet(uploads, stream))
      }),
    )
  })

  test('make one row a person, of their own uploads alone', () => {
    fc.assert(
      fc.property(anyUploads, anyActs, (uploads, stream) => {
        const { attendances } = sheet(uploads, stream)
        const people = new Set(attendances.map((one) => one.person))
        expect(people.size).toBe(attendances.length)
        for (const one of attendances) {
          const mine = uploads.filter((upload) => upload.person === one.person)
          const alone = stream.filter((act) => !('person' in act) || act.person === one.person)
          expect(sheet(mine, alone).attendances).toEqual([one])
        }
      }),
    )
  })

  test('that come after a yes and are weak themselves never make more than it said yes to', () => {
    const weak = fc
      .tuple(anyUpload, fc.subarray([...WEAK], { minLength: 1 }))
      .map(([one, flags]): CheckIn => ({ ...one, requestId: 'r9', flags, arrived: later(END, HOUR) }))
    fc.assert(
      fc.property(anyUploads, anyActs, weak, (uploads, stream, more) => {
        const of = (all: readonly CheckIn[]) => sheet(all, stream).attendances.find((one) => one.person === more.person)
        const [was, is] = [of(uploads), of([...uploads, more])]
        if (!is || is.struck || isWeak(is)) return
        expect({ in: is.in, out: is.out }).toEqual({ in: was?.in ?? null, out: was?.out ?? null })
      }),
      { numRuns: 1000 },
    )
  })
})
