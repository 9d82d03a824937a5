import { crc32, inflateSync } from 'node:zlib'
import decodeQR from 'qr/decode.js'

/** A picture as pixels of red, green, blue and opacity. */
export interface Picture {
  readonly width: number
  readonly height: number
  readonly data: Uint8ClampedArray
}

/** Reads a PNG of one bit a pixel as strictly as a browser: signature, every checksum, the deflated data's too. */
export function readPng(bytes: Buffer): { readonly size: number; readonly dark: (x: number, y: number) => boolean } {
  if (bytes.subarray(0, 8).toString('latin1') !== '\x89PNG\r\n\x1a\n') throw new Error('not a PNG')
  const chunks = new Map<string, Buffer>()
  for (let at = 8; at < bytes.length;) {
    const length = bytes.readUInt32BE(at)
    const named = bytes.subarray(at + 4, at + 8 + length)
    if (bytes.readUInt32BE(at + 8 + length) !== crc32(named)) throw new Error('a checksum is wrong')
    chunks.set(named.subarray(0, 4).toString('latin1'), named.subarray(4))
    at += 12 + length
  }
  const head = chunks.get('IHDR')
  const data = chunks.get('IDAT')
  if (!head || !data || !chunks.has('IEND')) throw new Error('a part is missing')
  const size = head.readUInt32BE(0)
  if (head.subarray(4).toString('hex') !== `${head.subarray(0, 4).toString('hex')}0100000000`)
    throw new Error('not ours')
  const pixels = inflateSync(data)
  const row = 1 + Math.ceil(size / 8)
  if (pixels.length !== row * size) throw new Error(`${pixels.length} bytes for ${size} rows`)
  return {
    size,
    dark: (x, y) => (((pixels[y * row + 1 + (x >> 3)] ?? 255) >> (7 - (x & 7))) & 1) === 0,
  }
}

/** What a QR says that is drawn by its data address, as a camera near the screen sees it. */
export function readQrAddress(address: string): string {
  const match = /^data:image\/png;base64,([A-Za-z0-9+/]+=*)$/.exec(address)
  if (!match) throw new Error(`no picture: ${address.slice(0, 60)}`)
  const { size, dark } = readPng(Buffer.from(match[1] ?? '', 'base64'))
  const scale = 6
  const width = size * scale
  const data = new Uint8ClampedArray(width * width * 4).fill(255)
  for (let y = 0; y < width; y++) {
    for (let x = 0; x < width; x++) {
      if (dark(Math.floor(x / scale), Math.floor(y / scale))) data.fill(0, (y * width + x) * 4, (y * width + x) * 4 + 3)
    }
  }
  return decodeQR({ width, height: width, data })
}
