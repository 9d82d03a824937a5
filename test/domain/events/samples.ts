import { localDate, startOfDay, type Instant } from '#domain/time'
import { EMPTY_ROLL, aheadOf, countsOf, withFact, type RegistrationAct, type Roll } from '#domain/events/registration'
import { decideRegistration, type RegistrationClaim, type RegistrationGuards } from '#domain/events/decide'
import type { EventRefusal } from '#domain/events/refusal'
import { withEventFact, type EventAct, type EventTerms, type LeagueEvent } from '#domain/events/event'
import type { EventRules } from '#domain/events/rules'
import { tickEvent, type Due } from '#domain/events/tick'
import { policyOf } from '../packs'

/** Values that are nobody's default, each of its own size so that a mix-up shows. */
export const RULES: EventRules = {
  'event.offer-within': { minutes: 720 },
  'event.offer-end': { beforeStart: 60, least: 30 },
  'event.cancel-free': { minutes: 1440 },
  'event.travel': { minutes: 0 },
  'event.reminders': { minutes: [1440, 120] },
  'event.places-max': 500,
  'event.length-max': { minutes: 2880 },
  'volunteer.guardian-below': 18,
}

export const saihan = policyOf('saihan')

/** A moment by the clock on the wall in China. */
export function at(day: string, time = '00:00'): Instant {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return (startOfDay(localDate(day)) + (hours * 60 + minutes) * 60_000) as Instant
}

/** A millisecond before. */
export const before = (instant: Instant): Instant => (instant - 1) as Instant

/** A reading round of two hours with two places for each role, registering until an hour before. */
export const TERMS: EventTerms = {
  kind: 'reading',
  words: 'words',
  venue: 'V01',
  spot: null,
  start: at('2026-06-10', '14:00'),
  end: at('2026-06-10', '16:00'),
  deadline: at('2026-06-10', '13:00'),
  places: { attendee: 2, volunteer: 2 },
  volunteerMinutes: 120,
}

export const NOON = at('2026-06-08', '12:00')
export const ADULT = localDate('2004-03-05')

/** An event with its people, to which facts are added one after the other; as a server would do it, without the server. */
export class Desk {
  event: LeagueEvent
  roll: Roll = EMPTY_ROLL
  no = 0
  now: Instant

  constructor(
    terms: Partial<EventTerms> = {},
    now: Instant = NOON,
    readonly rules: EventRules = RULES,
  ) {
    this.now = now
    this.event = withEventFact('e1', null, { act: 'drafted', terms: { ...TERMS, ...terms }, no: ++this.no, at: now })
    this.host({ act: 'published' })
  }

  host(act: EventAct): this {
    this.event = withEventFact('e1', this.event, { ...act, no: ++this.no, at: this.now })
    return this
  }

  move(terms: Partial<EventTerms>): this {
    return this.host({ act: 'moved', terms: { ...this.event.terms, ...terms } })
  }

  record(person: string, act: RegistrationAct): this {
    this.roll = withFact(this.roll, { ...act, person, no: ++this.no, at: this.now })
    return this
  }

  mine(person: string) {
    return this.roll.registrations.find((one) => one.person === person) ?? null
  }

  guards(person: string, more: Partial<RegistrationGuards> = {}): RegistrationGuards {
    const mine = this.mine(person)
    return {
      event: this.event,
      counts: countsOf(this.roll),
      mine,
      ahead: mine ? aheadOf(this.roll, mine.role, mine) : 0,
      birthDate: ADULT,
      others: [],
      ...more,
    }
  }

  ask(person: string, claim: RegistrationClaim, more: Partial<RegistrationGuards> = {}) {
    return decideRegistration(claim, this.guards(person, more), saihan, this.rules, this.now)
  }

  /** Asks, and records what was granted; the act, or the code of the refusal. */
  do(person: string, claim: RegistrationClaim, more: Partial<RegistrationGuards> = {}): string {
    const decision = this.ask(person, claim, more)
    if (!decision.ok) return decision.refusal.code
    this.record(person, decision.value)
    return decision.value.act
  }

  refusal(person: string, claim: RegistrationClaim, more: Partial<RegistrationGuards> = {}): EventRefusal | null {
    const decision = this.ask(person, claim, more)
    return decision.ok ? null : decision.refusal
  }

  due(): readonly Due[] {
    return tickEvent(this.event, this.roll, saihan, this.rules, this.now)
  }

  /** What has become due, recorded, in short. */
  tick(): readonly string[] {
    return this.due().map((due) => {
      if ('person' in due) this.record(due.person, due)
      else this.host(due)
      return 'person' in due ? `${due.act} ${due.person}` : due.act
    })
  }

  at(now: Instant): this {
    this.now = now
    return this
  }

  state(person: string): string {
    return this.mine(person)?.state ?? 'none'
  }
}

export const ATTEND: RegistrationClaim = { act: 'register', role: 'attendee' }
export const SERVE: RegistrationClaim = { act: 'register', role: 'volunteer' }
export const ADD: RegistrationClaim = { act: 'add', role: 'attendee' }
export const CANCEL: RegistrationClaim = { act: 'cancel' }
export const ACCEPT: RegistrationClaim = { act: 'accept' }
export const DECLINE: RegistrationClaim = { act: 'decline' }
