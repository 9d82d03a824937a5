import type { PathEntry } from '#contract/path'
import type { LocalDate } from '#domain/time'
import { checkActivist, startOfActivist } from '../../../../src/features/people/activist-draft'
import {
  checkRecord,
  parseTenths,
  startOfRecord,
  strikeOf,
  withoutReason,
} from '../../../../src/features/people/record-draft'
import { policyOf, withValues } from '../../../domain/packs'

const policy = policyOf('saihan')
const today = '2026-11-24' as LocalDate

describe('an amount', () => {
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
})

describe('a record', () => {
  const good = { ...startOfRecord(undefined, today), content: ' 第一课 ', witness: '团支书·丙' }

  it('starts with two 学时, in person, today', () => {
    expect(startOfRecord(undefined, today)).toMatchObject({ on: today, amount: '2', mode: 'in-person' })
  })

  it('is ready without a reason, unless it corrects', () => {
    const checked = checkRecord(good, false, policy, today)
    expect(checked.kind === 'ready' && withoutReason(checked.body)).toEqual({
      on: today,
      tenths: 20,
      mode: 'in-person',
      content: '第一课',
      witness: '团支书·丙',
    })
    expect(checkRecord(good, true, policy, today)).toEqual({ kind: 'errors', errors: { reason: '请写下更正的原因。' } })
  })

  it.each([
    [{ amount: '8' }, null],
    [{ amount: '8.1' }, 'amount'],
    [{ amount: '0' }, 'amount'],
    [{ amount: 'x' }, 'amount'],
    [{ on: '2026-11-25' }, 'on'],
    [{ on: '' }, 'on'],
    [{ content: ' ' }, 'content'],
    [{ witness: '' }, 'witness'],
  ])('%j: %s', (part, field) => {
    const checked = checkRecord({ ...good, ...part }, false, policy, today)
    expect(checked.kind === 'errors' ? Object.keys(checked.errors) : null).toEqual(field === null ? null : [field])
  })

  it('takes the most of one record from the pack', () => {
    const less = withValues(policy, { 'class-hours.entry-max': 20 })
    expect(checkRecord({ ...good, amount: '2.1' }, false, less, today).kind).toBe('errors')
  })

  const entry: PathEntry = {
    id: 'e1',
    amount: 15,
    on: '2026-11-08',
    origin: 'recorded',
    mode: 'online',
    since: '2026-11-08',
    corrects: null,
    correctedBy: null,
    fate: 'counted',
    reason: null,
    texts: { content: '第一课', witness: '团支书·丙', reason: '旧的原因' },
  }

  it('that corrects starts from what stands, without its reason', () => {
    expect(startOfRecord(entry, today)).toEqual({
      on: '2026-11-08',
      amount: '1.5',
      mode: 'online',
      content: '第一课',
      witness: '团支书·丙',
      reason: '',
    })
  })

  it('that strikes leaves everything but the amount', () => {
    expect(strikeOf(entry, ' 记错了人 ')).toEqual({
      on: '2026-11-08',
      tenths: 0,
      mode: 'online',
      content: '第一课',
      witness: '团支书·丙',
      reason: '记错了人',
    })
  })

  it('can strike an entry whose words were erased', () => {
    const body = strikeOf({ ...entry, texts: null }, '记错了人')
    expect([body.content, body.witness].every((words) => words.length > 0)).toBe(true)
  })
})

describe('the fact activist', () => {
  const good = { on: '2026-09-25', way: 'nomination', approvedBy: ' 校团委会议 ', paperSeen: 'yes' }

  it('needs the day, the way, who approved, and the paper', () => {
    expect(checkActivist(good, policy, today)).toEqual({
      kind: 'ready',
      body: { on: '2026-09-25', way: 'nomination', approvedBy: '校团委会议', paperSeen: true },
    })
    const checked = checkActivist(startOfActivist(today), policy, today)
    expect(checked.kind === 'errors' && Object.keys(checked.errors).sort()).toEqual(['approvedBy', 'paperSeen', 'way'])
  })

  it.each([
    [{ paperSeen: 'no' }, 'paperSeen'],
    [{ on: '2026-11-25' }, 'on'],
    [{ way: 'lottery' }, 'way'],
    [{ approvedBy: ' ' }, 'approvedBy'],
  ])('%j is told at %s', (part, field) => {
    const checked = checkActivist({ ...good, ...part }, policy, today)
    expect(checked.kind === 'errors' && Object.keys(checked.errors)).toEqual([field])
  })

  it('offers the ways of the pack only', () => {
    const two = withValues(policy, { 'admission.ways': ['points'] })
    expect(checkActivist(good, two, today).kind).toBe('errors')
  })
})
