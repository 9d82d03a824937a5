import fc from 'fast-check'
import { addDays, localDate } from '#domain/time'
import { applicationOf, standingActs, type ApplicationAct, type ApplicationState } from '#domain/application/acts'
import { act, actsUpTo, anyActs, onPaper, voidOf } from '../acts'

const ids = (acts: readonly ApplicationAct[]) => standingActs(acts).map(({ id }) => id)
const first = localDate('2024-01-01')

describe('where an application stands', () => {
  test('nothing was ever done', () => {
    expect(applicationOf([])).toEqual({
      state: 'none',
      since: null,
      submitted: null,
      applied: null,
      talked: null,
      nominated: null,
      returned: null,
      activist: null,
      mentored: null,
      withdrawn: null,
    })
  })

  test.each<[Exclude<ApplicationState, 'none'>, string]>([
    ['submitted', '2026-02-01'],
    ['applied', '2026-02-03'],
    ['talked', '2026-02-10'],
    ['nominated', '2026-02-20'],
    ['activist', '2026-03-01'],
    ['training', '2026-03-05'],
  ])('after its act: %s, since %s', (state, since) => {
    expect(applicationOf(actsUpTo(state))).toMatchObject({ state, since })
  })

  test('since the day of recording, which can be later than the day of the act', () => {
    const late = act('applied', '2026-02-03', { since: localDate('2026-02-20') })
    const application = applicationOf([act('submitted', '2026-02-01'), late])
    expect(application).toMatchObject({ state: 'applied', since: '2026-02-20', applied: { on: '2026-02-03' } })
  })

  test('a nomination that was returned is back before it; the no is shown until the branch nominates again', () => {
    const returned = [...actsUpTo('nominated'), act('returned', '2026-02-25')]
    expect(applicationOf(returned)).toMatchObject({
      state: 'talked',
      since: '2026-02-25',
      returned: { id: 'returned' },
    })
    const again = [...returned, act('nominated', '2026-03-02', { id: 'again', way: 'points' })]
    expect(applicationOf(again)).toMatchObject({ state: 'nominated', returned: null, nominated: { id: 'again' } })
    expect(applicationOf([...again, act('activist', '2026-03-09')])).toMatchObject({
      state: 'activist',
      nominated: { id: 'again' },
    })
  })

  test('withdrawn, there is none open; a new one begins without what was before', () => {
    const withdrawn = [...actsUpTo('talked'), act('withdrawn', '2026-02-12')]
    expect(applicationOf(withdrawn)).toMatchObject({
      state: 'none',
      since: '2026-02-12',
      submitted: null,
      applied: null,
      talked: null,
      withdrawn: { on: '2026-02-12' },
    })
    const again = [...withdrawn, act('submitted', '2026-03-01', { id: 'again' })]
    expect(applicationOf(again)).toMatchObject({
      state: 'submitted',
      since: '2026-03-01',
      submitted: { id: 'again' },
      applied: null,
      withdrawn: { on: '2026-02-12' },
    })
  })

  test('an activist recorded from paper stands without the steps before', () => {
    expect(applicationOf([onPaper('2026-03-01')])).toMatchObject({
      state: 'activist',
      submitted: null,
      nominated: null,
      activist: { onPaper: true },
    })
  })
})

describe('corrections', () => {
  const [submitted, applied, talked] = actsUpTo('talked') as [ApplicationAct, ApplicationAct, ApplicationAct]
  const better = {
    ...applied,
    id: 'better',
    on: localDate('2026-02-02'),
    since: localDate('2026-02-11'),
    corrects: 'applied',
  }

  test('a replacement stands in the place of what it names', () => {
    expect(ids([submitted, applied, talked, better])).toEqual(['submitted', 'better', 'talked'])
    expect(applicationOf([submitted, applied, talked, better])).toMatchObject({
      state: 'talked',
      since: talked.since,
      applied: { id: 'better', on: '2026-02-02' },
    })
  })

  test('in a chain the last one stands', () => {
    const best = { ...better, id: 'best', corrects: 'better' }
    expect(ids([submitted, applied, better, talked, best])).toEqual(['submitted', 'best', 'talked'])
  })

  test('a replacement restarts no clock: it is waited since the act that it stands for was recorded', () => {
    expect(better.since).toBe('2026-02-11')
    expect(applicationOf([submitted, applied, better])).toMatchObject({ state: 'applied', since: '2026-02-03' })
    const best = { ...better, id: 'best', since: localDate('2026-02-15'), corrects: 'better' }
    expect(applicationOf([submitted, applied, better, best])).toMatchObject({ state: 'applied', since: '2026-02-03' })
    // … but what is taken anew begins anew
    const anew = act('applied', '2026-02-20', { id: 'anew' })
    expect(applicationOf([submitted, applied, better, voidOf(better), anew]).since).toBe('2026-02-20')
  })

  test('taken back, it leaves no place; what comes after is taken anew', () => {
    expect(ids([submitted, applied, voidOf(applied)])).toEqual(['submitted'])
    const anew = act('applied', '2026-02-20', { id: 'anew' })
    expect(ids([submitted, applied, voidOf(applied), anew])).toEqual(['submitted', 'anew'])
  })

  test('a replacement can be taken back, and what it had replaced doesn’t rise again', () => {
    expect(ids([submitted, applied, better, voidOf(better)])).toEqual(['submitted'])
  })

  test('a correction of what isn’t there corrects nothing', () => {
    expect(ids([submitted, { ...better, corrects: 'nobody' }])).toEqual(['submitted'])
    expect(ids([{ ...better, corrects: 'better' }])).toEqual([])
  })
})

/** What stands, as if it had been right at once. */
function plain(standing: readonly ApplicationAct[]): readonly ApplicationAct[] {
  return standing.map((one) => ({ ...one, corrects: null }))
}

/** An application with the ids of its acts. */
function named(acts: readonly ApplicationAct[]): Readonly<Record<string, unknown>> {
  const { state, since, ...kinds } = applicationOf(acts)
  const byKind = Object.entries(kinds).map(([kind, one]) => [kind, one?.id ?? null] as const)
  return { state, since, ...Object.fromEntries(byKind) }
}

describe('whatever the stream holds', () => {
  /** A stream and one of the acts that stand in it. */
  const withOne = anyActs(first).chain((acts) => {
    const standing = standingActs(acts)
    return standing.length === 0
      ? fc.constant({ acts, standing, place: -1 })
      : fc.nat(standing.length - 1).map((place) => ({ acts, standing, place }))
  })

  test('a correction never changes the order, nor any other act', () => {
    fc.assert(
      fc.property(withOne, fc.nat(30), ({ acts, standing, place }, days) => {
        const target = standing[place]
        if (!target) return
        const recorded = addDays(target.since, days)
        const replacement = { ...target, id: 'z', corrects: target.id, on: addDays(target.on, -days), since: recorded }
        const after = standingActs([...acts, replacement])
        expect(after.map(({ act: kind }) => kind)).toEqual(standing.map(({ act: kind }) => kind))
        expect(after.filter((_, at) => at !== place)).toEqual(standing.filter((_, at) => at !== place))
        expect(after[place]).toEqual({ ...replacement, since: target.since })
        const { state, since } = applicationOf([...acts, replacement])
        expect([state, since]).toEqual([applicationOf(acts).state, applicationOf(acts).since])
      }),
    )
  })

  test('taking back the newest gives what was before it', () => {
    fc.assert(
      fc.property(anyActs(first), (acts) => {
        const standing = standingActs(acts)
        const newest = standing[standing.length - 1]
        if (!newest) return
        const after = [...acts, voidOf(newest, 'z')]
        expect(standingActs(after)).toEqual(standing.slice(0, -1))
        expect(named(after)).toEqual(named(plain(standing.slice(0, -1))))
      }),
    )
  })

  test('what stands says it all: the application of what stands is the application', () => {
    fc.assert(
      fc.property(anyActs(first), (acts) => {
        const standing = standingActs(acts)
        expect(named(acts)).toEqual(named(plain(standing)))
        expect(standing.every(({ voided }) => !voided)).toBe(true)
      }),
    )
  })

  test('one row more changes at most one place, and earlier rows never change', () => {
    fc.assert(
      fc.property(anyActs(first), (acts) => {
        for (let length = 1; length <= acts.length; length += 1) {
          const [before, after] = [acts.slice(0, length - 1), acts.slice(0, length)].map((part) => ids(part))
          if (!before || !after) throw new Error('two are expected')
          expect(Math.abs(before.length - after.length)).toBeLessThanOrEqual(1)
          expect(after.filter((id) => !before.includes(id)).length).toBeLessThanOrEqual(1)
        }
      }),
    )
  })
})
