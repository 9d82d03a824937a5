import type { DeskReply, EventCard } from '#contract/event'
import type { Instant } from '#domain/time'

/** Events as the API gives them, for tests: everything that a case doesn't speak of is plain. */

/** 2026-11-24 10:00 at +08:00, a Tuesday. */
export const NOW = Date.UTC(2026, 10, 24, 2) as Instant

/** A moment of November 2026 at +08:00. */
export const at = (day: number, hour: number, minute = 0): number => Date.UTC(2026, 10, day, hour - 8, minute)

export const VENUE = {
  code: 'V01',
  name: '人民路街道青年爱里',
  organisation: { code: 'SH-RML', name: '人民路街道团工委', placeholder: false },
  placeholder: false,
}

export function card(part: Partial<EventCard> = {}): EventCard {
  return {
    id: 'e1',
    kind: 'reading',
    title: '周末共读',
    words: 'clear',
    venue: VENUE,
    spot: null,
    start: at(28, 14),
    end: at(28, 16),
    deadline: at(27, 18),
    phase: 'open',
    roles: [{ role: 'attendee', places: 30, left: 18, waiting: 0, minutes: null, tenths: null }],
    ...part,
  }
}

export function desk(part: Partial<EventCard> = {}, counts: Partial<DeskReply['desk']> = {}): DeskReply['desk'] {
  return { card: card(part), registered: 12, offered: 0, waiting: 0, ...counts }
}

export const TERMS: DeskReply['terms'] = {
  kind: 'reading',
  title: '周末共读',
  notes: '带一本书',
  spot: null,
  start: at(28, 14),
  end: at(28, 16),
  deadline: at(27, 18),
  attendeePlaces: 30,
  volunteerPlaces: 4,
  volunteerMinutes: 120,
}

/** A role in which nobody is. */
export const NOBODY = { registered: 0, offered: 0, waiting: 0 }

export function deskReply(part: Partial<DeskReply> = {}): DeskReply {
  return {
    asOf: NOW,
    desk: desk(),
    counts: { attendee: { registered: 12, offered: 0, waiting: 0 }, volunteer: NOBODY },
    terms: TERMS,
    host: true,
    naming: { state: 'none', organisation: null, tenths: null },
    announcedOn: null,
    announcements: [],
    ...part,
  }
}
