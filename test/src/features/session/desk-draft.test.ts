import { accountOf, checkDesk } from '../../../../src/features/session/desk-draft'
import { digitsOf } from '../../../../src/platform/typed-digits'

it.each([
  ['7K3M-2QRT', '7K3M-2QRT'],
  ['7k3m2qrt', '7K3M-2QRT'],
  [' 7k3m 2qrt ', '7K3M-2QRT'],
  ['７Ｋ３Ｍ－２ＱＲＴ', '7K3M-2QRT'],
  ['7K3M–2QRT', '7K3M-2QRT'],
  ['7K3M-2QR', null],
  ['7K3M-2QRTT', null],
  // 0, O, 1 and I stand in no code.
  ['7K3M-2QR0', null],
  ['', null],
])('the account %j is %j', (typed, account) => {
  expect(accountOf(typed)).toBe(account)
})

it.each([
  ['402917', '402917'],
  ['402 917', '402917'],
  ['４０２９１７', '402917'],
  ['40291', null],
  ['4029170', null],
  ['40291x', null],
])('the digits %j are %j', (typed, digits) => {
  expect(digitsOf(typed)).toBe(digits)
})

it('sends nothing that can’t be right: a slip shouldn’t cost one of three tries', () => {
  expect(checkDesk({ account: '7k3m 2qrt', digits: '402 917' })).toEqual({
    kind: 'ready',
    body: { kind: 'desk', account: '7K3M-2QRT', digits: '402917' },
  })
  const checked = checkDesk({ account: '', digits: '1' })
  expect(checked.kind === 'errors' && Object.keys(checked.errors)).toEqual(['account', 'digits'])
})
