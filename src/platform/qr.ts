import { encodeQR } from 'qr'

/** WeChat has no TextEncoder; what we put in a QR is ASCII. */
const ascii = (text: string): Uint8Array => Uint8Array.from(Array.from(text), (letter) => letter.charCodeAt(0))

/** The white rim, in modules, without which a camera doesn't find a QR. */
const QUIET = 4

/** A QR of an ASCII text as rows of modules, true = dark, with its white rim; it can still be read with 15 % of it gone. */
export function qrOf(text: string): readonly (readonly boolean[])[] {
  return encodeQR(text, 'raw', { ecc: 'medium', encoding: 'byte', textEncoder: ascii, border: QUIET })
}
