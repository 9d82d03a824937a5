import type { Instant } from '../time'
import type { PolicyPack } from '../policy/policy'
import { decideRegistration, type RegistrationGuards } from './decide'
import { addMinutes, EVENT_ROLES, type EventAct, type EventRole, type LeagueEvent } from './event'
import { freePlaces, listClosesAt, offerEnd } from './places'
import {
  countsOf,
  liveOf,
  waitingFor,
  type EventCounts,
  type Registration,
  type RegistrationAct,
  type Roll,
} from './registration'
import type { EventRules } from './rules'

/** A fact that time makes, to be recorded with the next number of the event's stream. */
export type Due =
  Extract<EventAct, { act: 'reminded' | 'list-closed' }> | (RegistrationAct & { readonly person: string })

/**
 * What has become due of an event by `now`, in the order in which it is to be recorded: offers that have ended, places to offer to the
 * next on the list, the end of the list, a reminder. It depends on nothing but the facts, so that whoever dies between two of them is
 * made good by the next call, once. Also asked right after every act, under the same lock: a freed place is offered at once.
 */
export function tickEvent(
  event: LeagueEvent,
  roll: Roll,
  policy: PolicyPack,
  rules: EventRules,
  now: Instant,
): readonly Due[] {
  if (event.status !== 'published') return []
  const due: Due[] = []
  let counts = countsOf(roll)
  const decide = (act: 'expire' | 'offer', mine: Registration): boolean => {
    // Nobody is before who is asked: they are asked in order. What hangs on a person is asked when they accept.
    const guards: RegistrationGuards = { event, counts, mine, ahead: 0, birthDate: null, others: [] }
    const decision = decideRegistration({ act }, guards, policy, rules, now)
    if (!decision.ok) return false
    due.push({ ...decision.value, person: mine.person })
    counts = counted(counts, mine.role, act)
    return true
  }
  for (const mine of liveOf(roll)) if (mine.state === 'offered') decide('expire', mine)
  for (const role of EVENT_ROLES) {
    // The first who can't be offered a place ends it: those behind can't either.
    for (const mine of waitingFor(roll, role)) if (!decide('offer', mine)) break
  }
  if (closesList(event, roll, rules, now)) due.push({ act: 'list-closed', start: event.terms.start })
  const minutes = reminderDue(event, rules, now)
  if (minutes !== null) due.push({ act: 'reminded', minutes, start: event.terms.start })
  return due
}

function counted(counts: EventCounts, role: EventRole, act: 'expire' | 'offer'): EventCounts {
  const { registered, offered, waiting } = counts[role]
  const after =
    act === 'expire'
      ? { registered, offered: offered - 1, waiting }
      : { registered, offered: offered + 1, waiting: waiting - 1 }
  return { ...counts, [role]: after }
}

function closesList(event: LeagueEvent, roll: Roll, rules: EventRules, now: Instant): boolean {
  const { start } = event.terms
  return isListToClose(event, roll) && now >= listClosesAt(event.terms, rules) && now < start
}

/** Somebody waits for a start for which nobody has been told yet that no place will be offered any more. */
function isListToClose({ terms, listClosed }: LeagueEvent, roll: Roll): boolean {
  return listClosed !== terms.start && roll.registrations.some(({ state }) => state === 'waiting')
}

/**
 * The reminders of an event that are still to come: those nearer to this start than the last one. One whose time had come before
 * the event was published or moved is none: people have just read of it.
 */
function remindersLeft({ terms, since, moved, reminded }: LeagueEvent, rules: EventRules): readonly number[] {
  const told = Math.max(since, moved?.at ?? since)
  return rules['event.reminders'].minutes.filter(
    (minutes) =>
      addMinutes(terms.start, -minutes) > told && (reminded?.start !== terms.start || minutes < reminded.minutes),
  )
}

/** The reminder whose time has come; of several that were missed the nearest to the start, so that nobody gets two at once. */
function reminderDue(event: LeagueEvent, rules: EventRules, now: Instant): number | null {
  const { start } = event.terms
  if (now >= start) return null
  const due = remindersLeft(event, rules).filter((minutes) => now >= addMinutes(start, -minutes))
  return due.length === 0 ? null : Math.min(...due)
}

/**
 * The next moment at which `tickEvent` has something to say, if nothing happens before; null = never. A column of the event's row: it
 * moves when the event moves, and vanishes with it.
 */
export function dueAt(event: LeagueEvent, roll: Roll, rules: EventRules, now: Instant): Instant | null {
  if (event.status !== 'published') return null
  const { terms } = event
  const moments: Instant[] = liveOf(roll).flatMap(({ until }) =>
    until === null ? [] : [offerEnd(until, terms, rules)],
  )
  if (now < terms.start) {
    const closes = listClosesAt(terms, rules)
    const counts = countsOf(roll)
    const offers = EVENT_ROLES.some((role) => counts[role].waiting > 0 && freePlaces(terms, counts, role) > 0)
    if (offers && now < closes) moments.push(now)
    if (isListToClose(event, roll) && closes < terms.start) moments.push(closes)
    for (const minutes of remindersLeft(event, rules)) if (minutes > 0) moments.push(addMinutes(terms.start, -minutes))
  }
  return moments.length === 0 ? null : (Math.min(...moments) as Instant)
}
