import type { Instant } from '../time'

/** What a code lets one do: come in, or go. */
export const DIRECTIONS = ['in', 'out'] as const

export type Direction = (typeof DIRECTIONS)[number]

/** So long a code is shown before the next one, milliseconds. */
export const STEP_MS = 15_000

/** The number of the 15-second step that a moment lies in. */
export function stepAt(instant: Instant): number {
  return Math.floor(instant / STEP_MS)
}

/** The first millisecond of a step. */
export function stepStart(step: number): Instant {
  return (step * STEP_MS) as Instant
}

/** Letters and digits that can't be taken for each other; five bits each. */
const LETTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
const EVENT_LENGTH = 6
const TAG_LENGTH = 8
const STEP_LENGTH = 6
/** 13 letters of 5 bits: 65 bits of the MAC. */
export const MAC_LENGTH = 13

const ONE = `[${LETTERS}]`
const DESK = new RegExp(`^E(${ONE}{${EVENT_LENGTH}})([1-9A-Z])([IO])(${ONE}{${STEP_LENGTH}})(${ONE}{${MAC_LENGTH}})$`)
const OWN = new RegExp(`^P(${ONE}{${TAG_LENGTH}})(${ONE}{${STEP_LENGTH}})(${ONE}{${MAC_LENGTH}})$`)

/** What a code says; whether it is genuine is another question (`domain/checkin/mac`). */
export type ReadCode =
  /** Shown by a desk of an event. */
  | {
      readonly kind: 'desk'
      readonly event: string
      readonly desk: number
      readonly direction: Direction
      readonly step: number
      readonly mac: string
    }
  /** Shown by a person, under the tag that they have for a day. */
  | { readonly kind: 'own'; readonly tag: string; readonly step: number; readonly mac: string }

/** A whole number, 0 to 32^length − 1, in letters. */
export function lettersOf(value: number, length: number): string {
  let text = ''
  for (let left = value, n = 0; n < length; n++, left = Math.floor(left / 32)) text = LETTERS.charAt(left % 32) + text
  return text
}

function numberOf(letters: string): number {
  return Array.from(letters).reduce((sum, letter) => sum * 32 + LETTERS.indexOf(letter), 0)
}

/** The first `length` letters of a row of bytes, five bits each, the highest first. */
export function lettersOfBytes(bytes: readonly number[], length: number): string {
  let text = ''
  for (let n = 0; n < length; n++) {
    const bit = n * 5
    const pair = ((bytes[bit >> 3] ?? 0) << 8) | (bytes[(bit >> 3) + 1] ?? 0)
    text += LETTERS.charAt((pair >> (11 - (bit & 7))) & 31)
  }
  return text
}

/** What stands in a code, between its fields and its MAC; the MAC is over the same letters. */
export function deskFields(event: string, desk: number, direction: Direction, step: number): string {
  const place = desk.toString(36).toUpperCase()
  return `E${event}${place}${direction === 'in' ? 'I' : 'O'}${lettersOf(step, STEP_LENGTH)}`
}

export function ownFields(tag: string, step: number): string {
  return `P${tag}${lettersOf(step, STEP_LENGTH)}`
}

/**
 * Reads what a camera saw: the link of a code, also as WeChat hands it over at a launch (`options.q`, percent-encoded), or the code
 * alone. null = none of ours.
 */
export function readCode(text: string): ReadCode | null {
  const plain = text.replace(/%2F/gi, '/').replace(/%3A/gi, ':').trim()
  const code = /(?:^|\/q\/)([0-9A-Z]{28})$/.exec(plain)?.[1]
  if (code === undefined) return null
  const desk = DESK.exec(code)
  if (desk) {
    const [, event = '', place = '', way, step = '', mac = ''] = desk
    const direction = way === 'I' ? 'in' : 'out'
    return { kind: 'desk', event, desk: parseInt(place, 36), direction, step: numberOf(step), mac }
  }
  const own = OWN.exec(code)
  if (!own) return null
  const [, tag = '', step = '', mac = ''] = own
  return { kind: 'own', tag, step: numberOf(step), mac }
}

/** The link of a code under the public address; at most 64 characters as long as the address has no more than 33. */
export function codeLink(origin: string, code: string): string {
  return `${origin}/q/${code}`
}

/**
 * The short code of an event: the last 30 bits of its id, which are random. Two events can share one (one in a billion for each pair), so it
 * is drawn again when it is taken.
 */
export function eventCode(id: string): string {
  return lettersOf(parseInt(id.slice(-8), 16) % 2 ** 30, EVENT_LENGTH)
}

/** The digits that a newcomer shows and the host sees beside the row: from the check-in's own id, so without a network too. */
export function twoDigits(requestId: string): string {
  const sum = Array.from(requestId).reduce((total, letter) => (total * 31 + letter.charCodeAt(0)) % 9973, 7)
  return String(sum % 100).padStart(2, '0')
}
