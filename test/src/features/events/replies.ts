import type { EventCard, EventDetail, EventReply, Mine } from '#contract/event'
import { localDate, startOfDay, type Instant } from '#domain/time'

/** Answers about events for tests; what a case doesn't speak of is plain. */
export const TODAY = localDate('2026-11-28')

/** A moment of a day at +08:00. */
export function at(day: string, time: string): Instant {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return (startOfDay(localDate(day)) + (hours * 60 + minutes) * 60_000) as Instant
}

export const NOW = at('2026-11-28', '12:00')
export const RULES = {
  'event.offer-end': { beforeStart: 60, least: 30 },
  'check-in.window': { before: 60, after: 120 },
  'check-in.share': { percent: 60 },
} as const

const organisation = { code: 'SH-DXD', name: '大学东路街道团工委', placeholder: false }

export function venue(code: string, town = organisation): EventCard['venue'] {
  return { code, name: `${town.name.slice(0, 4)}青年爱里${code}`, organisation: town, placeholder: false }
}

export function role(parts: Partial<EventCard['roles'][number]> = {}): EventCard['roles'][number] {
  return { role: 'attendee', places: 20, left: 6, waiting: 0, minutes: null, tenths: null, ...parts }
}

export function card(parts: Partial<EventCard> = {}): EventCard {
  const start = parts.start ?? at('2026-11-29', '14:30')
  return {
    id: '0190c2d0-0000-7000-8000-000000000001',
    kind: 'reading',
    title: '周末共读',
    words: 'clear',
    venue: venue('V04'),
    spot: null,
    start,
    end: start + 2 * 3_600_000,
    deadline: start - 3_600_000,
    phase: 'open',
    roles: [role()],
    ...parts,
  }
}

export function reply(one: EventCard = card(), parts: Partial<EventDetail> = {}): EventReply {
  return {
    asOf: NOW,
    event: {
      card: one,
      notes: '',
      moved: null,
      cancelFreeUntil: one.start - 24 * 3_600_000,
      listClosesAt: one.start - 90 * 60_000,
      offerWithin: 720,
      classOf: null,
      doors: one.roles.map(({ role: name, left }) => ({ role: name, to: left > 0 ? 'place' : 'list', closed: null })),
      ...parts,
    },
  }
}

export function mine(parts: Partial<Mine> = {}): Mine {
  return {
    role: 'attendee',
    state: 'registered',
    since: at('2026-11-20', '09:00'),
    place: null,
    until: null,
    late: false,
    byHost: false,
    cancelMarks: false,
    movedSince: false,
    ...parts,
  }
}
