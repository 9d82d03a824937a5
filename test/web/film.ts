import { writeFile } from 'node:fs/promises'
import { qrOf } from '../../src/platform/qr'

/** What a laptop's camera takes. */
const WIDTH = 640
const HEIGHT = 480
/** Brightness of black and white in a film, and the middle of its two colours: grey. */
const BLACK = 16
const WHITE = 235
const GREY = 128
const FRAMES = 5

/** A film (YUV4MPEG2) of somebody who holds a QR of this text before the camera: upright, a little off the middle. */
export function filmOf(text: string): Buffer {
  const modules = qrOf(text)
  const size = Math.floor((HEIGHT * 0.75) / modules.length)
  const [left, top] = [
    Math.floor((WIDTH - size * modules.length) / 3),
    Math.floor((HEIGHT - size * modules.length) / 2),
  ]
  const light = Buffer.alloc(WIDTH * HEIGHT, GREY)
  modules.forEach((row, y) =>
    row.forEach((dark, x) => {
      for (let line = 0; line < size; line++) {
        const at = (top + y * size + line) * WIDTH + left + x * size
        light.fill(dark ? BLACK : WHITE, at, at + size)
      }
    }),
  )
  const frame = [Buffer.from('FRAME\n'), light, Buffer.alloc((WIDTH * HEIGHT) / 2, GREY)]
  const head = Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F10:1 Ip A1:1 C420jpeg\n`)
  return Buffer.concat([head, ...Array.from({ length: FRAMES }, () => frame).flat()])
}

/** What the camera sees the next time that it is opened. */
export function show(film: string, text: string): Promise<void> {
  return writeFile(film, filmOf(text))
}
