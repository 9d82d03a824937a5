import type { Instant, LocalDate } from '#domain/time'
import { hoursOfMinutes, hoursWords, minutesWords, missingHoursOfMinutes } from '../../../src/text/amounts'
import { ageWords, clockWords, dayWords, dueWords, momentWords, nthDay, timeWords } from '../../../src/text/dates'
import { organisationName, placeName } from '../../../src/text/names'
import { daysWords } from '../../../src/text/privacy'
import { actProblemWords, problemWords } from '../../../src/text/problems'
import { refusalWords } from '../../../src/text/refusals'
import { isOverdue, turnPill, turnSentence } from '../../../src/text/turns'

const today = '2026-11-24' as LocalDate
/** 2026-11-24 14:32 at +08:00. */
const now = Date.UTC(2026, 10, 24, 6, 32) as Instant
const ago = (minutes: number) => (now - minutes * 60_000) as Instant

it.each([
  [60, '6 学时'],
  [65, '6.5 学时'],
  [0, '0 学时'],
  [1, '0.1 学时'],
])('%i tenths are %s', (tenths, words) => {
  expect(hoursWords(tenths)).toBe(words)
})

it.each([
  [360, '6 小时'],
  [90, '1 小时 30 分钟'],
  [45, '45 分钟'],
  [0, '0 分钟'],
])('%i minutes are %s', (minutes, words) => {
  expect(minutesWords(minutes)).toBe(words)
})

it.each([
  ['2026-11-21', '11月21日'],
  ['2026-01-05', '1月5日'],
  ['2025-11-21', '2025年11月21日'],
  ['2027-01-01', '2027年1月1日'],
])('the day %s is %s', (day, words) => {
  expect(dayWords(day, today)).toBe(words)
})

it.each([
  ['2026-11-24', '第 1 天'],
  ['2026-11-23', '第 2 天'],
  ['2025-11-24', '第 366 天'],
  // a phone behind the server
  ['2026-11-25', '第 1 天'],
])('waiting since %s it is %s', (since, words) => {
  expect(nthDay(since, today)).toBe(words)
})

it.each([
  [0, '刚刚更新'],
  [0.9, '刚刚更新'],
  [1, '1 分钟前更新'],
  [59.9, '59 分钟前更新'],
  [60, '今天 13:32更新'],
  [15 * 60, '11月23日 23:32更新'],
  // a phone behind the server
  [-5, '刚刚更新'],
])('what is %d minutes old says %s', (minutes, words) => {
  expect(ageWords(ago(minutes), now)).toBe(words)
})

it('tells the time at +08:00, whatever the machine’s zone', () => {
  expect(timeWords(Date.UTC(2026, 10, 23, 16, 0) as Instant)).toBe('00:00')
  expect(timeWords(Date.UTC(2026, 10, 23, 15, 59) as Instant)).toBe('23:59')
  expect(momentWords(Date.UTC(2025, 10, 23, 16, 0) as Instant, now)).toBe('2025年11月24日 00:00')
})

it('says of a placeholder that it is one', () => {
  expect(organisationName({ name: '示例社区团支部', placeholder: true })).toBe('示例社区团支部（示例）')
  expect(placeName({ name: '金河镇团委', placeholder: false })).toBe('金河镇')
  expect(placeName({ name: '大学东路街道团工委', placeholder: true })).toBe('大学东路街道（示例）')
})

it.each([
  [7, '7 天'],
  [30, '30 天'],
  [365, '1 年'],
  [1095, '3 年'],
  [400, '400 天'],
])('%i days are %s', (days, words) => {
  expect(daysWords(days)).toBe(words)
})

it.each([
  [1200, '20', '0'],
  [1199, '19.9', '0.1'],
  [845, '14', '6'],
  [0, '0', '20'],
])('%i of 1200 minutes are %s hours, and %s are missing', (minutes, have, missing) => {
  expect([hoursOfMinutes(minutes), missingHoursOfMinutes(1200 - minutes)]).toEqual([have, missing])
})

it.each([
  ['2026-11-25', '还剩 1 天'],
  ['2026-11-24', '今天是最后一天'],
  ['2026-11-23', '已超过 1 天'],
])('due on %s is %s', (due, words) => {
  expect(dueWords(due, today)).toBe(words)
  expect(clockWords({ since: '2026-11-23', due }, today)).toBe(`第 2 天，${words}`)
  expect(clockWords({ since: null, due: null }, today)).toBe('')
})

describe('whose turn it is', () => {
  const talk = {
    who: 'branch-secretary',
    act: 'talk',
    since: '2026-11-23',
    due: '2026-12-23',
    rule: 'talk.within',
  } as const

  it('is told to who waits and to who has to act', () => {
    expect(turnSentence(talk, today, 'applicant')).toBe('等团支书安排谈话，第 2 天，还剩 29 天（最晚 12月23日）。')
    expect(turnSentence(talk, today, 'branch-secretary')).toBe(
      '轮到你：安排谈话，第 2 天，还剩 29 天（最晚 12月23日）。',
    )
    expect(turnPill(talk, today, 'committee-officer')).toEqual({ tone: 'waiting', text: '等团支书，第 2 天' })
  })

  it('is nobody’s delay where it is time’s', () => {
    const wait = { who: 'time', act: 'wait', since: '2026-09-16', due: '2026-12-16', rule: 'training.months' } as const
    expect(turnSentence(wait, today, 'applicant')).toBe('只等时间：最早 12月16日培养考察满期。')
    expect(isOverdue({ who: 'time', due: '2026-11-01' }, today)).toBe(false)
    expect(isOverdue({ who: 'branch-secretary', due: '2026-11-23' }, today)).toBe(true)
    expect(isOverdue({ who: 'branch-secretary', due: '2026-11-24' }, today)).toBe(false)
  })

  it('is nobody’s once somebody is too old', () => {
    const over = { who: null, act: 'over-age', since: null, due: null, rule: null } as const
    expect(turnPill(over, today, 'applicant')).toBeNull()
    expect(turnSentence(over, today, 'applicant')).toBe('已过申请年龄。')
  })
})

it('words a refusal with its facts', () => {
  expect(refusalWords({ code: 'out-of-order', facts: { act: 'talked', state: 'submitted' } })).toContain('等书面申请书')
  const step = { earliest: '2026-09-03' as LocalDate, step: 'applied' } as const
  expect(refusalWords({ code: 'day-before-step', facts: step })).toContain('收到书面申请书的那天（2026年9月3日）')
  expect(refusalWords({ code: 'minutes-out-of-range', facts: { minimum: 1, maximum: 480 } })).toContain('8 小时')
})

describe('a problem', () => {
  const HTTP = [
    'no-session',
    'not-found',
    'request-id-reused',
    'lost-race',
    'wechat-code-refused',
    'wechat-unavailable',
    'wechat-account-blocked',
    'too-large',
    'unavailable',
    'district-unknown',
    'district-mismatch',
    'district-missing',
    'invalid-input',
    'internal',
    'too-many',
  ]
  const general = problemWords({ code: 'from-the-future', facts: {} })

  it.each(HTTP)('%s has a sentence of its own, without its code', (code) => {
    const words = problemWords({ code, facts: {} })
    expect(words).not.toBe(general)
    expect(words).not.toContain(code)
    expect(words).toMatch(/。$/)
  })

  it.each([
    [{ code: 'under-age', facts: { minimum: 14 } }, '14 周岁'],
    [{ code: 'amount-out-of-range', facts: { minimum: 1, maximum: 80 } }, '0.1 到 8'],
    [{ code: 'already-activist', facts: { since: '2026-09-25' } }, '2026年9月25日'],
    [{ code: 'day-in-future', facts: { today: '2026-11-24' } }, '2026年11月24日'],
    [{ code: 'too-many', facts: { retryAfter: 61 } }, '2 分钟后'],
  ])('%j speaks of its facts', (problem, part) => {
    expect(problemWords(problem)).toContain(part)
  })

  it('isn’t fooled by a code that is a word of JavaScript', () => {
    expect(problemWords({ code: 'constructor', facts: {} })).toBe(general)
    expect(problemWords({ code: '__proto__', facts: {} })).toBe(general)
  })

  it('of an act says that tapping again is safe, but only when nothing was answered', () => {
    expect(actProblemWords({ timedOut: true })).toContain('不会重复')
    expect(actProblemWords({ timedOut: false })).toContain('填写的内容还在')
    expect(actProblemWords({ code: 'own-row', facts: {} })).not.toContain('不会重复')
  })
})
