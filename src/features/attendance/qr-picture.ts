/** A QR as rows of modules, true = dark. */
export type Modules = readonly (readonly boolean[])[]

/**
 * A QR as the address of a picture, one pixel a module: the screen enlarges it without blurring (`image-rendering: pixelated`). A PNG
 * of one bit a pixel, not deflated, is 0.5 kB; the same as SVG would be 2 kB, and each new code travels through setData.
 */
export function qrPicture(modules: Modules): string {
  return `data:image/png;base64,${base64(pngOf(modules))}`
}

function pngOf(modules: Modules): readonly number[] {
  const size = modules.length
  // A row: its filter (none), then eight pixels a byte, 1 = white.
  const pixels = modules.flatMap((row) => [0, ...bytesOfRow(row)])
  return [
    ...[137, 80, 78, 71, 13, 10, 26, 10],
    ...chunk('IHDR', [...number(size), ...number(size), 1, 0, 0, 0, 0]),
    ...chunk('IDAT', [
      0x78,
      0x01,
      1,
      ...low(pixels.length),
      ...low(~pixels.length),
      ...pixels,
      ...number(adler(pixels)),
    ]),
    ...chunk('IEND', []),
  ]
}

function bytesOfRow(row: readonly boolean[]): readonly number[] {
  const bytes: number[] = []
  for (let from = 0; from < row.length; from += 8) {
    let byte = 0
    for (let bit = 0; bit < 8; bit++) byte = (byte << 1) | (row[from + bit] === true ? 0 : 1)
    bytes.push(byte)
  }
  return bytes
}

/** Four bytes, the highest first. */
function number(value: number): readonly number[] {
  return [(value >>> 24) & 255, (value >>> 16) & 255, (value >>> 8) & 255, value & 255]
}

/** Two bytes, the lowest first. */
function low(value: number): readonly number[] {
  return [value & 255, (value >>> 8) & 255]
}

function chunk(kind: string, data: readonly number[]): readonly number[] {
  const named = [...Array.from(kind, (letter) => letter.charCodeAt(0)), ...data]
  return [...number(data.length), ...named, ...number(crc(named))]
}

function crc(bytes: readonly number[]): number {
  let sum = -1
  for (const byte of bytes) {
    sum ^= byte
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1
  }
  return ~sum
}

function adler(bytes: readonly number[]): number {
  let [a, b] = [1, 0]
  for (const byte of bytes) {
    a = (a + byte) % 65521
    b = (b + a) % 65521
  }
  return (b << 16) | a
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** WeChat's logic layer has no `btoa`. */
function base64(bytes: readonly number[]): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b = 0, c = 0] = bytes.slice(at, at + 3)
    const three = (a << 16) | (b << 8) | c
    for (let n = 0; n < 4; n++) text += at + n > bytes.length ? '=' : LETTERS.charAt((three >>> (18 - 6 * n)) & 63)
  }
  return text
}
