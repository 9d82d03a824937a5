import { localDateAt, parseLocalDate, type Instant } from '../time'
import type { LeagueEvent } from './event'
import { grant, refuse, type EventDecision, type EventRefusal } from './refusal'

/** Endings of addresses that people would type into a message. */
const DOMAINS =
  'com|cn|net|org|gov|edu|top|xyz|vip|cc|club|info|shop|site|online|app|link|me|io|ly|co|tv|wang|ltd|store|fun|tech|icu|中国|网址'

const LINK = new RegExp(`[a-z]{2,}://|www\\.|[a-z0-9-]\\s?\\.\\s?(${DOMAINS})(?![a-z0-9])`)

/** What people write between the digits of a number, or instead of them. */
const DIGITS = '〇一二三四五六七八九'

/** Letters and digits as they are meant: full-width and circled ones plain, Chinese digits as digits, nothing invisible between. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/零/g, '0')
    .replace(/幺/g, '1')
    .replace(/[〇一二三四五六七八九]/g, (digit) => String(DIGITS.indexOf(digit)))
    .replace(/[。・]/g, '.')
}

/** Whether a text holds a link: a host's word shouldn't lead people out of the app. */
export function hasLink(text: string): boolean {
  return LINK.test(plain(text))
}

/** Mobile, landline with its area, 400 and 800 numbers, as they are usually parted; and any long row of digits. */
const NUMBERS = [
  /(^|\D)1[3-9]\d([\s.-]?\d{4}){2}(?!\d)/,
  /(^|\D)0\d{2,3}[\s)-]{0,2}\d{3,4}[\s-]?\d{4}(?!\d)/,
  /(^|\D)[48]00[\s-]?\d{3}[\s-]?\d{4}(?!\d)/,
  /\d{9,}/,
]

/** Whether a text holds a phone number, also one whose digits were parted so as not to be found. Days and times aren't taken for one. */
export function hasPhone(text: string): boolean {
  const runs = plain(text).match(/\d(?:[\s.()+_-]{0,2}\d)*/g) ?? []
  return runs.some(
    (run) =>
      NUMBERS.some((number) => number.test(run)) ||
      /^1[3-9]\d{9}$/.test(run.replace(/\D/g, '')) ||
      // A local number: seven or eight digits in one piece that aren't a day.
      (/^\d{7,8}$/.test(run) && !isDay(run)),
  )
}

function isDay(digits: string): boolean {
  return parseLocalDate(`${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`) !== null
}

/**
 * Whether a host may say something to all who have a place: one a day (+08:00) an event, from its publishing to its end, without links and
 * phone numbers (`words`: its hash). What is said is checked once more by WeChat or a person before it is shown.
 */
export function decideAnnouncement(
  text: string,
  words: string,
  event: LeagueEvent,
  now: Instant,
): EventDecision<{ readonly act: 'announced'; readonly words: string }> {
  const refusal = placeRefusal(event, now) ?? textRefusal(text)
  return refusal ? refuse(refusal) : grant({ act: 'announced', words })
}

function placeRefusal({ status, terms, announcedOn }: LeagueEvent, now: Instant): EventRefusal | null {
  if (status === 'draft') return { code: 'event-not-published', facts: {} }
  if (status === 'cancelled') return { code: 'event-cancelled', facts: {} }
  if (now >= terms.end) return { code: 'event-over', facts: { end: terms.end } }
  return announcedOn === localDateAt(now) ? { code: 'announced-today', facts: { on: announcedOn } } : null
}

function textRefusal(text: string): EventRefusal | null {
  if (text.trim() === '') return { code: 'announcement-empty', facts: {} }
  if (hasLink(text)) return { code: 'announcement-has-link', facts: {} }
  return hasPhone(text) ? { code: 'announcement-has-phone', facts: {} } : null
}
