import { groups, spoken } from '../../../src/components/digits/group'

describe('a code', () => {
  test.each([
    ['402917', ['402', '917']],
    ['000000', ['000', '000']],
    ['1234567', ['123', '456', '7']],
    ['12', ['12']],
    ['', []],
  ])('%s is shown in threes', (value, expected) => {
    expect(groups(value)).toEqual(expected)
  })

  test('is said digit by digit, zeros too', () => {
    expect(spoken('402017')).toBe('4 0 2 0 1 7')
    expect(spoken('')).toBe('')
  })
})
