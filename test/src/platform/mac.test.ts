import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { phoneMac } from '../../../src/platform/mac'
import { vectors } from '../../domain/checkin/vectors.json'

it('is tried with the library as a phone has it, without Node’s crypto', () => {
  expect(require.resolve('js-sha256')).toMatch(/[\\/]sha256\.cjs$/)
})

it('answers for the published vectors', () => {
  for (const { key, fields, mac } of vectors) {
    expect(Buffer.from(phoneMac(key, fields)).toString('hex')).toBe(mac)
  }
})

it('is Node’s for every key and text', () => {
  const hexKey = fc.uint8Array({ maxLength: 130 }).map((bytes) => Buffer.from(bytes).toString('hex'))
  const ascii = fc.string({ unit: 'binary-ascii', maxLength: 200 })
  fc.assert(
    fc.property(hexKey, ascii, (key, text) => {
      const expected = createHmac('sha256', Buffer.from(key, 'hex')).update(text, 'ascii').digest()
      expect(phoneMac(key, text)).toEqual([...expected])
    }),
  )
})
