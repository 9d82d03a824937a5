import type { ApplicationAct } from '#domain/application/acts'
import type { PathFacts } from '#domain/path/facts'
import { localDate, type LocalDate } from '#domain/time'
import { answerDraft } from '../../../../src/features/people/answer-draft'
import type { Checked } from '../../../../src/features/people/draft'
import { mentorsDraft, mentorSlots } from '../../../../src/features/people/mentors-draft'
import { bodyOf, nominationDraft } from '../../../../src/features/people/nomination-draft'
import { otherBirthDate, paperDraft } from '../../../../src/features/people/paper-draft'
import {
  correctionLink,
  entryLink,
  mayCorrect,
  personActs,
  taskLink,
  viewerOf,
} from '../../../../src/features/people/person-acts'
import {
  isClosed,
  standingAct,
  voidRefusal,
  type StepBody,
  type StepContext,
} from '../../../../src/features/people/step-draft'
import { talkDraft } from '../../../../src/features/people/talk-draft'
import { decidingWords } from '../../../../src/text/league'
import { act, actsUpTo, onPaper } from '../../../domain/acts'
import { policyOf, withValues } from '../../../domain/packs'

const policy = policyOf('saihan')
const today = '2026-11-24' as LocalDate

/** A form about somebody with these acts; `corrects`: the act that it is about. */
function context(acts: readonly ApplicationAct[], corrects?: string, part: Partial<PathFacts> = {}): StepContext {
  const facts: PathFacts = {
    birthDate: localDate('2010-05-05'),
    occupation: 'pupil',
    affiliation: { state: 'confirmed', since: localDate('2026-01-01') },
    acts,
    entries: [],
    grades: [],
    ...part,
  }
  return { facts, texts: {}, policy, today, act: standingAct(facts, corrects) }
}

function wrong<F extends string>(checked: Checked<F, StepBody>): readonly string[] | null {
  return checked.kind === 'errors' ? Object.keys(checked.errors).sort() : null
}

describe('the paper', () => {
  const at = context(actsUpTo('submitted'))
  const good = { ...paperDraft.start(at), receivedBy: ' 团支书·丙 ', birthDate: '2010-05-05' }

  it('asks the birth date anew, and takes what the applicant said that they do', () => {
    expect(paperDraft.start(at)).toEqual({
      on: today,
      receivedBy: '',
      birthDate: '',
      occupation: 'pupil',
      reason: '',
    })
    expect(paperDraft.check(good, at)).toEqual({
      kind: 'ready',
      body: {
        step: {
          act: 'applied',
          on: today,
          receivedBy: '团支书·丙',
          birthDate: '2010-05-05',
          occupation: 'pupil',
        },
        reason: '',
      },
    })
  })

  it.each([
    ['the 14th birthday itself', { on: '2026-11-24', birthDate: '2012-11-24' }, null],
    ['a day before it', { on: '2026-11-24', birthDate: '2012-11-25' }, ['birthDate']],
    ['the last day of 28', { on: '2026-11-24', birthDate: '1997-11-25' }, null],
    ['29', { on: '2026-11-24', birthDate: '1997-11-24' }, ['birthDate']],
    ['tomorrow', { on: '2026-11-25' }, ['on']],
    ['nobody’s hand', { receivedBy: ' ' }, ['receivedBy']],
    ['no date', { birthDate: '' }, ['birthDate']],
    ['no word on what they do', { occupation: '' }, ['occupation']],
  ])('%s', (_, part, fields) => {
    expect(wrong(paperDraft.check({ ...good, ...part }, at))).toEqual(fields)
  })

  it('out of order says so', () => {
    expect(paperDraft.check(good, context(actsUpTo('applied'))).kind).toBe('errors')
  })

  it('with another birth date than the applicant gave asks again', () => {
    expect(otherBirthDate('2010-05-06', at)).toBe('2010-05-05')
    expect(otherBirthDate('2010-05-05', at)).toBeNull()
    expect(otherBirthDate('', at)).toBeNull()
    expect(otherBirthDate('2010-05-06', context([], undefined, { birthDate: null }))).toBeNull()
  })

  it('corrected needs a reason', () => {
    const correcting = { ...context(actsUpTo('applied'), 'applied'), texts: { applied: { receivedBy: '团支书·丙' } } }
    const start = paperDraft.start(correcting)
    expect(start).toMatchObject({ on: '2026-02-03', receivedBy: '团支书·丙', birthDate: '' })
    const typed = { ...start, birthDate: '2010-05-05', on: '2026-02-02' }
    expect(wrong(paperDraft.check(typed, correcting))).toEqual(['reason'])
    const checked = paperDraft.check({ ...typed, reason: ' 日期写错了 ' }, correcting)
    expect(checked.kind === 'ready' && checked.body.reason).toBe('日期写错了')
  })
})

describe('the talk', () => {
  const at = context(actsUpTo('applied'))
  const good = { ...talkDraft.start(at), by: '团支书·丙', content: '谈了动机' }

  it.each([
    ['on the day of the paper', { on: '2026-02-03' }, null],
    ['before it', { on: '2026-02-02' }, ['on']],
    ['tomorrow', { on: '2026-11-25' }, ['on']],
    ['by nobody about nothing', { by: '', content: ' ' }, ['by', 'content']],
  ])('%s', (_, part, fields) => {
    expect(wrong(talkDraft.check({ ...good, ...part }, at))).toEqual(fields)
  })
})

describe('a nomination', () => {
  const at = context(actsUpTo('talked'))
  const good = { ...nominationDraft.start(at), way: 'nomination', members: '28', minutes: '同意' }

  it.each([
    ['2', ['members']],
    ['3', null],
    ['6', null],
    ['', ['members']],
    ['三', ['members']],
  ])('of a branch of %j: %j', (members, fields) => {
    expect(wrong(nominationDraft.check({ ...good, members }, at))).toEqual(fields)
  })

  it.each([
    ['6', 'branch-meeting', '由支部大会讨论决定'],
    ['7', 'branch-committee', '由支委会讨论决定'],
    ['', null, '7 人及以上由支委会决定，7 人以下由支部大会决定'],
  ] as const)('of %j members is decided by %s', (members, body, words) => {
    expect(bodyOf(members, policy)).toBe(body)
    expect(decidingWords(bodyOf(members, policy), 7)).toBe(words)
  })

  it('needs a way of the pack and minutes', () => {
    expect(wrong(nominationDraft.check({ ...good, way: '', minutes: '' }, at))).toEqual(['minutes', 'way'])
    const two = { ...at, policy: withValues(policy, { 'admission.ways': ['points'] }) }
    expect(nominationDraft.check({ ...good, way: 'points' }, two).kind).toBe('ready')
  })
})

describe('mentors', () => {
  const at = context(actsUpTo('activist'))
  const good = { ...mentorsDraft.start(at), name0: ' 联系人·甲 ', membership0: 'party' }

  it('have as many places as the pack allows', () => {
    expect(mentorSlots(policy).map(({ needed }) => needed)).toEqual([true, false])
    const three = withValues(policy, { 'mentors.count': { minimum: 2, maximum: 3 } })
    expect(mentorSlots(three).map(({ needed }) => needed)).toEqual([true, true, false])
  })

  it('are sent without the empty places', () => {
    const checked = mentorsDraft.check(good, at)
    expect(checked.kind === 'ready' && checked.body.step).toEqual({
      act: 'mentored',
      on: today,
      mentors: [{ name: '联系人·甲', membership: 'party' }],
    })
  })

  it.each([
    ['nobody', { name0: '', membership0: '' }, ['name0']],
    ['no membership', { membership0: '' }, ['membership0']],
    ['a membership of nobody', { membership1: 'league' }, ['name1']],
    ['a second one without membership', { name1: '联系人·乙' }, ['membership1']],
    ['the same twice', { name1: '联系人·甲', membership1: 'league' }, ['name1']],
    ['two', { name1: '联系人·乙', membership1: 'league' }, null],
    ['before the approval', { on: '2026-02-28' }, ['on']],
  ])('%s', (_, part, fields) => {
    expect(wrong(mentorsDraft.check({ ...good, ...part }, at))).toEqual(fields)
  })

  it('corrected start from who stands there', () => {
    const correcting = {
      ...context(actsUpTo('training'), 'mentored'),
      texts: { mentored: { mentor1: '联系人·甲', membership1: 'league' } },
    }
    expect(mentorsDraft.start(correcting)).toMatchObject({ name0: '联系人·甲', membership0: 'league', name1: '' })
  })
})

describe('the committee’s answer', () => {
  const at = context(actsUpTo('nominated'))
  const start = answerDraft.start(at)

  it('is asked first which it is', () => {
    expect(wrong(answerDraft.check(start, at))).toEqual(['answer'])
  })

  it('approved says by whom; returned says why', () => {
    expect(wrong(answerDraft.check({ ...start, answer: 'approved' }, at))).toEqual(['approvedBy'])
    expect(wrong(answerDraft.check({ ...start, answer: 'returned' }, at))).toEqual(['why'])
    const approved = answerDraft.check({ ...start, answer: 'approved', approvedBy: '校团委' }, at)
    expect(approved.kind === 'ready' && approved.body.step).toEqual({
      act: 'activist',
      on: today,
      approvedBy: '校团委',
    })
    const returned = answerDraft.check({ ...start, answer: 'returned', why: '缺记录' }, at)
    expect(returned.kind === 'ready' && returned.body.step).toEqual({ act: 'returned', on: today, why: '缺记录' })
  })

  it('lies not before the nomination', () => {
    const early = { ...start, answer: 'approved', approvedBy: '校团委', on: '2026-02-19' }
    expect(wrong(answerDraft.check(early, at))).toEqual(['on'])
    expect(wrong(answerDraft.check({ ...early, on: '2026-02-20' }, at))).toBeNull()
  })

  it('of an activist on paper is corrected with its way, of another without', () => {
    const paper = { ...context([onPaper('2026-03-01')], 'activist'), texts: { activist: { approvedBy: '校团委' } } }
    const typed = { ...answerDraft.start(paper), way: 'points', reason: '写错了' }
    expect(typed).toMatchObject({ answer: 'approved', approvedBy: '校团委', way: 'points' })
    const checked = answerDraft.check(typed, paper)
    expect(checked.kind === 'ready' && checked.body.step).toMatchObject({ act: 'activist', way: 'points' })
    const usual = { ...context(actsUpTo('activist'), 'activist'), texts: { activist: { approvedBy: '校团委' } } }
    const other = answerDraft.check({ ...answerDraft.start(usual), reason: '写错了' }, usual)
    expect(other.kind === 'ready' && other.body.step).not.toHaveProperty('way')
  })
})

describe('taking back', () => {
  const acts = actsUpTo('training')
  it.each([
    ['mentored', null],
    ['talked', 'act-not-last'],
    ['submitted', 'step-not-correctable'],
  ] as const)('%s: %s', (id, code) => {
    const at = context(acts, id)
    expect(at.act && voidRefusal(at.act, at)?.code).toBe(code ?? undefined)
  })

  it('and rewording end for a nomination once it was answered', () => {
    const answered = context([...actsUpTo('nominated'), act('returned', '2026-03-01')], 'nominated')
    expect(answered.act && isClosed(answered.act, answered)).toBe(true)
    const waiting = context(actsUpTo('nominated'), 'nominated')
    expect(waiting.act && isClosed(waiting.act, waiting)).toBe(false)
  })
})

describe('what an office may do', () => {
  const secretary = [
    'talk',
    'record-class-hours',
    'record-volunteer-hours',
    'record-civics',
    'correct-branch-steps',
  ] as const
  const officer = ['answer-nomination', 'record-activist', 'correct-committee-steps'] as const

  it('has one main act: the step whose turn it is', () => {
    expect(personActs(secretary, { act: 'talk' })).toEqual({
      main: 'talk',
      others: ['record-class-hours', 'record-volunteer-hours', 'record-civics'],
    })
    expect(personActs(secretary, { act: 'record-civics' }).main).toBe('record-civics')
    expect(personActs(secretary, { act: 'collect' }).main).toBeNull()
    expect(personActs([], { act: 'talk' })).toEqual({ main: null, others: [] })
  })

  it('tells in which office one looks', () => {
    expect([viewerOf(secretary), viewerOf(officer), viewerOf([])]).toEqual([
      'branch-secretary',
      'committee-officer',
      'onlooker',
    ])
  })

  it('corrects what it recorded, and nothing of the others', () => {
    const kinds = [
      'submitted',
      'applied',
      'talked',
      'nominated',
      'mentored',
      'activist',
      'returned',
      'withdrawn',
    ] as const
    expect(kinds.filter((kind) => mayCorrect(kind, secretary))).toEqual(['applied', 'talked', 'nominated', 'mentored'])
    expect(kinds.filter((kind) => mayCorrect(kind, officer))).toEqual(['activist', 'returned'])
    expect(kinds.filter((kind) => correctionLink(kind, { person: 'p' }, 'x') === null)).toEqual([
      'submitted',
      'withdrawn',
    ])
    expect(entryLink('class-hours', officer)).toBeNull()
    expect(entryLink('civics', secretary)).not.toBeNull()
  })

  it('goes from a task to its own form, with the reason', () => {
    expect(taskLink('talk', { person: 'p' }).url).toBe('/packages/league/talk/index?person=p')
    expect(taskLink('answer-nomination', { person: 'p', reason: 'nomination' }).url).toBe(
      '/packages/league/answer/index?person=p&reason=nomination',
    )
    expect(taskLink('accept-hours', { person: 'p' }).url).toBe('/packages/league/person/index?person=p')
  })
})
