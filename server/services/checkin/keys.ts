import { createHmac } from 'node:crypto'
import type { Mac } from '#domain/checkin/mac'
import type { Deps } from '../../deps'

type Keys = Pick<Deps, 'requestKey'>

/** HMAC-SHA-256 by Node, for the rules. */
export const mac: Mac = (key, text) => Array.from(createHmac('sha256', Buffer.from(key, 'hex')).update(text).digest())

/** The key of a desk of an event, 32 bytes in hexadecimal: made of the server's own, it lies nowhere. */
export function deskKey(keys: Keys, event: string, desk: number): string {
  return derived(keys, `desk ${event} ${desk}`)
}

/** The key of a person's own code of a day. */
export function ownKey(keys: Keys, person: string, day: string, tag: string): string {
  return derived(keys, `own ${person} ${day} ${tag}`)
}

function derived({ requestKey }: Keys, text: string): string {
  return createHmac('sha256', requestKey).update(text, 'utf8').digest('hex')
}
