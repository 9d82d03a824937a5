import { qrPicture } from '../../../../src/features/attendance/qr-picture'
import { qrOf } from '../../../../src/platform/qr'
import { readPng, readQrAddress } from '../../../support/qr-reader'

const LINK = 'https://aili.example/q/E2345672I2345678ABCDEFGHJKLMN'

it('is read again by whoever scans it', () => {
  for (let n = 0; n < 20; n++) expect(readQrAddress(qrPicture(qrOf(`${LINK}${n}`)))).toBe(`${LINK}${n}`)
})

it('has every module where it was, whatever the size', () => {
  for (const size of [1, 7, 8, 9, 41, 45, 177]) {
    const modules = Array.from({ length: size }, (_, y) =>
      Array.from({ length: size }, (_, x) => (x * 7 + y * 3) % 5 < 2),
    )
    const address = qrPicture(modules)
    const read = readPng(Buffer.from(address.slice(address.indexOf(',') + 1), 'base64'))
    expect(read.size).toBe(size)
    expect(modules.map((row, y) => row.map((_, x) => read.dark(x, y)))).toEqual(modules)
  }
})

it('weighs little, for each new one travels to the screen', () => {
  expect(qrPicture(qrOf('x'.repeat(64))).length).toBeLessThan(700)
})
