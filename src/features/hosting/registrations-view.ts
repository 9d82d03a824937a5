import type { RegistrationRow } from '#contract/event'
import { isLive } from '#domain/events/registration'
import type { Instant } from '#domain/time'
import { momentWords } from '../../text/dates'
import { REGISTRATION_PILLS } from '../../text/host'
import { EVENT_ROLE_NAMES } from '../../text/names'

/** Somebody on the list, as they are shown. */
export interface RegistrationLine {
  readonly key: string
  readonly name: string
  readonly role: string
  readonly pill: { readonly tone: 'met' | 'waiting' | 'not-yet' | 'not-applicable' | 'note'; readonly text: string }
  /** When it became so, and by whom. */
  readonly since: string
}

/** Whose name went with their data. */
const NO_NAME = '资料已删除'

/** Who has a place, is offered one or waits, in their order; and who was on the list before. */
export function registrationLines(
  people: readonly RegistrationRow[],
  now: Instant,
): { readonly live: readonly RegistrationLine[]; readonly gone: readonly RegistrationLine[] } {
  return {
    live: people.filter(isLive).map((row) => lineOf(row, now)),
    gone: people.filter((row) => !isLive(row)).map((row) => lineOf(row, now)),
  }
}

function lineOf({ person, name, role, state, place, since, byHost }: RegistrationRow, now: Instant): RegistrationLine {
  const { tone, text } = REGISTRATION_PILLS[state]
  const when = momentWords(since as Instant, now)
  return {
    key: person,
    name: name ?? NO_NAME,
    role: EVENT_ROLE_NAMES[role],
    pill: { tone, text: place === null ? text : `${text}第 ${place}` },
    since: byHost ? `${when} 组织者加` : when,
  }
}
