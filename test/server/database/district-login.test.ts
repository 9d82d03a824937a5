import { derivedKey, districtLogin, isSlug } from '../../../server/database/district-login'

const API = 'postgres://aili_api:p%40ss@127.0.0.1:5432/aili?sslmode=require'

test.each([
  ['saihan', true],
  ['a1', true],
  ['a_b', true],
  ['a'.repeat(31), true],
  ['a', false],
  ['a'.repeat(32), false],
  ['1a', false],
  ['_a', false],
  ['Saihan', false],
  ['sai han', false],
  ['sai-han', false],
  ['saihan\n', false],
  ['sai"han', false],
  ['赛罕', false],
])('%j names a district: %s', (slug, expected) => {
  expect(isSlug(slug)).toBe(expected)
})

test('keeps everything of the address but the login', () => {
  const login = districtLogin(API, 'saihan')
  expect(login.role).toBe('aili_saihan')
  expect(login.url).toBe(`postgres://aili_saihan:${login.password}@127.0.0.1:5432/aili?sslmode=require`)
  expect(login.password).toMatch(/^[\w-]{43}$/)
})

test('differs by district, purpose and password, and not by host', () => {
  const { password } = districtLogin(API, 'saihan')
  expect(districtLogin(API, 'moxian').password).not.toBe(password)
  expect(districtLogin(API.replace('p%40ss', 'pass'), 'saihan').password).not.toBe(password)
  expect(districtLogin(API.replace('127.0.0.1', 'pooler.example'), 'saihan').password).toBe(password)
  expect(derivedKey(API, 'request')).not.toBe(password)
})

test('refuses what is no slug and a login without a password', () => {
  expect(() => districtLogin(API, 'x; drop')).toThrow(RangeError)
  expect(() => districtLogin('postgres://aili_api@127.0.0.1/aili', 'saihan')).toThrow(RangeError)
})
