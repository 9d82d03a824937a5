import type { Instant } from '#domain/time'
import type { EventTerms, LeagueEvent } from '#domain/events/event'
import { decideEvent, type EventClaim } from '#domain/events/manage'
import { countsOf } from '#domain/events/registration'
import { withValues } from '../packs'
import { ATTEND, before, CANCEL, Desk, NOON, RULES, saihan, SERVE, TERMS } from './samples'

const VENUES = ['V01', 'V02']

const ask = (desk: Desk | null, claim: EventClaim, policy = saihan, rules = RULES, checkedIn = false) => {
  const guards = {
    event: desk?.event ?? null,
    counts: countsOf(desk?.roll ?? { arrivals: 0, registrations: [] }),
    checkedIn,
    venues: VENUES,
  }
  return decideEvent(claim, guards, policy, rules, desk?.now ?? NOON)
}
const code = (...args: Parameters<typeof ask>): string => {
  const decision = ask(...args)
  return decision.ok ? decision.value.act : decision.refusal.code
}
const refusal = (...args: Parameters<typeof ask>) => {
  const decision = ask(...args)
  return decision.ok ? null : decision.refusal
}
const draft = (terms: Partial<EventTerms>, policy = saihan) =>
  ask(null, { act: 'draft', terms: { ...TERMS, ...terms } }, policy)
const drafted = (terms: Partial<EventTerms>, policy = saihan): string => {
  const decision = draft(terms, policy)
  return decision.ok ? decision.value.act : decision.refusal.code
}
const change = (desk: Desk, terms: Partial<EventTerms>): EventClaim => ({
  act: 'change',
  terms: { ...desk.event.terms, ...terms },
})
const later = (minutes: number, instant: Instant = TERMS.start): Instant => (instant + minutes * 60_000) as Instant

/** A desk whose event is a draft. */
const draftDesk = (terms: Partial<EventTerms> = {}) => new Desk(terms).host({ act: 'unpublished' })

describe('terms', () => {
  test('are kept as they are', () => {
    expect(draft({})).toEqual({ ok: true, value: { act: 'drafted', terms: TERMS } })
  })

  test.each<[string, Partial<EventTerms>, string]>([
    ['a venue of the district', { venue: 'V02' }, 'drafted'],
    ['another’s', { venue: 'V20' }, 'venue-unknown'],
    ['a minute long', { end: later(1), volunteerMinutes: 1 }, 'drafted'],
    ['less than a minute', { end: (TERMS.start + 59_999) as Instant, volunteerMinutes: null }, 'event-times-invalid'],
    ['no length', { end: TERMS.start }, 'event-times-invalid'],
    ['ending before it begins', { end: before(TERMS.start) }, 'event-times-invalid'],
    ['two days', { end: later(2880) }, 'drafted'],
    ['longer', { end: (later(2880) + 1) as Instant }, 'event-too-long'],
    ['a deadline at the start', { deadline: TERMS.start }, 'drafted'],
    ['a deadline after it', { deadline: (TERMS.start + 1) as Instant }, 'deadline-after-start'],
    ['one place', { places: { attendee: 1, volunteer: 1 } }, 'drafted'],
    ['no place', { places: { attendee: 0, volunteer: 1 } }, 'places-out-of-range'],
    ['half a place', { places: { attendee: 1.5, volunteer: 1 } }, 'places-out-of-range'],
    ['as many as can be', { places: { attendee: 500, volunteer: 500 } }, 'drafted'],
    ['one more', { places: { attendee: 1, volunteer: 501 } }, 'places-out-of-range'],
    ['volunteers only', { places: { attendee: null, volunteer: 1 } }, 'drafted'],
    ['attendees only', { places: { attendee: 1, volunteer: null }, volunteerMinutes: null }, 'drafted'],
    ['nobody', { places: { attendee: null, volunteer: null }, volunteerMinutes: null }, 'places-missing'],
    ['minutes for nobody', { places: { attendee: 1, volunteer: null } }, 'credit-without-volunteers'],
    ['volunteers without minutes', { volunteerMinutes: null }, 'drafted'],
    ['all of its length', { volunteerMinutes: 120 }, 'drafted'],
    ['more than its length', { volunteerMinutes: 121 }, 'credit-out-of-range'],
    ['no minute', { volunteerMinutes: 0 }, 'credit-out-of-range'],
    ['half a minute', { volunteerMinutes: 0.5 }, 'credit-out-of-range'],
  ])('%s: %j → %s', (_, terms, answer) => {
    expect(drafted(terms)).toBe(answer)
  })

  test('what a day holds limits the minutes of a long event', () => {
    const short = withValues(saihan, { 'volunteer-hours.entry-max': 60 })
    expect(drafted({ volunteerMinutes: 60 }, short)).toBe('drafted')
    expect(draft({ volunteerMinutes: 61 }, short)).toEqual({
      ok: false,
      refusal: { code: 'credit-out-of-range', facts: { minimum: 1, maximum: 60 } },
    })
  })

  test('refusals say what would be right', () => {
    expect(draft({ end: later(2881) })).toMatchObject({
      refusal: { facts: { maximum: 2880, rule: 'event.length-max' } },
    })
    expect(draft({ deadline: later(1) })).toMatchObject({ refusal: { facts: { latest: TERMS.start } } })
    expect(draft({ places: { attendee: 1, volunteer: 501 } })).toMatchObject({
      refusal: { facts: { role: 'volunteer', minimum: 1, maximum: 500, rule: 'event.places-max' } },
    })
  })
})

describe('in order', () => {
  const claims: readonly EventClaim[] = [
    { act: 'change', terms: { ...TERMS, words: 'others' } },
    { act: 'publish' },
    { act: 'unpublish' },
    { act: 'cancel' },
    { act: 'ask-class', organisation: 'SH-N01', tenths: 20, by: 'host' },
    { act: 'answer-class', yes: true, by: 'secretary' },
  ]

  test('nothing can be done to what doesn’t exist, and a draft is made once', () => {
    expect(claims.map((claim) => code(null, claim))).toEqual(claims.map(() => 'event-out-of-order'))
    expect(refusal(null, { act: 'publish' })).toEqual({
      code: 'event-out-of-order',
      facts: { act: 'published', status: 'none' },
    })
    expect(code(new Desk(), { act: 'draft', terms: TERMS })).toBe('event-out-of-order')
  })

  test('a draft, a published one, a cancelled one', () => {
    const answers = (desk: Desk) => claims.map((claim) => code(desk, claim))
    expect(answers(draftDesk())).toEqual([
      'revised',
      'published',
      'event-out-of-order',
      'cancelled',
      'class-asked',
      'class-not-asked',
    ])
    expect(answers(new Desk())).toEqual([
      'adjusted',
      'event-out-of-order',
      'unpublished',
      'cancelled',
      'class-asked',
      'class-not-asked',
    ])
    expect(answers(new Desk().host({ act: 'cancelled' }))).toEqual(claims.map(() => 'event-cancelled'))
  })

  test('a published one until it begins', () => {
    expect(claims.map((claim) => code(new Desk().at(TERMS.start), claim))).toEqual(claims.map(() => 'event-started'))
    expect(code(new Desk().at(before(TERMS.start)), { act: 'cancel' })).toBe('cancelled')
    // a draft that was forgotten can still be put away, or given another day
    expect(code(draftDesk().at(TERMS.end), { act: 'cancel' })).toBe('cancelled')
    const desk = draftDesk().at(TERMS.end)
    expect(code(desk, change(desk, { start: later(9000), end: later(9060), volunteerMinutes: 60 }))).toBe('revised')
  })
})

describe('publishing', () => {
  test('before it begins and before its deadline', () => {
    const publish = (now: Instant, terms: Partial<EventTerms> = {}) =>
      code(draftDesk(terms).at(now), { act: 'publish' })
    expect(publish(before(TERMS.deadline))).toBe('published')
    expect(publish(TERMS.deadline)).toBe('deadline-in-past')
    expect(publish(before(TERMS.start), { deadline: TERMS.start })).toBe('published')
    expect(publish(TERMS.start, { deadline: TERMS.start })).toBe('event-in-past')
  })

  test('asks the terms again: the venue may be gone', () => {
    expect(code(draftDesk({ venue: 'V20' }), { act: 'publish' })).toBe('venue-unknown')
  })

  test('unpublished only while nobody is registered, offered a place, or waiting', () => {
    const desk = new Desk({ places: { attendee: 1, volunteer: 1 } })
    const unpublish = () => refusal(desk, { act: 'unpublish' })
    desk.do('甲', ATTEND)
    desk.do('乙', ATTEND)
    expect(unpublish()).toEqual({ code: 'people-registered', facts: { people: 2 } })
    desk.do('甲', CANCEL)
    expect(unpublish()).toMatchObject({ facts: { people: 1 } })
    desk.tick()
    expect(desk.state('乙')).toBe('offered')
    expect(unpublish()).toMatchObject({ facts: { people: 1 } })
    desk.do('乙', CANCEL)
    expect(unpublish()).toBeNull()
  })
})

describe('changes of what is published', () => {
  test('time or place is a move, anything else isn’t, nothing is nothing', () => {
    const desk = new Desk()
    expect(code(desk, change(desk, { end: later(150) }))).toBe('moved')
    expect(code(desk, change(desk, { spot: 'the park' }))).toBe('moved')
    expect(code(desk, change(desk, { venue: 'V02', words: 'others' }))).toBe('moved')
    expect(code(desk, change(desk, { words: 'others' }))).toBe('adjusted')
    expect(code(desk, change(desk, { deadline: NOON }))).toBe('adjusted')
    expect(code(desk, change(desk, { places: { attendee: 9, volunteer: 2 } }))).toBe('adjusted')
    expect(code(desk, change(desk, { volunteerMinutes: 60 }))).toBe('adjusted')
    expect(code(desk, change(desk, { kind: 'other' }))).toBe('adjusted')
    expect(code(desk, change(desk, {}))).toBe('event-unchanged')
    expect(code(draftDesk(), change(desk, {}))).toBe('event-unchanged')
  })

  test('never into the past', () => {
    const desk = new Desk()
    const to = (start: Instant) => code(desk, change(desk, { start, end: later(120, start), deadline: start }))
    expect(to((NOON + 1) as Instant)).toBe('moved')
    expect(to(NOON)).toBe('event-in-past')
    expect(refusal(desk, change(desk, { start: NOON, end: later(120, NOON), deadline: NOON }))).toEqual({
      code: 'event-in-past',
      facts: { now: NOON },
    })
  })

  test('no fewer places than people have and are offered', () => {
    const desk = new Desk({ places: { attendee: 3, volunteer: 2 } })
    for (const person of ['甲', '乙', '丙', '丁']) desk.do(person, ATTEND)
    const to = (attendee: number | null) => refusal(desk, change(desk, { places: { attendee, volunteer: 2 } }))
    expect(to(2)).toEqual({ code: 'places-taken', facts: { role: 'attendee', minimum: 3 } })
    desk.do('丙', CANCEL)
    // one is free, before it is offered
    expect(to(2)).toBeNull()
    desk.tick()
    expect(desk.state('丁')).toBe('offered')
    expect(to(2)).toMatchObject({ facts: { minimum: 3 } })
    desk.do('丁', CANCEL)
    desk.do('甲', CANCEL)
    desk.do('乙', CANCEL)
    expect(to(1)).toBeNull()
    expect(to(null)).toBeNull()
  })

  test('a role stays while somebody waits for it', () => {
    const desk = new Desk({ places: { attendee: 1, volunteer: 1 } })
    desk.do('甲', ATTEND)
    desk.do('乙', ATTEND)
    desk.do('甲', CANCEL)
    expect(refusal(desk, change(desk, { places: { attendee: null, volunteer: 1 } }))).toEqual({
      code: 'places-taken',
      facts: { role: 'attendee', minimum: 1 },
    })
  })

  test('what it is stays while somebody is there for it', () => {
    const desk = new Desk()
    desk.do('甲', ATTEND)
    expect(code(desk, change(desk, { kind: 'other' }))).toBe('kind-fixed')
    desk.do('甲', CANCEL)
    expect(code(desk, change(desk, { kind: 'other' }))).toBe('adjusted')
  })

  test('volunteers get no less than was promised, unless it becomes shorter than that', () => {
    const desk = new Desk({ volunteerMinutes: 90 })
    const to = (terms: Partial<EventTerms>) => refusal(desk, change(desk, terms))
    expect(to({ volunteerMinutes: 89 })).toBeNull()
    desk.do('甲', ATTEND)
    expect(to({ volunteerMinutes: 89 })).toBeNull()
    desk.do('乙', SERVE)
    expect(to({ volunteerMinutes: 89 })).toEqual({ code: 'credit-promised', facts: { minimum: 90 } })
    expect(to({ volunteerMinutes: null })).toMatchObject({ code: 'credit-promised' })
    expect(to({ volunteerMinutes: 100 })).toBeNull()
    expect(to({ end: later(60), volunteerMinutes: 60 })).toBeNull()
    expect(to({ end: later(60), volunteerMinutes: 59 })).toMatchObject({ facts: { minimum: 60 } })
  })
})

describe('named a class', () => {
  const asking = (tenths: number): EventClaim => ({ act: 'ask-class', organisation: 'SH-N01', tenths, by: 'host' })
  const answer = (by: string, yes = true): EventClaim => ({ act: 'answer-class', yes, by })
  const asked = (desk = new Desk()) => desk.host({ act: 'class-asked', organisation: 'SH-N01', tenths: 26, by: 'host' })

  test('of as many tenths as its length holds', () => {
    // 120 minutes at 45 a 学时
    expect(code(new Desk(), asking(26))).toBe('class-asked')
    expect(refusal(new Desk(), asking(27))).toEqual({
      code: 'class-out-of-range',
      facts: { minimum: 1, maximum: 26, rule: 'class-hours.minutes' },
    })
    expect([0, 1, 1.5].map((tenths) => code(new Desk(), asking(tenths)))).toEqual([
      'class-out-of-range',
      'class-asked',
      'class-out-of-range',
    ])
  })

  test('once while it waits and after a yes; again after a no', () => {
    expect(code(asked(), asking(10))).toBe('class-already-asked')
    expect(code(asked().host({ act: 'class-named' }), asking(10))).toBe('class-already-asked')
    expect(code(asked().host({ act: 'class-refused' }), asking(10))).toBe('class-asked')
  })

  test('answered once, by another person than the host', () => {
    expect(code(asked(), answer('secretary'))).toBe('class-named')
    expect(code(asked(), answer('secretary', false))).toBe('class-refused')
    expect(code(asked(), answer('host'))).toBe('own-class-request')
    expect(code(asked(), answer('host', false))).toBe('own-class-request')
    expect(code(asked().host({ act: 'class-named' }), answer('secretary', false))).toBe('class-not-asked')
    expect(code(asked().host({ act: 'class-refused' }), answer('secretary'))).toBe('class-not-asked')
  })

  test('if it has become too short since, only a no can be said', () => {
    const desk = asked().move({ end: later(116) })
    expect(code(desk, answer('secretary'))).toBe('class-out-of-range')
    expect(code(desk, answer('secretary', false))).toBe('class-refused')
    expect(code(asked().move({ end: later(117) }), answer('secretary'))).toBe('class-named')
  })

  test('what was asked or named stays what it is, also as a draft', () => {
    for (const state of ['asked', 'named', 'refused'] as const) {
      for (const desk of [asked(), asked(draftDesk())]) {
        if (state !== 'asked') desk.host({ act: `class-${state}` })
        const status: LeagueEvent['status'] = desk.event.status
        const other = status === 'draft' ? 'revised' : 'adjusted'
        expect([state, status, code(desk, change(desk, { kind: 'other' }))]).toEqual([
          state,
          status,
          state === 'refused' ? other : 'kind-fixed',
        ])
      }
    }
  })
})
