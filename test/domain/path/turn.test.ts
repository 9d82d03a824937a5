import fc from 'fast-check'
import { localDate } from '#domain/time'
import type { ApplicationState } from '#domain/application/acts'
import type { PathFacts } from '#domain/path/facts'
import { pathReport } from '#domain/path/report'
import type { Turn } from '#domain/path/turn'
import { act, actsUpTo, onPaper } from '../acts'
import { anyDay, claimed, entry, service } from '../entries'
import { anyFacts, anyPolicy, TRAINED } from '../facts'
import { grade } from '../grades'
import { policyOf, withValues } from '../packs'

const saihan = policyOf('saihan')
const today = localDate('2026-06-01')
const turnOf = (parts: Partial<PathFacts>, policy = saihan, on: string = today): Turn =>
  pathReport({ ...TRAINED, ...parts }, policy, localDate(on)).turn
const CLAIMED = { state: 'claimed', since: localDate('2026-05-11') } as const

describe('before training', () => {
  test('first a branch, then its answer within a week, then the application', () => {
    expect(turnOf({ affiliation: null, acts: [] })).toEqual({
      who: 'applicant',
      act: 'choose-organisation',
      since: null,
      due: null,
      rule: null,
    })
    expect(turnOf({ affiliation: CLAIMED, acts: [] })).toEqual({
      who: 'branch-secretary',
      act: 'confirm-affiliation',
      since: '2026-05-11',
      due: '2026-05-18',
      rule: 'affiliation.within',
    })
    expect(turnOf({ acts: [] })).toEqual({ who: 'applicant', act: 'apply', since: null, due: null, rule: null })
  })

  test.each<[Exclude<ApplicationState, 'none' | 'training'>, string, string, string, string | null, string | null]>([
    ['submitted', 'branch-secretary', 'confirm-paper', '2026-02-01', null, null],
    ['applied', 'branch-secretary', 'talk', '2026-02-03', '2026-03-03', 'talk.within'],
    ['talked', 'branch-secretary', 'nominate', '2026-02-10', null, null],
    ['nominated', 'committee-officer', 'answer-nomination', '2026-02-20', '2026-03-22', 'activist.within'],
    ['activist', 'branch-secretary', 'name-mentors', '2026-03-01', null, null],
  ])('%s: %s, %s since %s until %s (%s)', (state, who, what, since, due, rule) => {
    expect(turnOf({ acts: actsUpTo(state) })).toEqual({ who, act: what, since, due, rule })
  })

  test('the talk’s clock runs from the day of the paper, a month by the calendar', () => {
    const due = (on: string) => {
      const acts = actsUpTo('applied', { submitted: '2025-01-01', applied: on })
      const report = pathReport({ ...TRAINED, acts }, saihan, today)
      expect(report.application.talkDue).toBe(report.turn.due)
      return report.turn.due
    }
    expect(due('2026-01-31')).toBe('2026-02-28')
    expect(due('2026-02-28')).toBe('2026-03-28')
    expect(due('2025-12-31')).toBe('2026-01-31')
    // recorded later than it came: the talk has no more time for it
    const late = [act('submitted', '2026-02-01'), act('applied', '2026-02-03', { since: localDate('2026-03-20') })]
    expect(turnOf({ acts: late })).toMatchObject({ act: 'talk', since: '2026-03-20', due: '2026-03-03' })
  })

  test('the talk held, its clock is gone', () => {
    expect(pathReport({ ...TRAINED, acts: actsUpTo('talked') }, saihan, today).application.talkDue).toBeNull()
    expect(pathReport({ ...TRAINED, acts: actsUpTo('submitted') }, saihan, today).application.talkDue).toBeNull()
  })

  test('the clocks are the pack’s', () => {
    const slow = withValues(saihan, {
      'affiliation.within': { days: 30 },
      'talk.within': { months: 3 },
      'activist.within': { days: 7 },
    })
    expect(turnOf({ affiliation: CLAIMED, acts: [] }, slow).due).toBe('2026-06-10')
    expect(turnOf({ acts: actsUpTo('applied') }, slow).due).toBe('2026-05-03')
    expect(turnOf({ acts: actsUpTo('nominated') }, slow).due).toBe('2026-02-27')
  })

  test('a returned nomination is the branch’s turn again, since it came back', () => {
    const acts = [...actsUpTo('nominated'), act('returned', '2026-02-25')]
    expect(turnOf({ acts })).toMatchObject({ who: 'branch-secretary', act: 'nominate', since: '2026-02-25', due: null })
    const report = pathReport({ ...TRAINED, acts }, saihan, today)
    expect(report.application).toMatchObject({ state: 'talked', returned: 'returned' })
  })

  test('withdrawn, it is one’s own turn to apply anew', () => {
    const acts = [...actsUpTo('talked'), act('withdrawn', '2026-02-12')]
    expect(turnOf({ acts })).toMatchObject({ who: 'applicant', act: 'apply', since: null })
    expect(pathReport({ ...TRAINED, acts }, saihan, today).application).toMatchObject({
      state: 'none',
      withdrawnOn: '2026-02-12',
    })
  })

  test('who is too old to apply waits for nobody', () => {
    const birthDate = localDate('1997-06-01')
    const over = { who: null, act: 'over-age', since: null, due: null, rule: null }
    expect(turnOf({ acts: [], birthDate })).toEqual(over)
    expect(turnOf({ acts: [], birthDate, affiliation: CLAIMED })).toEqual(over)
    expect(turnOf({ acts: actsUpTo('applied'), birthDate }).act).toBe('talk')
    expect(turnOf({ acts: [], birthDate }, saihan, '2026-05-31').act).toBe('apply')
  })
})

describe('in training', () => {
  const enough = {
    entries: [entry('a', { amount: 80 }), service('b', 1200)],
    grades: [grade('c', '良')],
  }
  const waiting = (id: string, since: string) => claimed(id, { amount: 20, since: localDate(since) })

  test('everything there: the branch committee may discuss the candidate', () => {
    expect(turnOf(enough)).toEqual({ who: 'branch-secretary', act: 'propose', since: null, due: null, rule: null })
    expect(pathReport({ ...TRAINED, ...enough }, saihan, today)).toMatchObject({ ready: true })
  })

  test('what one can gather oneself comes first', () => {
    expect(turnOf({}).act).toBe('collect')
    expect(turnOf({ ...enough, entries: [] })).toMatchObject({ who: 'applicant', act: 'collect', since: null })
    expect(turnOf({ ...enough, grades: [grade('c', '中')] })).toMatchObject({ who: 'applicant', act: 'collect' })
    expect(turnOf({ ...enough, grades: [], occupation: null })).toMatchObject({ who: 'applicant', act: 'collect' })
  })

  test('then what the branch can do: accept hours, record the grade', () => {
    const entries = [entry('a', { amount: 60 }), waiting('w', '2026-05-02'), service('b', 1200)]
    expect(turnOf({ ...enough, entries })).toMatchObject({
      who: 'branch-secretary',
      act: 'accept-hours',
      since: '2026-05-02',
    })
    expect(turnOf({ ...enough, grades: [] })).toMatchObject({
      who: 'branch-secretary',
      act: 'record-civics',
      since: null,
    })
  })

  test('then who closes the event to which they have checked in', () => {
    const came = { ...waiting('e', '2026-05-20'), origin: 'check-in' } as const
    const entries = [entry('a', { amount: 60 }), came, service('b', 1200)]
    expect(turnOf({ ...enough, entries })).toEqual({
      who: 'event-lead',
      act: 'accept-hours',
      since: '2026-05-20',
      due: null,
      rule: null,
    })
    // What the branch can do comes before it.
    expect(turnOf({ ...enough, entries, grades: [] })).toMatchObject({ who: 'branch-secretary', act: 'record-civics' })
    // Of both, the branch's comes first.
    const both = [entry('a', { amount: 60 }), came, waiting('w', '2026-05-02'), service('b', 1200)]
    expect(turnOf({ ...enough, entries: both })).toMatchObject({ who: 'branch-secretary', since: '2026-05-02' })
  })

  test('then time, until the day on which the months are over', () => {
    const acts = actsUpTo('training', { activist: '2026-03-08', mentored: '2026-03-08' })
    expect(turnOf({ ...enough, acts })).toEqual({
      who: 'time',
      act: 'wait',
      since: '2026-03-08',
      due: '2026-06-08',
      rule: 'training.months',
    })
    expect(turnOf({ ...enough, acts }, saihan, '2026-06-08').act).toBe('propose')
  })

  test('what is only wished for holds nobody up', () => {
    const soft = withValues(saihan, { 'volunteer-hours': { minutes: 1200, gate: 'soft' } })
    const entries = enough.entries.slice(0, 1)
    expect(turnOf({ ...enough, entries }).act).toBe('collect')
    expect(turnOf({ ...enough, entries }, soft).act).toBe('propose')
  })

  test('an activist without mentors waits for them, with everything else there too', () => {
    expect(turnOf({ ...enough, acts: [onPaper('2026-03-01')] }).act).toBe('name-mentors')
  })

  test('who has changed the branch waits for the new one’s answer', () => {
    expect(turnOf({ ...enough, affiliation: CLAIMED })).toMatchObject({ act: 'confirm-affiliation' })
    expect(turnOf({ ...enough, affiliation: null })).toMatchObject({ who: 'applicant', act: 'choose-organisation' })
  })
})

/** Whose turn it is in a state, written out; in training the requirements say. */
const OF_STATE: Readonly<Record<Exclude<ApplicationState, 'training'>, readonly [string, string]>> = {
  none: ['applicant', 'apply'],
  submitted: ['branch-secretary', 'confirm-paper'],
  applied: ['branch-secretary', 'talk'],
  talked: ['branch-secretary', 'nominate'],
  nominated: ['committee-officer', 'answer-nomination'],
  activist: ['branch-secretary', 'name-mentors'],
}

test('whatever the facts are, the turn is that of a requirement or of a step', () => {
  const seen = new Set<string>()
  fc.assert(
    fc.property(anyFacts(), anyPolicy(), anyDay(), (facts, policy, on) => {
      const { turn, requirements, application, affiliation, ready } = pathReport(facts, policy, on)
      seen.add(turn.act)
      const recommendation = requirements.find(({ rule }) => rule === 'admission.ways')
      const open = requirements.filter(
        ({ gate, state }) => gate === 'hard' && state !== 'met' && state !== 'not-applicable',
      )
      if (recommendation?.state !== 'met') {
        // Until then both are told by the same steps.
        expect([turn.who, turn.since]).toEqual([recommendation?.who, recommendation?.since])
        expect(turn.act === 'over-age').toBe(recommendation?.reason === 'over-age')
      }
      if (turn.act === 'over-age') return
      if (affiliation?.state !== 'confirmed') {
        expect(turn.act).toBe(affiliation ? 'confirm-affiliation' : 'choose-organisation')
      } else if (application.state !== 'training') {
        expect([turn.who, turn.act]).toEqual(OF_STATE[application.state])
      } else if (ready) {
        expect([turn.who, turn.act]).toEqual(['branch-secretary', 'propose'])
      } else {
        expect(open.map(({ who }) => who)).toContain(turn.who)
        // Time's turn only when nobody's is left.
        if (turn.who === 'time') expect(open.every(({ who }) => who === 'time')).toBe(true)
        if (open.some(({ who }) => who === 'applicant')) expect(turn.who).toBe('applicant')
      }
      expect(turn.due !== null).toBe(turn.rule !== null)
    }),
    { numRuns: 500 },
  )
  expect(seen.size).toBeGreaterThanOrEqual(10)
})
