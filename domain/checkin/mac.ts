import { deskFields, lettersOfBytes, MAC_LENGTH, ownFields, type Direction, type ReadCode } from './code'

/**
 * HMAC-SHA-256: of a key in hexadecimal and a text of ASCII letters, 32 bytes. Handed in, so that the server takes its own and a phone a
 * library that runs in WeChat's bare JavaScript; both answer for the published vectors (test/domain/checkin/vectors.json).
 */
export type Mac = (key: string, text: string) => readonly number[]

/** A desk: one device of one event for one direction. */
export interface DeskRef {
  /** The event's short code. */
  readonly event: string
  readonly desk: number
  readonly direction: Direction
}

/** What a desk shows in a step: the code in its QR and the six digits under it. */
export interface ShownCode {
  readonly code: string
  readonly digits: string
}

/** Makes what a desk shows in a step. */
export function deskCode(mac: Mac, key: string, { event, desk, direction }: DeskRef, step: number): ShownCode {
  const fields = deskFields(event, desk, direction, step)
  const bytes = mac(key, fields)
  return { code: fields + lettersOfBytes(bytes, MAC_LENGTH), digits: digitsOf(bytes) }
}

/** Makes a person's own code: `tag` and `key` are theirs for a day. */
export function ownCode(mac: Mac, key: string, tag: string, step: number): string {
  const fields = ownFields(tag, step)
  return fields + lettersOfBytes(mac(key, fields), MAC_LENGTH)
}

/** Whether the MAC of a code that was read is the one that this key makes. */
export function isGenuine(mac: Mac, key: string, read: ReadCode): boolean {
  const made = read.kind === 'desk' ? deskCode(mac, key, read, read.step).code : ownCode(mac, key, read.tag, read.step)
  const claimed =
    (read.kind === 'desk'
      ? deskFields(read.event, read.desk, read.direction, read.step)
      : ownFields(read.tag, read.step)) + read.mac
  // Every letter is looked at, however early they differ.
  let differs = made.length ^ claimed.length
  for (let n = 0; n < made.length; n++) differs |= made.charCodeAt(n) ^ claimed.charCodeAt(n)
  return differs === 0
}

/** Six digits out of bytes of the MAC that no QR shows. */
function digitsOf(bytes: readonly number[]): string {
  const [a = 0, b = 0, c = 0, d = 0] = bytes.slice(20, 24)
  return String((((a & 127) << 24) | (b << 16) | (c << 8) | d) % 1_000_000).padStart(6, '0')
}
