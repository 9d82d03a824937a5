import { codeLink, readCode, type Direction } from '#domain/checkin/code'
import { deskCode, isGenuine, ownCode } from '#domain/checkin/mac'
import { nodeMac } from './mac'
import { vectors } from './vectors.json'

test.each(vectors.map((vector) => [vector.code, vector] as const))('%s', (_, vector) => {
  const { key, kind, event, tag, step } = vector
  const mac = nodeMac(key, vector.fields)
  expect(Buffer.from(mac).toString('hex')).toBe(vector.mac)
  if (kind === 'desk') {
    const desk = { event: event ?? '', desk: vector.desk ?? 0, direction: vector.direction as Direction }
    expect(deskCode(nodeMac, key, desk, step)).toEqual({ code: vector.code, digits: vector.digits })
    expect(readCode(vector.link)).toMatchObject({ kind, ...desk, step })
  } else {
    expect(ownCode(nodeMac, key, tag ?? '', step)).toBe(vector.code)
    expect(readCode(vector.link)).toMatchObject({ kind, tag, step })
  }
  expect(codeLink(vector.link.slice(0, vector.link.indexOf('/q/')), vector.code)).toBe(vector.link)
  const read = readCode(vector.code)
  expect(read && isGenuine(nodeMac, key, read)).toBe(true)
})

test('they show both kinds, both directions, digits that begin with nought, and bytes with the top bit', () => {
  expect(new Set(vectors.map(({ kind, direction }) => `${kind} ${direction ?? ''}`)).size).toBe(3)
  expect(vectors.some(({ digits }) => digits?.startsWith('00'))).toBe(true)
  expect(vectors.some(({ digits, mac }) => digits !== null && parseInt(mac.slice(40, 42), 16) >= 128)).toBe(true)
})
