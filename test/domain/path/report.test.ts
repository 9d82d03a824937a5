import fc from 'fast-check'
import { addDays, localDate, type LocalDate } from '#domain/time'
import { knownOn, type PathFacts } from '#domain/path/facts'
import { pathReport } from '#domain/path/report'
import type { Policy } from '#domain/policy/policy'
import { act, actsUpTo, anyActs } from '../acts'
import { anyDay, anyLedger, anyServices, claimed, entry, FIRST, service, SPAN } from '../entries'
import { anyFacts, anyPolicy, TRAINED } from '../facts'
import { anyGrades, grade } from '../grades'
import { policyOf } from '../packs'

const saihan = policyOf('saihan')
const lastDay = addDays(FIRST, SPAN)

describe('what is known on a day', () => {
  const on = localDate('2026-03-10')
  const next = addDays(on, 1)
  const known = (parts: Partial<PathFacts>) => knownOn({ ...TRAINED, ...parts }, on)

  test('an act of tomorrow, and one that was recorded tomorrow, are not', () => {
    const acts = (parts: Parameters<typeof act>[2], day: string = on) =>
      known({ acts: [act('submitted', day, parts)] }).acts
    expect(acts({})).toHaveLength(1)
    expect(acts({ since: next })).toHaveLength(0)
    expect(acts({}, next)).toHaveLength(0)
  })

  test('a step is where it was until its correction was recorded', () => {
    const moved = act('activist', '2026-03-05', { id: 'moved', since: next, corrects: 'activist' })
    const facts = { ...TRAINED, acts: [...actsUpTo('activist'), moved] }
    expect(pathReport(facts, saihan, on).activistOn).toBe('2026-03-01')
    expect(pathReport(facts, saihan, next).activistOn).toBe('2026-03-05')
    const back = { ...act('activist', '2026-03-01', { since: next, corrects: 'activist' }), id: 'back', voided: true }
    const undone = { ...TRAINED, acts: [...actsUpTo('activist'), back] }
    expect(pathReport(undone, saihan, on).application.state).toBe('activist')
    expect(pathReport(undone, saihan, next).application.state).toBe('nominated')
  })

  test('a grade likewise', () => {
    expect(known({ grades: [grade('a', '优', { on })] }).grades).toHaveLength(1)
    expect(known({ grades: [grade('a', '优', { on, since: next })] }).grades).toHaveLength(0)
    expect(known({ grades: [grade('a', '优', { on: next })] }).grades).toHaveLength(0)
  })

  test('hours that were accepted tomorrow still wait', () => {
    expect(known({ entries: [service('a', 60, { on, since: on, acceptedOn: next })] }).entries).toEqual([
      service('a', 60, { on, since: on, acceptedOn: null }),
    ])
  })

  test('knowing it again changes nothing, and on two days it is the earlier that knows', () => {
    fc.assert(
      fc.property(anyFacts(), anyDay(), anyDay(), (facts, a, b) => {
        expect(knownOn(knownOn(facts, a), a)).toEqual(knownOn(facts, a))
        expect(knownOn(knownOn(facts, a), b)).toEqual(knownOn(facts, a < b ? a : b))
      }),
    )
  })
})

describe('nothing said after the day is shown', () => {
  /** The same facts with more of every kind that happened or was recorded after a day. */
  const withFuture = fc
    .record({
      facts: anyFacts(),
      on: anyDay(),
      acts: anyActs(FIRST, 5),
      entries: fc.tuple(anyLedger(4), anyServices(4)).map(([a, b]) => [...a, ...b]),
      grades: anyGrades(3),
      lag: fc.integer({ min: 1, max: 400 }),
      recorded: fc.boolean(),
    })
    .map(({ facts, on, lag, recorded, ...more }) => {
      const later = addDays(on, lag)
      // either it took place later, or it was only recorded later
      const dated = <T extends { readonly on: LocalDate }>(row: T) => ({ ...row, on: recorded ? row.on : later })
      const fresh = <T extends { readonly id: string; readonly corrects: string | null }>(row: T) => ({
        ...row,
        id: `f${row.id}`,
        since: later,
      })
      const future: PathFacts = {
        ...facts,
        acts: [...facts.acts, ...more.acts.map((row) => fresh(dated(row)))],
        entries: [...facts.entries, ...more.entries.map((row) => fresh(dated(row)))],
        grades: [...facts.grades, ...more.grades.map((row) => fresh(dated(row)))],
      }
      return { facts, future, on }
    })

  test('the report is that of the facts as they were known', () => {
    fc.assert(
      fc.property(anyFacts(), anyPolicy(), anyDay(), (facts, policy, on) => {
        expect(pathReport(knownOn(facts, on), policy, on)).toEqual(pathReport(facts, policy, on))
      }),
    )
  })

  test('what comes later, or is recorded later, leaves the report of a day as it was', () => {
    fc.assert(
      fc.property(withFuture, anyPolicy(), ({ facts, future, on }, policy) => {
        expect(pathReport(future, policy, on)).toEqual(pathReport(facts, policy, on))
      }),
    )
  })

  test('no day in a report of what was done lies after it', () => {
    fc.assert(
      fc.property(anyFacts(), anyPolicy(), anyDay(), (facts, policy, on) => {
        const { activistOn, application, affiliation, turn, requirements } = pathReport(facts, policy, on)
        const past = [activistOn, application.since, application.withdrawnOn, affiliation?.since, turn.since]
        for (const day of [...past, ...requirements.map(({ since }) => since)]) if (day) expect(day <= on).toBe(true)
      }),
    )
  })
})

describe('whatever the facts are', () => {
  test('what the phone computes is what the server computed: facts, rules and reports survive the wire', () => {
    fc.assert(
      fc.property(anyFacts(), anyPolicy(), anyDay(), (facts, policy, on) => {
        const wired = JSON.parse(JSON.stringify({ facts, policy })) as { facts: PathFacts; policy: Policy }
        const report = pathReport(facts, policy, on)
        expect(pathReport(wired.facts, wired.policy, on)).toEqual(report)
        expect(JSON.parse(JSON.stringify(report))).toEqual(report)
        expect(JSON.stringify(pathReport(wired.facts, wired.policy, on))).toBe(JSON.stringify(report))
      }),
    )
  })

  test('sums are whole and never negative, and nobody has more of a grade, a way or days than is asked', () => {
    fc.assert(
      fc.property(anyFacts(), anyPolicy(), anyDay(), (facts, policy, on) => {
        for (const { need, have, pending, unit } of pathReport(facts, policy, on).requirements) {
          for (const sum of [need, have, pending]) expect(Number.isInteger(sum) && sum >= 0).toBe(true)
          if (['grade', 'way', 'day'].includes(unit)) expect(have).toBeLessThanOrEqual(need)
        }
      }),
    )
  })

  test('of hours, met exactly if enough counts; of all, a reason exactly if it is not met', () => {
    fc.assert(
      fc.property(anyFacts(), anyPolicy(), anyDay(), (facts, policy, on) => {
        for (const one of pathReport(facts, policy, on).requirements) {
          if (one.state !== 'not-applicable') expect(one.state === 'met').toBe(one.have >= one.need)
          const done = one.state === 'met' || one.state === 'not-applicable'
          expect(one.reason === null).toBe(done)
          if (done) expect([one.who, one.since]).toEqual([null, null])
          if (done) expect(one.earliest).toBe(on)
          if (one.state === 'waiting') expect(one.have + one.pending).toBeGreaterThanOrEqual(one.need)
          if (one.earliest !== null) expect(one.earliest >= on).toBe(true)
        }
      }),
    )
  })

  test('each entry and each grade stands behind exactly one requirement, once', () => {
    fc.assert(
      fc.property(anyFacts(), anyPolicy(), (facts, policy) => {
        const { requirements } = pathReport(facts, policy, addDays(lastDay, 1000))
        const shown = requirements.flatMap(({ rule, entries }) => entries.map(({ id }) => `${rule} ${id}`))
        const given = [
          ...facts.entries.map(({ requirement, id }) => `${requirement} ${id}`),
          ...facts.grades.map(({ id }) => `civics ${id}`),
        ]
        expect(shown.sort()).toEqual(given.sort())
        for (const { entries } of requirements) {
          for (const { fate, reason } of entries) expect(reason !== null).toBe(fate === 'not-counted')
        }
      }),
    )
  })

  test('ready exactly if every hard requirement is met; then today is the earliest day, by nothing', () => {
    fc.assert(
      fc.property(anyFacts(), anyPolicy(), anyDay(), (facts, policy, on) => {
        const { ready, requirements, earliest } = pathReport(facts, policy, on)
        const hard = requirements.filter(({ gate }) => gate === 'hard')
        expect(ready).toBe(hard.every(({ state }) => state === 'met' || state === 'not-applicable'))
        if (ready) expect(earliest).toEqual({ on, by: [] })
        else expect(earliest.by.length).toBeGreaterThan(0)
        expect(new Set(earliest.by).size).toBe(earliest.by.length)
        for (const id of earliest.by) expect(hard.map(({ rule }): string => rule)).toContain(id)
      }),
    )
  })

  test('all together are never ready before the last of them', () => {
    fc.assert(
      fc.property(anyFacts(), anyPolicy(), anyDay(), (facts, policy, on) => {
        const { requirements, earliest } = pathReport(facts, policy, on)
        for (const { gate, state, earliest: own } of requirements) {
          if (gate === 'soft' || state === 'not-applicable') continue
          if (own === null) expect(earliest.on).toBeNull()
          else if (earliest.on !== null) expect(earliest.on >= own).toBe(true)
        }
      }),
    )
  })

  test('more hours that count never make it later', () => {
    const anyMore = fc.record({
      back: fc.oneof(fc.constant(0), fc.nat(500)),
      amount: fc.integer({ min: 1, max: 1500 }),
      kind: fc.constantFrom('class', 'service', 'claim'),
    })
    const never = '9999'
    fc.assert(
      fc.property(anyFacts(), anyPolicy(), anyDay(), anyMore, (facts, policy, on, { back, amount, kind }) => {
        const day = addDays(on, -back)
        const row =
          kind === 'class'
            ? entry('z', { amount, on: day })
            : kind === 'service'
              ? service('z', amount, { on: day })
              : claimed('z', { requirement: 'volunteer-hours', amount, on: day })
        const before = pathReport(facts, policy, on)
        const after = pathReport({ ...facts, entries: [...facts.entries, row] }, policy, on)
        // What doesn't count can: it has taken its part of today.
        const fate = after.requirements.flatMap(({ entries }) => entries).find(({ id }) => id === 'z')?.fate
        if (back === 0 && fate === 'not-counted') return
        expect((after.earliest.on ?? never) <= (before.earliest.on ?? never)).toBe(true)
        after.requirements.forEach(({ earliest }, at) => {
          expect((earliest ?? never) <= (before.requirements[at]?.earliest ?? never)).toBe(true)
        })
      }),
      { numRuns: 300 },
    )
  })

  test('a report reads as of its day, by the version of the rules, with the affiliation of that day', () => {
    fc.assert(
      fc.property(anyFacts(), anyDay(), (facts, on) => {
        const { asOf, policy, affiliation } = pathReport(facts, saihan, on)
        expect(asOf).toBe(on)
        expect(policy).toEqual({ version: saihan.version, edition: saihan.edition, confirmedOn: null })
        expect(affiliation).toEqual(facts.affiliation && facts.affiliation.since <= on ? facts.affiliation : null)
      }),
    )
  })
})
