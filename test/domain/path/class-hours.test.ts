import fc from 'fast-check'
import { addDays, localDate } from '#domain/time'
import type { ApplicationState } from '#domain/application/acts'
import type { PathFacts } from '#domain/path/facts'
import { pathReport } from '#domain/path/report'
import type { Requirement } from '#domain/path/requirement'
import type { Policy } from '#domain/policy/policy'
import { actsUpTo, onPaper } from '../acts'
import { anyDay, claimed, entry, FIRST, SPAN } from '../entries'
import { anyFacts, anyPolicy, requirementOf, TRAINED } from '../facts'
import { policyOf } from '../packs'

const saihan = policyOf('saihan')
const moxian = policyOf('moxian')
const today = localDate('2026-06-01')
const activistOn = localDate('2026-03-01')

function requirement(parts: Partial<PathFacts>, policy: Policy = saihan, on = today): Requirement {
  return requirementOf('class-hours', { ...TRAINED, ...parts }, policy, on)
}

const short = ({ state, who, since, reason, need, have, pending }: Requirement) => ({
  state,
  who,
  since,
  reason,
  need,
  have,
  pending,
})

describe('class hours', () => {
  test('79 tenths are not yet enough, 80 are', () => {
    const almost = [entry('a', { amount: 40 }), entry('b', { amount: 39 })]
    expect(short(requirement({ entries: almost }))).toEqual({
      state: 'not-yet',
      who: 'applicant',
      since: null,
      reason: 'hours-missing',
      need: 80,
      have: 79,
      pending: 0,
    })
    expect(short(requirement({ entries: [...almost, entry('c', { amount: 1 })] }))).toEqual({
      state: 'met',
      who: null,
      since: null,
      reason: null,
      need: 80,
      have: 80,
      pending: 0,
    })
  })

  test('enough once the claimed is accepted: the secretary’s turn, since the oldest claim', () => {
    const entries = [
      entry('a', { amount: 60 }),
      claimed('b', { amount: 10, since: localDate('2026-04-05') }),
      claimed('c', { amount: 10, since: localDate('2026-04-02') }),
    ]
    expect(short(requirement({ entries }))).toEqual({
      state: 'waiting',
      who: 'branch-secretary',
      since: '2026-04-02',
      reason: 'hours-waiting',
      need: 80,
      have: 60,
      pending: 20,
    })
    // one tenth less: the applicant's turn again
    const [, ...claims] = entries
    expect(short(requirement({ entries: [entry('a', { amount: 59 }), ...claims] }))).toMatchObject({
      state: 'not-yet',
      who: 'applicant',
      reason: 'hours-missing',
      pending: 20,
    })
  })

  test('claims alone never meet a requirement', () => {
    expect(requirement({ entries: [claimed('a', { amount: 80 })] }).state).toBe('waiting')
  })

  test('without an organisation it is the applicant’s turn to name one', () => {
    expect(short(requirement({ affiliation: null }))).toMatchObject({
      state: 'not-yet',
      who: 'applicant',
      since: null,
      reason: 'organisation-missing',
    })
  })

  test('with one that is only claimed it is the secretary’s, since the day it was', () => {
    const since = localDate('2026-05-11')
    expect(short(requirement({ affiliation: { state: 'claimed', since } }))).toMatchObject({
      state: 'not-yet',
      who: 'branch-secretary',
      since,
      reason: 'affiliation-pending',
    })
  })

  test.each<[Exclude<ApplicationState, 'activist' | 'training'>, string, string | null]>([
    ['none', 'applicant', null],
    ['submitted', 'branch-secretary', '2026-02-01'],
    ['applied', 'branch-secretary', '2026-02-03'],
    ['talked', 'branch-secretary', '2026-02-10'],
    ['nominated', 'committee-officer', '2026-02-20'],
  ])('before one is an activist (%s) it is the turn of %s, since %s, and hours are shown as not counting', (...row) => {
    const [state, who, since] = row
    const acts = state === 'none' ? [] : actsUpTo(state)
    const early = requirement({ acts, entries: [entry('a', { amount: 80 })] })
    expect(short(early)).toEqual({
      state: 'not-yet',
      who,
      since,
      reason: 'not-activist',
      need: 80,
      have: 0,
      pending: 0,
    })
    expect(early.entries).toEqual([{ id: 'a', fate: 'not-counted', reason: 'before-activist' }])
  })

  test('becoming an activist in the middle of a course: the same day counts', () => {
    const course = ['2026-02-27', '2026-02-28', '2026-03-01', '2026-03-02'].map((on) =>
      entry(on, { on: localDate(on), amount: 20 }),
    )
    for (const acts of [actsUpTo('training'), [onPaper('2026-03-01')]]) {
      const half = requirement({ acts, entries: course })
      expect(short(half)).toMatchObject({ state: 'not-yet', have: 40 })
      expect(half.entries).toEqual([
        { id: '2026-03-02', fate: 'counted', reason: null },
        { id: '2026-03-01', fate: 'counted', reason: null },
        { id: '2026-02-28', fate: 'not-counted', reason: 'before-activist' },
        { id: '2026-02-27', fate: 'not-counted', reason: 'before-activist' },
      ])
    }
    // where any hour counts, the whole course does
    expect(requirement({ entries: course }, moxian)).toMatchObject({ have: 80 })
  })

  test('what is met stays met while an affiliation waits: changing the branch costs no hours', () => {
    const entries = [entry('a', { amount: 80 })]
    expect(requirement({ entries, affiliation: null }).state).toBe('met')
    expect(requirement({ entries, affiliation: { state: 'claimed', since: activistOn } }).state).toBe('met')
  })

  test('a strike can un-meet, and says so', () => {
    const entries = [entry('a', { amount: 80 }), entry('b', { amount: 0, corrects: 'a' })]
    expect(short(requirement({ entries }))).toMatchObject({ state: 'not-yet', have: 0, reason: 'hours-missing' })
  })

  test('what is answered is in tenths of a 学时', () => {
    expect(requirement({}).unit).toBe('class-hour-tenth')
  })
})

describe('another district, another gate', () => {
  const online = entry('a', { amount: 99, mode: 'online', on: localDate('2025-09-01') })

  test('10 学时, however and whenever taken, with no activist asked for', () => {
    expect(short(requirement({ acts: [], entries: [online] }, moxian))).toEqual({
      state: 'not-yet',
      who: 'applicant',
      since: null,
      reason: 'hours-missing',
      need: 100,
      have: 99,
      pending: 0,
    })
    const entries = [online, entry('b', { amount: 1, on: localDate('2025-09-02') })]
    expect(requirement({ acts: [], entries }, moxian).state).toBe('met')
    expect(requirement({ acts: [], entries }, saihan)).toMatchObject({ state: 'not-yet', have: 0 })
  })
})

describe('where the rule stands', () => {
  test('8 学时 is in 细则', () => {
    expect(requirement({})).toMatchObject({
      rule: 'class-hours',
      certainty: 'Q',
      source: { short: '细则', title: expect.stringContaining('发展团员工作细则') as string },
    })
  })

  test('10 学时 is 本区规定 there', () => {
    expect(requirement({}, moxian)).toMatchObject({ rule: 'class-hours', certainty: 'L', source: null })
  })
})

describe('what is known on a day', () => {
  const on = localDate('2026-03-10')
  const next = addDays(on, 1)

  test('a class of tomorrow is unknown, one of today is known', () => {
    expect(requirement({ entries: [entry('a', { on })] }, saihan, on)).toMatchObject({ have: 20 })
    const tomorrow = requirement({ entries: [entry('a', { on: next })] }, saihan, on)
    expect(tomorrow).toMatchObject({ have: 0, entries: [] })
  })

  test('what was recorded or corrected later is unknown, and what was accepted later waits', () => {
    expect(requirement({ entries: [entry('a', { on, since: next, acceptedOn: next })] }, saihan, on).entries).toEqual(
      [],
    )
    const correctedLater = [
      entry('a', { on }),
      entry('b', { on, since: next, acceptedOn: next, amount: 0, corrects: 'a' }),
    ]
    expect(requirement({ entries: correctedLater }, saihan, on).have).toBe(20)
    expect(requirement({ entries: correctedLater }, saihan, next).have).toBe(0)
    const acceptedLater = [entry('a', { on, since: on, acceptedOn: next })]
    expect(requirement({ entries: acceptedLater }, saihan, on)).toMatchObject({ have: 0, pending: 20 })
    expect(requirement({ entries: acceptedLater }, saihan, next)).toMatchObject({ have: 20, pending: 0 })
  })

  test('an activist of tomorrow is none today', () => {
    const entries = [entry('a', { on })]
    const since = (day: string) => ({ ...TRAINED, acts: actsUpTo('activist', { activist: day }), entries })
    expect(pathReport(since(next), saihan, on).activistOn).toBeNull()
    expect(requirementOf('class-hours', since(next), saihan, on)).toMatchObject({ reason: 'not-activist', have: 0 })
    expect(pathReport(since(on), saihan, on).activistOn).toBe(on)
    expect(requirementOf('class-hours', since(on), saihan, on)).toMatchObject({ reason: 'hours-missing', have: 20 })
  })

  test('an affiliation of tomorrow is none today', () => {
    const affiliation = { state: 'claimed', since: next } as const
    expect(pathReport({ ...TRAINED, affiliation }, saihan, on).affiliation).toBeNull()
    expect(pathReport({ ...TRAINED, affiliation }, saihan, next).affiliation).toEqual(affiliation)
  })
})

describe('whatever the facts are', () => {
  const lastDay = addDays(FIRST, SPAN)

  function frozen<T>(value: T): T {
    if (value !== null && typeof value === 'object') Object.values(Object.freeze(value)).forEach(frozen)
    return value
  }

  test('the same facts on the same day give the same report, and nothing that was handed in is changed', () => {
    fc.assert(
      fc.property(anyFacts(), anyPolicy(), anyDay(), (given, policy, on) => {
        const before = JSON.stringify([given, policy])
        const first = pathReport(frozen(given), frozen(policy), on)
        expect(pathReport(given, policy, on)).toEqual(first)
        expect(JSON.stringify([given, policy])).toBe(before)
        const reversed = { ...given, entries: [...given.entries].reverse() }
        expect(pathReport(reversed, policy, on)).toEqual(first)
      }),
    )
  })

  test('met exactly if enough counts; someone has to act exactly if it is not met', () => {
    fc.assert(
      fc.property(anyFacts(), anyPolicy(), anyDay(), (given, policy, on) => {
        const one = requirement(given, policy, on)
        expect(one.state === 'met').toBe(one.have >= one.need)
        // Nobody but one's age can be waited for when one is too old to apply.
        const tooOld = pathReport(given, policy, on).turn.act === 'over-age'
        expect(one.who === null).toBe(one.state === 'met' || (tooOld && one.reason === 'not-activist'))
        expect(one.reason === null).toBe(one.state === 'met')
        if (one.state === 'waiting') expect(one.have + one.pending).toBeGreaterThanOrEqual(one.need)
      }),
    )
  })

  test('another accepted entry never un-meets', () => {
    fc.assert(
      fc.property(anyFacts(), anyPolicy(), anyDay(), fc.integer({ min: 1, max: 80 }), (given, policy, on, amount) => {
        const more = { ...given, entries: [...given.entries, entry('z', { on, amount })] }
        const [before, after] = [requirement(given, policy, lastDay), requirement(more, policy, lastDay)]
        expect(after.have).toBeGreaterThanOrEqual(before.have)
        if (before.state === 'met') expect(after.state).toBe('met')
      }),
    )
  })

  test('claims never meet: without them, met is the same', () => {
    fc.assert(
      fc.property(anyFacts(), anyPolicy(), (given, policy) => {
        const uncorrected = given.entries.filter((one) => one.corrects === null)
        const accepted = uncorrected.filter((one) => one.acceptedOn !== null)
        const state = (entries: PathFacts['entries']) => requirement({ ...given, entries }, policy, lastDay).state
        expect(state(uncorrected) === 'met').toBe(state(accepted) === 'met')
      }),
    )
  })

  test('a report names its day and the version of the rules', () => {
    fc.assert(
      fc.property(anyFacts(), anyDay(), (given, on) => {
        expect(pathReport(given, moxian, on)).toMatchObject({
          asOf: on,
          policy: { version: moxian.version, edition: 'test.1', confirmedOn: '2026-01-05' },
        })
      }),
    )
  })
})
