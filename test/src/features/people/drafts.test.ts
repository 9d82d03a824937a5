import type { ApplicationAct } from '#domain/application/acts'
import type { GradeEntry } from '#domain/civics/grades'
import type { LedgerEntry } from '#domain/hours/ledger'
import type { PathFacts } from '#domain/path/facts'
import { localDate, type LocalDate } from '#domain/time'
import { checkActivist, startOfActivist } from '../../../../src/features/people/activist-draft'
import { classResult } from '../../../../src/features/people/class-result'
import { fieldOf, type Checked, type Context } from '../../../../src/features/people/draft'
import { checkGrade, startOfGrade, strikeOfGrade } from '../../../../src/features/people/grade-draft'
import { parseMinutes, parseTenths, parseWhole } from '../../../../src/text/numbers'
import {
  checkClassOfMany,
  checkRecord,
  startOfRecord,
  strikeOf,
  withoutReason,
} from '../../../../src/features/people/record-draft'
import { checkService, startOfService, strikeOfService } from '../../../../src/features/people/service-draft'
import { actsUpTo } from '../../../domain/acts'
import { policyOf, withValues } from '../../../domain/packs'

const policy = policyOf('saihan')
const today = '2026-11-24' as LocalDate
const facts: PathFacts = {
  birthDate: localDate('2010-05-05'),
  occupation: 'pupil',
  affiliation: { state: 'confirmed', since: localDate('2026-01-01') },
  acts: actsUpTo('training'),
  entries: [],
  grades: [],
}
const context = (part: Partial<Context> = {}): Context => ({ facts, texts: {}, policy, today, ...part })

/** The fields that something is wrong with; null when the body is ready. */
function wrong<F extends string>(checked: Checked<F, unknown>): readonly string[] | null {
  return checked.kind === 'errors' ? Object.keys(checked.errors).sort() : null
}

describe('a number', () => {
  it.each([
    ['2', 20],
    ['1.5', 15],
    ['0.1', 1],
    [' 2 ', 20],
    ['１．５', 15],
    ['2。5', 25],
    ['0', 0],
    ['', null],
    ['1.55', null],
    ['-1', null],
    ['两', null],
    ['1e2', null],
    ['.5', null],
    ['1000', null],
  ])('%j is %j tenths', (typed, tenths) => {
    expect(parseTenths(typed)).toBe(tenths)
  })

  it.each([
    ['2.5', 'hour', 150],
    ['2', 'hour', 120],
    ['0.25', 'hour', 15],
    ['2.55', 'hour', 153],
    ['1.15', 'hour', 69],
    ['0', 'hour', 0],
    ['1.33', 'hour', null],
    ['2.525', 'hour', null],
    ['150', 'minute', 150],
    ['１５０', 'minute', 150],
    ['150.5', 'minute', null],
    ['', 'hour', null],
    ['两', 'hour', null],
    ['-2', 'hour', null],
  ] as const)('%j %s is %j minutes', (typed, unit, minutes) => {
    expect(parseMinutes(typed, unit)).toBe(minutes)
  })

  it.each([
    ['28', 28],
    [' ２８ ', 28],
    ['0', 0],
    ['10000', null],
    ['2.5', null],
    ['', null],
  ])('%j is %j people', (typed, count) => {
    expect(parseWhole(typed)).toBe(count)
  })
})

describe('a refusal', () => {
  it('speaks of the field that the form has', () => {
    expect(fieldOf('day-before-step', { on: '', by: '' })).toBe('on')
    expect(fieldOf('day-before-step', { by: '' })).toBeNull()
    expect(fieldOf('out-of-order', { on: '' })).toBeNull()
    expect(fieldOf('toString', { on: '' })).toBeNull()
  })
})

const entry: LedgerEntry = {
  id: 'e1',
  requirement: 'class-hours',
  amount: 15,
  on: localDate('2026-11-08'),
  origin: 'recorded',
  mode: 'online',
  since: localDate('2026-11-08'),
  acceptedOn: localDate('2026-11-08'),
  corrects: null,
}
const texts = { e1: { content: '第一课', witness: '团支书·丙', reason: '旧的原因' } }

describe('class hours', () => {
  const fresh = { ...context(), entry: null }
  const good = { ...startOfRecord(fresh), content: ' 第一课 ', witness: '团支书·丙' }

  it('start with two 学时, in person, today', () => {
    expect(startOfRecord(fresh)).toMatchObject({ on: today, amount: '2', mode: 'in-person' })
  })

  it('are ready without a reason, unless they correct', () => {
    const checked = checkRecord(good, fresh)
    expect(checked.kind === 'ready' && withoutReason(checked.body)).toEqual({
      on: today,
      tenths: 20,
      mode: 'in-person',
      content: '第一课',
      witness: '团支书·丙',
    })
    const correcting = { ...context({ facts: { ...facts, entries: [entry] }, texts }), entry }
    expect(checkRecord(good, correcting)).toEqual({ kind: 'errors', errors: { reason: '请写下更正的原因。' } })
  })

  it.each([
    [{ amount: '8' }, null],
    [{ amount: '8.1' }, ['amount']],
    [{ amount: '0' }, ['amount']],
    [{ amount: 'x' }, ['amount']],
    [{ on: '2026-11-24' }, null],
    [{ on: '2026-11-25' }, ['on']],
    [{ on: '' }, ['on']],
    [{ on: '2024-05-01' }, null],
    [{ on: '2024-04-30' }, ['on']],
    [{ content: ' ' }, ['content']],
    [{ witness: '' }, ['witness']],
    [{ content: '', amount: '9' }, ['amount', 'content']],
  ])('%j: %j', (part, fields) => {
    expect(wrong(checkRecord({ ...good, ...part }, fresh))).toEqual(fields)
  })

  it('fill a day up to what the pack lets it hold', () => {
    const there = { ...entry, amount: 60, on: today }
    const full = { ...context({ facts: { ...facts, entries: [there] } }), entry: null }
    expect(wrong(checkRecord({ ...good, amount: '2' }, full))).toBeNull()
    expect(wrong(checkRecord({ ...good, amount: '2.1' }, full))).toEqual(['amount'])
  })

  it('take the most of one record from the pack', () => {
    const less = { ...context({ policy: withValues(policy, { 'class-hours.entry-max': 20 }) }), entry: null }
    expect(wrong(checkRecord({ ...good, amount: '2.1' }, less))).toEqual(['amount'])
  })

  it('wait for the branch', () => {
    const claimed: PathFacts = { ...facts, affiliation: { state: 'claimed', since: localDate('2026-01-01') } }
    expect(checkRecord(good, { ...context({ facts: claimed }), entry: null }).kind).toBe('errors')
  })

  describe('corrected', () => {
    const correcting = { ...context({ facts: { ...facts, entries: [entry] }, texts }), entry }

    it('start from what stands, without its reason', () => {
      expect(startOfRecord(correcting)).toEqual({
        on: '2026-11-08',
        amount: '1.5',
        mode: 'online',
        content: '第一课',
        witness: '团支书·丙',
        reason: '',
      })
    })

    it.each([
      ['nothing', {}, ['reason']],
      ['the amount', { amount: '1' }, null],
      ['the words', { content: '第二课' }, null],
      ['how', { mode: 'in-person' }, null],
      ['to nothing, which a button of its own does', { amount: '0' }, ['amount']],
    ])('change %s', (_, part, fields) => {
      const draft = { ...startOfRecord(correcting), reason: '记错了', ...part }
      expect(wrong(checkRecord(draft, correcting))).toEqual(fields)
    })

    it('once', () => {
      const twice: PathFacts = { ...facts, entries: [entry, { ...entry, id: 'e2', amount: 10, corrects: 'e1' }] }
      const draft = { ...startOfRecord(correcting), amount: '1', reason: '记错了' }
      expect(checkRecord(draft, { ...correcting, facts: twice }).kind).toBe('errors')
    })

    it('are struck with everything but the amount', () => {
      expect(strikeOf(entry, { texts }, ' 记错了人 ')).toEqual({
        on: '2026-11-08',
        tenths: 0,
        mode: 'online',
        content: '第一课',
        witness: '团支书·丙',
        reason: '记错了人',
      })
    })

    it('are struck also when their words were erased', () => {
      const body = strikeOf(entry, { texts: {} }, '记错了人')
      expect([body.content, body.witness].every((words) => words.length > 0)).toBe(true)
    })
  })

  it('of many ask what holds for everybody, and carry no reason', () => {
    const checked = checkClassOfMany(good, { policy, today })
    expect(checked.kind === 'ready' && checked.body).toEqual({
      on: today,
      tenths: 20,
      mode: 'in-person',
      content: '第一课',
      witness: '团支书·丙',
    })
    expect(wrong(checkClassOfMany({ ...good, on: '2026-11-25' }, { policy, today }))).toEqual(['on'])
    // Nobody's birth date is asked about: the server answers for each.
    expect(wrong(checkClassOfMany({ ...good, on: '2012-01-01' }, { policy, today }))).toBeNull()
  })

  it('of many say by name who was recorded, and who wasn’t and why', () => {
    const people = [
      { person: 'a', name: '申请人·甲' },
      { person: 'b', name: '申请人·乙' },
    ]
    const reply = {
      recorded: [{ person: 'a', id: 'x' }],
      refused: [
        { person: 'b', code: 'day-full' },
        { person: 'c', code: 'something-new' },
      ],
    }
    const { recorded, refused } = classResult(reply, people)
    expect(recorded).toEqual(['申请人·甲'])
    expect(refused.map(({ name }) => name)).toEqual(['申请人·乙', '资料已删除'])
    for (const { why } of refused) expect(why).not.toMatch(/undefined|NaN/)
  })
})

describe('volunteer hours', () => {
  const fresh = { ...context(), entry: null }
  const good = { ...startOfService(fresh), amount: '2.5', content: '图书整理', witness: '社区' }

  it('cross the wire as whole minutes', () => {
    const checked = checkService(good, fresh)
    expect(checked.kind === 'ready' && checked.body).toMatchObject({ minutes: 150, content: '图书整理' })
    const minutes = checkService({ ...good, amount: '150', unit: 'minute' }, fresh)
    expect(minutes.kind === 'ready' && minutes.body.minutes).toBe(150)
  })

  it.each([
    [{ amount: '' }, ['amount']],
    [{ amount: '0' }, ['amount']],
    [{ amount: '1.33' }, ['amount']],
    [{ amount: '24', unit: 'hour' }, ['amount']],
    [{ amount: '1', unit: 'minute' }, null],
    [{ on: '2026-11-25' }, ['on']],
    [{ content: '' }, ['content']],
    [{ witness: ' ' }, ['witness']],
  ])('%j: %j', (part, fields) => {
    const small = { ...fresh, policy: withValues(policy, { 'volunteer-hours.entry-max': 600 }) }
    expect(wrong(checkService({ ...good, ...part }, small))).toEqual(fields)
  })

  it.each([
    [150, '2.5', 'hour'],
    [120, '2', 'hour'],
    [100, '100', 'minute'],
  ])('of %d minutes are corrected from %s %s', (amount, typed, unit) => {
    const wrongEntry: LedgerEntry = { ...entry, requirement: 'volunteer-hours', amount, mode: 'in-person' }
    const start = startOfService({ ...context({ texts }), entry: wrongEntry })
    expect(start).toMatchObject({ amount: typed, unit, content: '第一课' })
    expect(strikeOfService(wrongEntry, { texts }, '错了')).toMatchObject({ minutes: 0, reason: '错了' })
  })

  it('of a correction must change something', () => {
    const wrongEntry: LedgerEntry = { ...entry, requirement: 'volunteer-hours', amount: 100, mode: 'in-person' }
    const correcting = { ...context({ facts: { ...facts, entries: [wrongEntry] }, texts }), entry: wrongEntry }
    const same = { ...startOfService(correcting), reason: '错了' }
    expect(wrong(checkService(same, correcting))).toEqual(['reason'])
    expect(wrong(checkService({ ...same, amount: '99' }, correcting))).toBeNull()
  })
})

describe('a grade', () => {
  const fresh = { ...context(), entry: null }
  const good = { ...startOfGrade(fresh), grade: '良', term: ' 高二上学期 ' }

  it('is ready with its term', () => {
    const checked = checkGrade(good, fresh)
    expect(checked.kind === 'ready' && checked.body).toEqual({
      on: today,
      grade: '良',
      term: '高二上学期',
      reason: '',
    })
  })

  it.each([
    [{ grade: '' }, ['grade']],
    [{ grade: '特优' }, ['grade']],
    [{ term: '' }, ['term']],
    [{ on: '2026-11-25' }, ['on']],
  ])('%j: %j', (part, fields) => {
    expect(wrong(checkGrade({ ...good, ...part }, fresh))).toEqual(fields)
  })

  it('is asked of nobody who has no such course', () => {
    const employed = { ...context({ facts: { ...facts, occupation: 'employed' } }), entry: null }
    expect(checkGrade(good, employed)).toEqual({
      kind: 'errors',
      errors: { grade: '这个人没有思政课，不用登记。' },
    })
  })

  it('is corrected with a reason, once it changes something, and struck', () => {
    const wrongGrade: GradeEntry = { id: 'g', grade: '中', on: today, since: today, corrects: null }
    const correcting = {
      ...context({ facts: { ...facts, grades: [wrongGrade] }, texts: { g: { term: '高二上学期' } } }),
      entry: wrongGrade,
    }
    const start = startOfGrade(correcting)
    expect(start).toEqual({ on: today, grade: '中', term: '高二上学期', reason: '' })
    expect(wrong(checkGrade({ ...start, grade: '良' }, correcting))).toEqual(['reason'])
    expect(wrong(checkGrade({ ...start, reason: '抄错了' }, correcting))).toEqual(['reason'])
    expect(wrong(checkGrade({ ...start, grade: '良', reason: '抄错了' }, correcting))).toBeNull()
    expect(strikeOfGrade(wrongGrade, correcting, ' 不是这个人 ')).toEqual({
      on: today,
      grade: null,
      term: '高二上学期',
      reason: '不是这个人',
    })
  })
})

describe('an activist on paper', () => {
  const nobody: readonly ApplicationAct[] = []
  const paper = context({ facts: { ...facts, acts: nobody } })
  const good = { on: '2026-09-25', way: 'nomination', approvedBy: ' 校团委会议 ', paperSeen: 'yes' }

  it('needs the day, the way, who approved, and the paper', () => {
    expect(checkActivist(good, paper)).toEqual({
      kind: 'ready',
      body: { on: '2026-09-25', way: 'nomination', approvedBy: '校团委会议', paperSeen: true },
    })
    expect(wrong(checkActivist(startOfActivist(today), paper))).toEqual(['approvedBy', 'paperSeen', 'way'])
  })

  it.each([
    [{ paperSeen: 'no' }, ['paperSeen']],
    [{ on: '2026-11-25' }, ['on']],
    [{ on: '2024-05-05' }, null],
    [{ on: '2024-05-04' }, ['on']],
    [{ way: 'lottery' }, ['way']],
    [{ approvedBy: ' ' }, ['approvedBy']],
  ])('%j: %j', (part, fields) => {
    expect(wrong(checkActivist({ ...good, ...part }, paper))).toEqual(fields)
  })

  it('is offered by the ways of the pack only', () => {
    const two = withValues(policy, { 'admission.ways': ['points'] })
    expect(wrong(checkActivist(good, { ...paper, policy: two }))).toEqual(['way'])
  })

  it('is none where there is one already', () => {
    expect(checkActivist(good, context()).kind).toBe('errors')
  })
})
