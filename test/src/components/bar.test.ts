import fc from 'fast-check'
import { drawn, part } from '../../../src/components/bar/part'

describe('how much of a bar is filled', () => {
  test.each([
    // have, need → percent
    [0, 80, 0],
    [60, 80, 75],
    [79, 80, 98],
    [1199, 1200, 99],
    [80, 80, 100],
    [200, 80, 100],
    [-10, 80, 0],
    [0, 0, 100],
  ])('%i of %i', (have, need, percent) => {
    expect(part(have, need)).toBe(percent)
  })

  test('it is full exactly when the need is met', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000 }), fc.integer({ min: 1, max: 100_000 }), (have, need) => {
        expect(drawn(part(have, need)) === 100).toBe(have >= need)
      }),
    )
  })

  test('nearly full leaves a gap that can be seen', () => {
    expect(drawn(99)).toBe(90)
    expect(drawn(90)).toBe(90)
    expect(drawn(89)).toBe(89)
    expect(drawn(100)).toBe(100)
  })
})
