import { sha256 } from 'js-sha256'
import type { Mac } from '#domain/checkin/mac'

/** HMAC-SHA-256 on the phone, in JavaScript alone: WeChat's logic layer has no `crypto`. */
export const phoneMac: Mac = (key, text) => sha256.hmac.array(bytesOf(key), text)

function bytesOf(hex: string): number[] {
  return (hex.match(/../g) ?? []).map((pair) => parseInt(pair, 16))
}
