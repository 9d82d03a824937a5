import { createHash, createHmac } from 'node:crypto'
import { scramVerifier } from '../../../server/database/scram'

test('agrees with the exchange printed in RFC 7677, section 3', () => {
  const nonce = 'rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0'
  const auth = `n=user,r=rOprNGfwEbeRWgbNEkqO,r=${nonce},s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096,c=biws,r=${nonce}`
  const proof = Buffer.from('dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=', 'base64')

  const verifier = scramVerifier('pencil', Buffer.from('W22ZaJ0SNY7soEsUEjb6gQ==', 'base64'))
  const parts = /^SCRAM-SHA-256\$4096:W22ZaJ0SNY7soEsUEjb6gQ==\$([^:]+):(.+)$/.exec(verifier)
  const storedKey = Buffer.from(parts?.[1] ?? '', 'base64')
  const serverKey = Buffer.from(parts?.[2] ?? '', 'base64')

  const signature = createHmac('sha256', storedKey).update(auth).digest()
  const clientKey = proof.map((byte, index) => byte ^ (signature[index] ?? 0))
  expect(createHash('sha256').update(clientKey).digest()).toEqual(storedKey)
  expect(createHmac('sha256', serverKey).update(auth).digest('base64')).toBe(
    '6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=',
  )
})

test('is salted anew each time and safe between single quotes', () => {
  const [one, other] = [scramVerifier('same'), scramVerifier('same')]
  expect(one).not.toBe(other)
  expect(one).toMatch(/^[A-Za-z0-9+/=$:-]+$/)
})

test.each(['', 'pässword', 'tab\t', '团'])('refuses %j, which SASLprep might change', (password) => {
  expect(() => scramVerifier(password)).toThrow(RangeError)
})
