import decodeQR from 'qr/decode.js'
import { qrOf } from '../../../src/platform/qr'
import { vectors } from '../../domain/checkin/vectors.json'

/** A picture of a QR, `scale` pixels a module, on a plain wall. */
function pictureOf(rows: readonly (readonly boolean[])[], scale: number, dark = 0, light = 255) {
  const size = rows.length * scale
  const [width, height] = [size + 60, size + 20]
  const data = new Uint8ClampedArray(width * height * 4).fill(200)
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const module = rows[Math.floor(y / scale)]?.[Math.floor(x / scale)]
      data.set(new Array<number>(3).fill(module ? dark : light), ((y + 10) * width + x + 40) * 4)
    }
  }
  return { width, height, data }
}

it('is read again from a picture of it', () => {
  for (const { link } of vectors) expect(decodeQR(pictureOf(qrOf(link), 6))).toBe(link)
})

it('is read from a pale and noisy picture too', () => {
  const [{ link } = { link: '' }] = vectors
  const picture = pictureOf(qrOf(link), 8, 90, 170)
  for (let n = 0; n < picture.data.length; n += 4) {
    const noise = ((n * 2654435761) % 41) - 20
    for (let c = 0; c < 3; c++) picture.data[n + c] = (picture.data[n + c] ?? 0) + noise
  }
  expect(decodeQR(picture)).toBe(link)
})

it('has a white rim of four modules, and needs no TextEncoder', () => {
  const scope = globalThis as { TextEncoder?: unknown }
  const encoder = scope.TextEncoder
  delete scope.TextEncoder
  try {
    const rows = qrOf(`https://${'a'.repeat(25)}/q/${'2'.repeat(28)}`)
    // Version 5 (37 modules) holds the longest link.
    expect(rows).toHaveLength(37 + 8)
    expect(rows.slice(0, 4).flat().some(Boolean)).toBe(false)
    expect(rows.every((row) => !row.slice(0, 4).some(Boolean) && !row.slice(-4).some(Boolean))).toBe(true)
    expect(rows[4]?.slice(4, 11)).toEqual(new Array(7).fill(true))
  } finally {
    scope.TextEncoder = encoder
  }
})
