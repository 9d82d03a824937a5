import { addDays, localDate } from '#domain/time'
import type { Act, ApplicationAct } from '#domain/application/acts'
import {
  decideActCorrection,
  type ActClaim,
  type ActCorrection,
  type ApplicationGuards,
} from '#domain/application/decide'
import { act, actsUpTo, onPaper, voidOf } from '../acts'
import { policyOf } from '../packs'

const saihan = policyOf('saihan')
const moxian = policyOf('moxian')
const today = localDate('2026-06-01')
const birthDate = localDate('2009-05-20')
const TAKE_BACK: ActCorrection = { kind: 'void' }
const replace = (claim: ActClaim): ActCorrection => ({ kind: 'replace', claim })
const talkedOn = (on: string): ActCorrection => replace({ act: 'talked', on: localDate(on) })

const decide = (
  target: Act | ApplicationAct,
  correction: ActCorrection,
  acts: readonly ApplicationAct[],
  more: Partial<ApplicationGuards> = {},
  policy = saihan,
) => {
  const row = typeof target === 'string' ? acts.find((one) => one.id === target) : target
  if (!row) throw new Error('no such act')
  return decideActCorrection(row, correction, { affiliation: 'confirmed', birthDate, acts, ...more }, policy, today)
}
const code = (...args: Parameters<typeof decide>) => {
  const decision = decide(...args)
  return decision.ok ? 'granted' : decision.refusal.code
}

describe('a replacement', () => {
  const all = actsUpTo('training')

  test.each<[ActClaim]>([
    [{ act: 'applied', on: localDate('2026-02-04'), birthDate }],
    [{ act: 'talked', on: localDate('2026-02-09') }],
    [{ act: 'nominated', on: localDate('2026-02-21'), way: 'points', members: 9 }],
    [{ act: 'activist', on: localDate('2026-03-02') }],
    [{ act: 'mentored', on: localDate('2026-03-06'), mentors: ['甲', '乙'] }],
  ])('of every step that an office took, wherever it lies: $act', (claim) => {
    const acts = claim.act === 'nominated' ? actsUpTo('nominated') : all
    expect(decide(claim.act, replace(claim), acts)).toEqual({ ok: true, value: replace(claim) })
  })

  test('not of a nomination that was answered: it stays what was answered', () => {
    const claim = replace({ act: 'nominated', on: localDate('2026-02-20'), way: 'points', members: 9 })
    const answers = [
      all,
      actsUpTo('activist'),
      [...actsUpTo('nominated'), act('returned', '2026-02-25')],
      [...actsUpTo('nominated'), onPaper('2026-03-01')],
    ]
    for (const acts of answers) {
      expect(code('nominated', claim, acts)).toBe('step-not-correctable')
      expect(code('nominated', TAKE_BACK, acts)).toBe('step-not-correctable')
    }
    // once the answer is taken back, it is the branch's again
    const activist = answers[1]?.find(({ id }) => id === 'activist')
    if (!activist) throw new Error('an answer is expected')
    expect(code('nominated', claim, [...actsUpTo('activist'), voidOf(activist)])).toBe('granted')
  })

  test('of a return', () => {
    const returned = [...actsUpTo('nominated'), act('returned', '2026-02-25')]
    expect(code('returned', replace({ act: 'returned', on: localDate('2026-02-24') }), returned)).toBe('granted')
    const again = [...returned, act('nominated', '2026-03-02', { id: 'again' })]
    expect(code('returned', replace({ act: 'returned', on: localDate('2026-03-02') }), again)).toBe('granted')
    expect(code('returned', replace({ act: 'returned', on: localDate('2026-03-03') }), again)).toBe('day-after-step')
  })

  test('not of another kind', () => {
    expect(code('talked', replace({ act: 'applied', on: localDate('2026-02-10'), birthDate }), all)).toBe(
      'step-not-correctable',
    )
  })

  test('is asked what the act itself was asked', () => {
    const mentors = (...names: string[]) => replace({ act: 'mentored', on: localDate('2026-03-05'), mentors: names })
    expect(code('mentored', mentors(), all)).toBe('mentors-out-of-range')
    expect(code('mentored', mentors('甲', '甲'), all)).toBe('mentors-repeated')
    const open = actsUpTo('nominated')
    const nomination = { act: 'nominated', on: localDate('2026-02-20') } as const
    expect(code('nominated', replace({ ...nomination, way: 'review', members: 2 }), open)).toBe('branch-too-small')
    expect(code('nominated', replace({ ...nomination, way: 'points', members: 9 }), open, {}, moxian)).toBe(
      'way-not-offered',
    )
    const paper = { act: 'applied', on: localDate('2026-02-03') } as const
    expect(code('applied', replace({ ...paper, birthDate: localDate('2012-02-04') }), all)).toBe('too-young')
    expect(code('applied', replace({ ...paper, birthDate: localDate('2012-02-03') }), all)).toBe('granted')
    expect(code('applied', replace({ ...paper, birthDate: localDate('1997-02-03') }), all)).toBe('over-age')
    expect(code('applied', replace({ ...paper, birthDate: localDate('1997-02-04') }), all)).toBe('granted')
  })

  test('lies between the steps before and after it; the same day can be', () => {
    expect(decide('talked', talkedOn('2026-02-02'), all)).toEqual({
      ok: false,
      refusal: { code: 'day-before-step', facts: { earliest: '2026-02-03', step: 'applied' } },
    })
    expect(code('talked', talkedOn('2026-02-03'), all)).toBe('granted')
    expect(code('talked', talkedOn('2026-02-20'), all)).toBe('granted')
    expect(decide('talked', talkedOn('2026-02-21'), all)).toEqual({
      ok: false,
      refusal: { code: 'day-after-step', facts: { latest: '2026-02-20', step: 'nominated' } },
    })
  })

  test('the newest has no step after it: until today', () => {
    expect(code('talked', talkedOn('2026-06-01'), actsUpTo('talked'))).toBe('granted')
    expect(code('talked', talkedOn('2026-06-02'), actsUpTo('talked'))).toBe('day-in-future')
  })

  test('the paper can be older than the tap', () => {
    const earlier = replace({ act: 'applied', on: localDate('2026-01-15'), birthDate })
    expect(code('applied', earlier, all)).toBe('granted')
  })
})

describe('chains', () => {
  const moved = (row: ApplicationAct, on: string, id: string): ApplicationAct => ({
    ...row,
    id,
    on: localDate(on),
    since: localDate('2026-05-01'),
    corrects: row.id,
  })
  const [submitted, applied, talked, nominated] = actsUpTo('nominated') as [
    ApplicationAct,
    ApplicationAct,
    ApplicationAct,
    ApplicationAct,
  ]
  const second = moved(applied, '2026-02-05', 'second')
  const third = moved(second, '2026-02-07', 'third')

  test('once each: the next one corrects the correction', () => {
    const acts = [submitted, applied, second]
    const claim = replace({ act: 'applied', on: localDate('2026-02-06'), birthDate })
    expect(code(applied, claim, acts)).toBe('entry-already-corrected')
    expect(code(applied, TAKE_BACK, acts)).toBe('entry-already-corrected')
    expect(code(second, claim, acts)).toBe('granted')
    expect(code(second, claim, [...acts, third])).toBe('entry-already-corrected')
    expect(code(third, claim, [...acts, third])).toBe('granted')
  })

  test('behind a corrected step the later ones can still be corrected, from its new day on', () => {
    for (const [acts, first] of [
      [[submitted, applied, talked, nominated, second], '2026-02-05'],
      [[submitted, applied, second, talked, nominated], '2026-02-05'],
      [[submitted, applied, second, third, talked, nominated], '2026-02-07'],
    ] as const) {
      expect(code('talked', talkedOn(first), acts)).toBe('granted')
      expect(code('talked', talkedOn(addDays(localDate(first), -1)), acts)).toBe('day-before-step')
      expect(code('nominated', TAKE_BACK, acts)).toBe('granted')
      const claim: ActClaim = { act: 'nominated', on: talked.on, way: 'review', members: 3 }
      expect(code('nominated', replace(claim), acts)).toBe('granted')
    }
  })

  test('what was taken back is no act any more', () => {
    const back = voidOf(talked)
    const acts = [submitted, applied, talked, back]
    expect(code(talked, talkedOn('2026-02-11'), acts)).toBe('entry-already-corrected')
    expect(code(talked, TAKE_BACK, acts)).toBe('entry-already-corrected')
    expect(code(back, talkedOn('2026-02-11'), acts)).toBe('entry-already-corrected')
    expect(code(applied, TAKE_BACK, acts)).toBe('granted')
  })

  test('an act that isn’t there is none', () => {
    expect(code(talked, talkedOn('2026-02-11'), [submitted, applied])).toBe('entry-already-corrected')
  })
})

describe('taking back', () => {
  const all = actsUpTo('training')

  test('the newest only: the others rest on it', () => {
    expect(all.map(({ id }) => [id, code(id as Act, TAKE_BACK, all)])).toEqual([
      ['submitted', 'step-not-correctable'],
      ['applied', 'act-not-last'],
      ['talked', 'act-not-last'],
      ['nominated', 'step-not-correctable'],
      ['activist', 'act-not-last'],
      ['mentored', 'granted'],
    ])
    for (const state of ['applied', 'talked', 'nominated', 'activist'] as const) {
      const acts = actsUpTo(state)
      expect(code(state, TAKE_BACK, acts)).toBe('granted')
    }
  })

  test('one after the other, down to what the applicant did', () => {
    const acts = [...all]
    for (const id of ['mentored', 'activist', 'nominated', 'talked', 'applied'] as const) {
      expect(code(id, TAKE_BACK, acts)).toBe('granted')
      const row = acts.find((one) => one.id === id)
      if (row) acts.push(voidOf(row))
    }
    expect(code('submitted', TAKE_BACK, acts)).toBe('step-not-correctable')
  })
})

describe('what is nobody’s to correct', () => {
  test('what the applicant did in the app', () => {
    const acts = [...actsUpTo('applied'), act('withdrawn', '2026-02-12')]
    for (const id of ['submitted', 'withdrawn'] as const) {
      expect(code(id, TAKE_BACK, acts)).toBe('step-not-correctable')
      expect(code(id, replace({ act: id, on: today }), acts)).toBe('step-not-correctable')
    }
  })

  test('a closed application, also after another has begun', () => {
    const closed = [...actsUpTo('talked'), act('withdrawn', '2026-02-12')]
    const again = [
      ...closed,
      act('submitted', '2026-03-01', { id: 'submitted2' }),
      act('applied', '2026-03-02', { id: 'applied2' }),
    ]
    for (const acts of [closed, again]) {
      expect(code('talked', talkedOn('2026-02-11'), acts)).toBe('step-not-correctable')
      expect(code('talked', TAKE_BACK, acts)).toBe('step-not-correctable')
      expect(code('applied', TAKE_BACK, acts)).toBe('step-not-correctable')
    }
    const open = again.find(({ id }) => id === 'applied2')
    if (!open) throw new Error('the open one is expected')
    expect(code(open, TAKE_BACK, again)).toBe('granted')
    expect(code(open, replace({ act: 'applied', on: localDate('2026-03-03'), birthDate }), again)).toBe('granted')
  })

  test('somebody of whom the branch hasn’t said that they belong to it', () => {
    for (const affiliation of ['none', 'claimed'] as const) {
      expect(code('talked', talkedOn('2026-02-11'), actsUpTo('talked'), { affiliation })).toBe(
        'affiliation-not-confirmed',
      )
      expect(code('talked', TAKE_BACK, actsUpTo('talked'), { affiliation })).toBe('affiliation-not-confirmed')
      const acts = [onPaper('2026-03-01')]
      const later = replace({ act: 'activist', on: localDate('2026-03-02') })
      expect(code('activist', later, acts, { affiliation })).toBe('affiliation-not-confirmed')
    }
  })
})

describe('an activist recorded from paper (补录)', () => {
  const activist = (on: string): ActCorrection => replace({ act: 'activist', on: localDate(on) })

  test('needs no steps before it, when it is corrected either', () => {
    for (const before of [[], actsUpTo('submitted'), actsUpTo('applied'), actsUpTo('nominated')]) {
      const acts = [...before, onPaper('2026-03-01')]
      expect(code('activist', activist('2026-04-01'), acts)).toBe('granted')
      expect(code('activist', TAKE_BACK, acts)).toBe('granted')
    }
  })

  test('but doesn’t reach behind those that the app saw: the months would be over at once', () => {
    const withdrawn = [...actsUpTo('applied'), act('withdrawn', '2026-02-12')]
    const returned = [...actsUpTo('nominated'), act('returned', '2026-02-25')]
    for (const [before, bar, step] of [
      [actsUpTo('applied'), '2026-02-03', 'applied'],
      [actsUpTo('talked'), '2026-02-10', 'talked'],
      [actsUpTo('nominated'), '2026-02-20', 'nominated'],
      [returned, '2026-02-25', 'returned'],
      [withdrawn, '2026-02-12', 'withdrawn'],
      [[...withdrawn, act('submitted', '2026-02-14', { id: 'again' })], '2026-02-12', 'withdrawn'],
    ] as const) {
      const acts = [...before, onPaper('2026-03-01')]
      expect(code('activist', activist(bar), acts)).toBe('granted')
      expect(decide('activist', activist(addDays(localDate(bar), -1)), acts)).toEqual({
        ok: false,
        refusal: { code: 'day-before-step', facts: { earliest: bar, step } },
      })
    }
    // the tap alone is no step of the League's: the paper may have come long before it
    for (const before of [[], actsUpTo('submitted')]) {
      expect(code('activist', activist('2025-01-10'), [...before, onPaper('2026-03-01')])).toBe('granted')
    }
  })

  test('but not of tomorrow, nor before the 14th birthday', () => {
    const acts = [onPaper('2026-03-01')]
    expect(code('activist', activist('2026-06-01'), acts)).toBe('granted')
    expect(code('activist', activist('2026-06-02'), acts)).toBe('day-in-future')
    expect(code('activist', activist('2023-05-20'), acts)).toBe('granted')
    expect(decide('activist', activist('2023-05-19'), acts)).toEqual({
      ok: false,
      refusal: { code: 'day-too-early', facts: { earliest: '2023-05-20' } },
    })
    expect(code('activist', activist('2023-05-20'), acts, {}, moxian)).toBe('day-too-early')
    expect(code('activist', activist('2000-01-01'), acts, { birthDate: null })).toBe('granted')
  })

  test('not after the mentors were named', () => {
    const acts = [onPaper('2026-03-01'), act('mentored', '2026-03-05')]
    expect(code('activist', activist('2026-03-05'), acts)).toBe('granted')
    expect(code('activist', activist('2026-03-06'), acts)).toBe('day-after-step')
    expect(code('activist', TAKE_BACK, acts)).toBe('act-not-last')
    expect(code('mentored', replace({ act: 'mentored', on: localDate('2026-02-28'), mentors: ['甲'] }), acts)).toBe(
      'day-before-step',
    )
  })

  test('bounds the steps that the app saw before it, as any step does', () => {
    const acts = [...actsUpTo('talked'), onPaper('2026-03-01')]
    expect(code('talked', talkedOn('2026-03-01'), acts)).toBe('granted')
    expect(code('talked', talkedOn('2026-03-02'), acts)).toBe('day-after-step')
    expect(code('talked', talkedOn('2026-02-02'), acts)).toBe('day-before-step')
    expect(code('talked', TAKE_BACK, acts)).toBe('act-not-last')
  })
})
