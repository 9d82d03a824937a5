import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const source = readFileSync(join(__dirname, '..', '..', '..', 'src', 'styles', '_tokens.scss'), 'utf8')

function tokens(block: string): Record<string, string> {
  return Object.fromEntries(
    [...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{3,6})\b/g)].map(([, name = '', value = '']) => [name, value]),
  )
}

const [light = '', dark = ''] = source.split('@media')
const themes = { light: tokens(light), dark: { ...tokens(light), ...tokens(dark) } }

/** WCAG 2.2, relative luminance. */
function luminance(hex: string): number {
  const digits = hex.length === 4 ? hex.slice(1).replace(/./g, '$&$&') : hex.slice(1)
  const [r = 0, g = 0, b = 0] = [0, 2, 4].map((at) => {
    const part = parseInt(digits.slice(at, at + 2), 16) / 255
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(one: string, other: string): number {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (high + 0.05) / (low + 0.05)
}

/** Text on its ground. */
const PAIRS: readonly (readonly [string, string])[] = [
  ...['ink', 'ink-2', 'ink-3'].flatMap((ink) => [[ink, 'paper'] as const, [ink, 'card'] as const]),
  ['on-red', 'red'],
  ['red', 'paper'],
  ['red', 'card'],
  ...['red', 'leaf', 'sky', 'sun', 'mute'].map((tone) => [tone, `${tone}-soft`] as const),
  ['leaf', 'card'],
  ['ink', 'red-soft'],
  ['ink-2', 'red-soft'],
  ['ink', 'leaf-soft'],
  ['ink-2', 'leaf-soft'],
  ['on-night', 'night'],
  ['on-night-2', 'night'],
  ['paper', 'ink'],
]

describe.each(['light', 'dark'] as const)('%s', (name) => {
  const theme = themes[name]

  test.each(PAIRS)('%s can be read on %s', (text, ground) => {
    expect(contrast(theme[text] ?? '', theme[ground] ?? '')).toBeGreaterThanOrEqual(4.5)
  })

  test('the edge of an input can be seen', () => {
    expect(contrast(theme['edge'] ?? '', theme['card'] ?? '')).toBeGreaterThanOrEqual(3)
    expect(contrast(theme['edge'] ?? '', theme['paper'] ?? '')).toBeGreaterThanOrEqual(3)
  })

  test.each(['red', 'leaf', 'edge'])('a ring or a disc in %s can be seen', (colour) => {
    expect(contrast(theme[colour] ?? '', theme['card'] ?? '')).toBeGreaterThanOrEqual(3)
  })

  test('the arrow can be seen on the dark card', () => {
    expect(contrast(theme['red'] ?? '', theme['night'] ?? '')).toBeGreaterThanOrEqual(3)
  })
})
