import fc from 'fast-check'
import { arcs, drawn } from '../../../src/components/ring/arc'

describe('the arcs of a ring', () => {
  test.each([
    // have, pending, need → counted, waiting, met
    [0, 0, 80, 0, 0, false],
    [60, 20, 80, 270, 360, false],
    [60, 0, 80, 270, 270, false],
    [80, 0, 80, 360, 360, true],
    [120, 40, 80, 360, 360, true],
    [79, 0, 80, 355, 355, false],
    [1199, 1, 1200, 359, 360, false],
    [0, 0, 0, 360, 360, true],
    [-10, 0, 80, 0, 0, false],
    [10, -10, 80, 45, 45, false],
  ])('%i have, %i pending, %i needed', (have, pending, need, counted, waiting, met) => {
    expect(arcs(have, pending, need)).toEqual({ counted, waiting, met })
  })

  test('the counted arc is full exactly when the need is met, and what waits never shortens it', () => {
    const amount = fc.integer({ min: 0, max: 100_000 })
    fc.assert(
      fc.property(amount, amount, fc.integer({ min: 1, max: 100_000 }), (have, pending, need) => {
        const { counted, waiting, met } = arcs(have, pending, need)
        expect(met).toBe(have >= need)
        expect(counted === 360).toBe(met)
        expect(waiting).toBeGreaterThanOrEqual(counted)
        expect(waiting).toBeLessThanOrEqual(360)
      }),
    )
  })
})

describe('what is drawn of an arc', () => {
  test.each([
    [0, 0],
    [339, 339],
    [340, 340],
    [341, 340],
    [359, 340],
    [360, 360],
  ])('%i degrees', (degrees, expected) => {
    expect(drawn(degrees)).toBe(expected)
  })
})
