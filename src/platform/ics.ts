import { localDateAt, startOfDay, type Instant } from '#domain/time'
import type { CalendarEntry } from './calendar-entry'

const EIGHT_HOURS = 8 * 3_600_000

/** 20261128T063000Z: a moment in UTC. */
function utc(at: Instant): string {
  // The calendar of domain/time is at +08:00: eight hours earlier its words are those of UTC.
  const shifted = (at - EIGHT_HOURS) as Instant
  const day = localDateAt(shifted)
  const seconds = Math.floor((shifted - startOfDay(day)) / 1000)
  const two = (n: number) => String(n).padStart(2, '0')
  const time = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map(two).join('')
  return `${day.replace(/-/g, '')}T${time}Z`
}

/** A text value (RFC 5545, 3.3.11). */
function text(value: string): string {
  return value.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n')
}

/** A line of at most 75 octets goes on in the next one after a blank (3.1); a Chinese character takes three. */
function folded(line: string): string {
  const MOST = 24
  const characters = Array.from(line)
  const parts: string[] = []
  for (let at = 0; at < characters.length; at += MOST) parts.push(characters.slice(at, at + MOST).join(''))
  return parts.join('\r\n ')
}

/** One event as a calendar file (RFC 5545). Its times are UTC: the same moment in every zone. */
export function icsOf({ id, title, start, end, where }: CalendarEntry, now: Instant): string {
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//qingnian-aili//events//ZH',
    'BEGIN:VEVENT',
    `UID:${id}@qingnian-aili`,
    `DTSTAMP:${utc(now)}`,
    `DTSTART:${utc(start)}`,
    `DTEND:${utc(end)}`,
    `SUMMARY:${text(title)}`,
    `LOCATION:${text(where)}`,
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${text(title)}`,
    'TRIGGER:-PT2H',
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ]
    .map(folded)
    .join('\r\n')
}
