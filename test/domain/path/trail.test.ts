import fc from 'fast-check'
import { localDate } from '#domain/time'
import type { ApplicationAct } from '#domain/application/acts'
import { STEPS } from '#domain/application/steps'
import type { PathFacts } from '#domain/path/facts'
import { pathReport } from '#domain/path/report'
import { act, actsUpTo, onPaper } from '../acts'
import { anyDay, entry, service } from '../entries'
import { anyFacts, anyPolicy, TRAINED } from '../facts'
import { grade } from '../grades'
import { policyOf } from '../packs'

const saihan = policyOf('saihan')
const today = localDate('2026-06-01')

/** The first seven steps in short: ✓ done, ● current, – skipped, space ahead. */
function trail(acts: readonly ApplicationAct[], more: Partial<PathFacts> = {}): string {
  const signs = { done: '✓', current: '●', skipped: '–', ahead: ' ' } as const
  const steps = pathReport({ ...TRAINED, ...more, acts }, saihan, today).trail
  expect(steps.map(({ number, id }) => [number, id])).toEqual(STEPS.map(({ number, id }) => [number, id]))
  expect(steps.slice(7).every(({ state }) => state === 'ahead')).toBe(true)
  return steps
    .slice(0, 7)
    .map(({ state }) => signs[state])
    .join('')
}

const enough = { entries: [entry('a', { amount: 80 }), service('b', 1200)], grades: [grade('c', '良')] }

test.each<[string, string, readonly ApplicationAct[]]>([
  ['nothing yet', '●      ', []],
  ['submitted', '✓●     ', actsUpTo('submitted')],
  ['applied', '✓✓●    ', actsUpTo('applied')],
  ['talked', '✓✓✓●   ', actsUpTo('talked')],
  ['nominated: the third step is still being taken', '✓✓✓●   ', actsUpTo('nominated')],
  ['returned', '✓✓✓●   ', [...actsUpTo('nominated'), act('returned', '2026-02-25')]],
  ['activist', '✓✓✓✓●  ', actsUpTo('activist')],
  ['in training', '✓✓✓✓✓● ', actsUpTo('training')],
  ['withdrawn', '●      ', [...actsUpTo('talked'), act('withdrawn', '2026-02-12')]],
  ['activist on paper', '–––✓●  ', [onPaper('2026-03-01')]],
  ['activist on paper, in training', '–––✓✓● ', [onPaper('2026-03-01'), act('mentored', '2026-03-05')]],
  ['activist on paper after what the app saw', '✓✓–✓●  ', [...actsUpTo('applied'), onPaper('2026-03-01')]],
])('%s: %s', (_, signs, acts) => {
  expect(trail(acts)).toBe(signs)
})

test('with everything there training is done, and the sixth step comes', () => {
  expect(trail(actsUpTo('training'), enough)).toBe('✓✓✓✓✓✓●')
  // not before mentors were named
  expect(trail(actsUpTo('activist'), enough)).toBe('✓✓✓✓●  ')
})

test('a done step has the day on which it took place', () => {
  const steps = pathReport({ ...TRAINED, acts: actsUpTo('training') }, saihan, today).trail
  expect(steps.slice(0, 6).map(({ on }) => on)).toEqual([
    '2026-02-01',
    '2026-02-03',
    '2026-02-10',
    '2026-03-01',
    '2026-03-05',
    null,
  ])
})

test('what was recorded from paper says so', () => {
  const onPaperOf = (acts: readonly ApplicationAct[]) =>
    pathReport({ ...TRAINED, acts }, saihan, today).application.onPaper
  expect(onPaperOf([onPaper('2026-03-01')])).toBe(true)
  expect(onPaperOf(actsUpTo('activist'))).toBe(false)
  expect(onPaperOf([])).toBe(false)
})

test('whatever the facts are: done or skipped, then one current, then ahead; days on what is done, and none to come', () => {
  fc.assert(
    fc.property(anyFacts(), anyPolicy(), anyDay(), (facts, policy, on) => {
      const steps = pathReport(facts, policy, on).trail
      const current = steps.findIndex(({ state }) => state === 'current')
      expect(current).toBeGreaterThanOrEqual(0)
      steps.forEach(({ id, state, on: day }, at) => {
        if (at < current) expect(['done', 'skipped']).toContain(state)
        if (at > current) expect(state).toBe('ahead')
        expect(day !== null).toBe(state === 'done' && id !== 'training')
        if (day !== null) expect(day <= on).toBe(true)
      })
    }),
  )
})
