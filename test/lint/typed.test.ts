import { existsSync, readdirSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { lintAll } from './lint'

const ROOT = join(__dirname, '..', '..')

/** Rules that need types see a planted violation in every room: each has a tsconfig.json that they have to find. */
const rooms = ['domain', 'contract', 'server', 'src', 'scripts', 'test']

function someFile(folder: string): string | undefined {
  if (!existsSync(folder)) return undefined
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  const file = entries.find((entry) => entry.isFile() && /(?<!\.d|\.config)\.ts$/.test(entry.name))
  return file && relative(ROOT, join(file.parentPath, file.name)).split(sep).join('/')
}

const planted = [
  ['@typescript-eslint/no-floating-promises', 'const later = async (): Promise<number> => 1\nlater()\n'],
  [
    '@typescript-eslint/switch-exhaustiveness-check',
    "export function n(x: 'a' | 'b'): number {\n  switch (x) {\n    case 'a':\n      return 1\n  }\n  return 2\n}\n",
  ],
  ['@typescript-eslint/no-unnecessary-condition', 'export const a = (x: string): number => (x === null ? 1 : 2)\n'],
] as const

const all = rooms.flatMap((room) =>
  planted.map(([rule, code]) => ({ room, rule, code, file: someFile(join(ROOT, room)) })),
)
let found: (string | null)[][] = []

beforeAll(() => {
  const texts = all.map(({ file, code }) => ({ file: file ?? 'missing.ts', code, withTypes: true }))
  found = lintAll(texts).map((complaints) => complaints.map((complaint) => complaint.ruleId))
})

test.each(all.map((entry, index) => [entry.rule, entry.room, index] as const))('%s in %s', (rule, _room, index) => {
  expect(all[index]?.file).toBeDefined()
  expect(found[index]).toContain(rule)
})
