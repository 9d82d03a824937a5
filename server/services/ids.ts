import { createHash, randomBytes } from 'node:crypto'
import type { Instant } from '#domain/time'

/** A uuid v7 for a fact: in order of time, so that an index grows at its end. */
export function factId(now: Instant): string {
  return idOf(now, randomBytes(16))
}

/** The same, made of what it is about: what is written twice has the same id. */
export function factIdOf(at: Instant, what: string): string {
  return idOf(at, createHash('sha256').update(what, 'utf8').digest().subarray(0, 16))
}

function idOf(now: Instant, bytes: Buffer): string {
  bytes.writeUIntBE(now, 0, 6)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

/** Whether a text is a uuid in small letters: what isn't one names no row. */
export function isUuid(text: string): boolean {
  return UUID.test(text)
}
