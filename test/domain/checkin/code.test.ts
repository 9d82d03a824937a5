import fc from 'fast-check'
import {
  codeLink,
  deskFields,
  eventCode,
  lettersOf,
  lettersOfBytes,
  MAC_LENGTH,
  ownFields,
  readCode,
  STEP_MS,
  stepAt,
  stepStart,
  twoDigits,
} from '#domain/checkin/code'
import { deskCode, isGenuine } from '#domain/checkin/mac'
import type { Instant } from '#domain/time'
import { nodeMac } from './mac'
import { EVENT, IN, later, OUT, read, shown, START } from './samples'

const LETTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
const letter = fc.nat(31).map((n) => LETTERS.charAt(n))
const letters = (length: number) =>
  fc.array(letter, { minLength: length, maxLength: length }).map((all) => all.join(''))
const step = fc.nat(32 ** 6 - 1)
const direction = fc.constantFrom('in' as const, 'out' as const)

test('a step is 15 seconds, from its first millisecond to its last', () => {
  const first = stepStart(stepAt(START))
  expect(first).toBe(START)
  expect(stepAt(later(first, -1))).toBe(stepAt(first) - 1)
  expect(stepAt(later(first, STEP_MS - 1))).toBe(stepAt(first))
  expect(stepAt(later(first, STEP_MS))).toBe(stepAt(first) + 1)
})

test('six letters hold the steps of the next five hundred years', () => {
  expect(stepAt(Date.UTC(2470, 0) as Instant)).toBeLessThan(32 ** 6)
  expect(lettersOf(32 ** 6 - 1, 6)).toBe('ZZZZZZ')
  expect(lettersOf(0, 6)).toBe('222222')
})

test('no letter can be taken for another one', () => {
  expect(new Set(LETTERS).size).toBe(32)
  for (const letter of '01IO') expect(LETTERS).not.toContain(letter)
  expect(Array.from({ length: 32 }, (_, n) => lettersOf(n, 1)).join('')).toBe(LETTERS)
})

test('thirteen letters are the first 65 bits of the MAC: a change of any of them shows', () => {
  const bytes = [...nodeMac(IN.key, 'x')]
  const text = lettersOfBytes(bytes, MAC_LENGTH)
  expect(MAC_LENGTH * 5).toBeGreaterThanOrEqual(64)
  for (let bit = 0; bit < 72; bit++) {
    const other = [...bytes]
    other[bit >> 3] = (other[bit >> 3] ?? 0) ^ (128 >> (bit & 7))
    expect([bit, lettersOfBytes(other, MAC_LENGTH) === text]).toEqual([bit, bit >= 65])
  }
})

describe('reading', () => {
  test('what was written: the event, the desk, the direction and its own step', () => {
    fc.assert(
      fc.property(
        letters(6),
        fc.integer({ min: 1, max: 35 }),
        direction,
        step,
        letters(13),
        (event, desk, way, n, mac) => {
          const code = deskFields(event, desk, way, n) + mac
          expect(readCode(code)).toEqual({ kind: 'desk', event, desk, direction: way, step: n, mac })
        },
      ),
    )
    fc.assert(
      fc.property(letters(8), step, letters(13), (tag, n, mac) => {
        expect(readCode(ownFields(tag, n) + mac)).toEqual({ kind: 'own', tag, step: n, mac })
      }),
    )
  })

  const { code } = shown(IN, START)
  const link = codeLink('https://aili.example', code)

  test.each([
    ['the code alone', code],
    ['its link', link],
    ['with white space around it', ` ${link}\n`],
    ['as WeChat hands it over at a launch', encodeURIComponent(link)],
    ['with small hexadecimal letters', encodeURIComponent(link).toLowerCase().replace(code.toLowerCase(), code)],
    ['of another port', codeLink('http://127.0.0.1:3000', code)],
    ['of another port, encoded', encodeURIComponent(codeLink('http://127.0.0.1:3000', code))],
    ['below a path', codeLink('https://aili.example/app', code)],
    ['without a scheme', `aili.example/q/${code}`],
  ])('%s', (_, text) => {
    expect(readCode(text)).toEqual(read(code))
  })

  test.each([
    ['nothing', ''],
    ['another link', 'https://aili.example/events/1'],
    ['the address alone', 'https://aili.example/q/'],
    ['another path', `https://aili.example/p/${code}`],
    ['a letter less', code.slice(0, -1)],
    ['a letter more', `${code}2`],
    ['a letter more, in a link', `${link}2`],
    ['something after it', `${link}?x=1`],
    ['encoded twice', encodeURIComponent(encodeURIComponent(link))],
    ['small letters', code.toLowerCase()],
    ['another kind', `X${code.slice(1)}`],
    ['desk nought', `${code.slice(0, 7)}0${code.slice(8)}`],
    ['no direction', `${code.slice(0, 8)}X${code.slice(9)}`],
    ['a letter that is none of ours', `${code.slice(0, -1)}0`],
    ['a line before it', `x\n${code}`],
  ])('not %s', (_, text) => {
    expect(readCode(text)).toBeNull()
  })

  const encoded = (text: string) => text.replace(/:/g, '%3A').replace(/\//g, '%2F')

  test('never throws, whatever a camera saw', () => {
    const nearly = fc
      .tuple(fc.nat(link.length), fc.string({ unit: 'binary', maxLength: 3 }))
      .map(([n, text]) => link.slice(0, n) + text + link.slice(n + 1))
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), nearly, nearly.map(encoded)), (text) => {
        const found = readCode(text)
        if (found) expect(JSON.stringify(found)).toMatch(/^\{"kind":"(desk|own)"/)
      }),
      { numRuns: 1000 },
    )
    expect(readCode('%')).toBeNull()
    expect(readCode('%E4%A')).toBeNull()
  })
})

describe('a link', () => {
  test('has 64 characters at most, with an address of 33', () => {
    const origin = `https://${'a'.repeat(22)}.cn`
    expect(origin).toHaveLength(33)
    expect(codeLink(origin, shown(OUT, START).code)).toHaveLength(64)
    expect(readCode(codeLink(origin, shown(OUT, START).code))).not.toBeNull()
  })
})

describe('genuine', () => {
  const code = shown(IN, START)

  test('is what the key makes, and no other text of the same length', () => {
    expect(isGenuine(nodeMac, IN.key, read(code.code))).toBe(true)
    expect(isGenuine(nodeMac, OUT.key, read(code.code))).toBe(false)
    for (let n = 0; n < code.code.length; n++) {
      for (const letter of LETTERS) {
        const other = code.code.slice(0, n) + letter + code.code.slice(n + 1)
        const found = readCode(other)
        if (other !== code.code && found) expect([other, isGenuine(nodeMac, IN.key, found)]).toEqual([other, false])
      }
    }
  })

  test('the six digits don’t stand in the QR: what they are made of is another part of the MAC', () => {
    const other = (key: string, text: string) => nodeMac(key, text).map((byte, n) => (n < 9 ? byte : byte ^ 0x55))
    const desk = { event: EVENT, desk: 1, direction: 'in' } as const
    const [one, two] = [deskCode(nodeMac, IN.key, desk, stepAt(START)), deskCode(other, IN.key, desk, stepAt(START))]
    expect(one.code).toBe(two.code)
    expect(one.digits).not.toBe(two.digits)
  })

  test('digits are six, and spread over all of them', () => {
    const seen = Array.from({ length: 2000 }, (_, n) => shown(IN, later(START, n * STEP_MS)).digits)
    expect(seen.every((digits) => /^\d{6}$/.test(digits))).toBe(true)
    expect(new Set(seen.map((digits) => digits[0])).size).toBe(10)
    expect(new Set(seen).size).toBeGreaterThan(1980)
  })
})

describe('the short code of an event', () => {
  test('is the last 30 bits of its id', () => {
    expect(eventCode('00000000-0000-4000-8000-000000000000')).toBe('222222')
    expect(eventCode('00000000-0000-4000-8000-00003fffffff')).toBe('ZZZZZZ')
    // The two bits above them don't count.
    expect(eventCode('00000000-0000-4000-8000-0000ffffffff')).toBe('ZZZZZZ')
    expect(eventCode('00000000-0000-4000-8000-000000000021')).toBe('222233')
  })

  test('can stand in a code', () => {
    fc.assert(
      fc.property(fc.uuid(), (id) => {
        expect(readCode(`${deskFields(eventCode(id), 1, 'in', 5)}${'2'.repeat(13)}`)).toMatchObject({
          event: eventCode(id),
        })
      }),
    )
  })
})

test('two digits of a check-in: the same on every phone, spread over a hundred', () => {
  expect(twoDigits('8b6d0a8e-3f0e-4f6e-9a59-0d4d9a1b7c11')).toBe(twoDigits('8b6d0a8e-3f0e-4f6e-9a59-0d4d9a1b7c11'))
  const seen = fc.sample(fc.uuid(), { numRuns: 2000, seed: 1 }).map(twoDigits)
  expect(seen.every((digits) => /^\d\d$/.test(digits))).toBe(true)
  const counts = new Map<string, number>()
  for (const digits of seen) counts.set(digits, (counts.get(digits) ?? 0) + 1)
  expect(counts.size).toBe(100)
  expect(Math.max(...counts.values())).toBeLessThan(60)
})
