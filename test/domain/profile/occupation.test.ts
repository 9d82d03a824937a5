import fc from 'fast-check'
import { isMinor, maskName } from '#domain/profile/occupation'
import { localDate } from '#domain/time'

describe('a minor', () => {
  const today = localDate('2026-06-01')

  test.each([
    ['2008-06-02', true], // 17 years and 364 days
    ['2008-06-01', false], // 18 today
    ['2008-05-31', false],
    ['2026-06-01', true],
    ['2026-06-02', true], // not born yet: least access
  ])('born %s: %s', (birthDate, minor) => {
    expect(isMinor(localDate(birthDate), today)).toBe(minor)
  })

  test.each([
    ['2026-02-28', true],
    ['2026-03-01', false],
  ])('born on 29 February 2008, on %s: %s', (on, minor) => {
    expect(isMinor(localDate('2008-02-29'), localDate(on))).toBe(minor)
  })

  test('who has no known birth date counts as one', () => {
    expect(isMinor(null, today)).toBe(true)
  })
})

describe('a masked name', () => {
  test.each([
    ['王小明', '王**'],
    ['王明', '王**'],
    ['欧阳修文', '欧**'],
    ['阿迪力·吐尔逊', '阿**'],
    ['ᠪᠠᠲᠤ', 'ᠪ**'],
    // a character of two UTF-16 units stays whole
    ['𠮷野', '𠮷**'],
    ['𪚥𪚥', '𪚥**'],
    ['', '**'],
  ])('%s: %s', (name, masked) => {
    expect(maskName(name)).toBe(masked)
  })

  test('shows one character and not how many follow', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (name) => {
        const [first, ...rest] = Array.from(maskName(name))
        expect(first).toBe(Array.from(name)[0])
        expect(rest).toEqual(['*', '*'])
      }),
    )
  })
})
