import { lintAll, type Complaint, type Planted } from './lint'

/** A planted violation and the rule that must find it (and nothing else may); `none` is a neighbour that is allowed. */
type Case = readonly [rule: string, file: string, code: string]

const use = (from: string): string => `import { thing } from '${from}'\nexport const used = thing\n`
const useType = (from: string): string => `import type { Thing } from '${from}'\nexport type Used = Thing\n`
const value = (expression: string): string => `export const value = ${expression}\n`

const arrows: readonly Case[] = [
  // a feature made up on the fly: no list of features has to know it
  ['house/arrows', 'src/features/madeUp/model/a.ts', use('../../event/model/b')],
  ['house/arrows', 'src/features/madeUp/model/a.ts', use('../../../pages/home/index')],
  ['house/arrows', 'src/features/madeUp/model/a.ts', use('../../../packages/league/today/index')],
  ['none', 'src/features/madeUp/model/a.ts', use('../components/Ring')],
  ['none', 'src/features/madeUp/components/a.tsx', use('../../../components/Card')],
  ['none', 'src/features/madeUp/hooks/a.ts', use('../../../platform/request')],
  ['none', 'src/features/madeUp/model/a.ts', use('../../../text/refusals')],
  ['none', 'src/features/madeUp/model/a.ts', use('#domain/hours/entries')],
  // contract on the phone: types only, in every form
  ['none', 'src/features/madeUp/hooks/a.ts', useType('#contract/path')],
  ['house/arrows', 'src/features/madeUp/hooks/a.ts', use('#contract/path')],
  ['house/arrows', 'src/platform/request.ts', use('#contract/path')],
  ['house/arrows', 'src/features/madeUp/hooks/a.ts', use('../../../../contract/path')],
  ['house/arrows', 'src/features/madeUp/hooks/a.ts', value("import('#contract/path')")],
  // pages and packages
  ['none', 'src/pages/home/index.tsx', use('../../features/madeUp/components/List')],
  ['house/arrows', 'src/pages/home/index.tsx', use('../mine/Header')],
  ['house/arrows', 'src/pages/home/index.tsx', use('../../packages/league/Board')],
  ['none', 'src/packages/madeUp/list/index.tsx', use('../shared/Row')],
  ['house/arrows', 'src/packages/madeUp/list/index.tsx', use('../../membership/Row')],
  // the rooms below
  ['house/arrows', 'src/components/Card.tsx', use('../features/path/model')],
  ['house/arrows', 'src/components/Card.tsx', use('../platform/request')],
  ['none', 'src/components/Button.tsx', use('taro-ui')],
  ['house/arrows', 'src/pages/home/index.tsx', use('taro-ui')],
  ['house/arrows', 'src/platform/request.ts', use('../features/path/model')],
  ['house/arrows', 'src/platform/request.ts', use('../components/Toast')],
  ['house/arrows', 'src/text/refusals.ts', use('../platform/clock')],
  ['house/arrows', 'src/app.tsx', use('./pages/home/index')],
  ['none', 'src/app.tsx', use('./platform/session')],
  // the phone and the server
  ['house/arrows', 'src/platform/request.ts', use('../../server/app')],
  ['house/arrows', 'src/platform/request.ts', useType('../../server/app')],
  ['house/arrows', 'server/services/path.ts', use('../../src/text/refusals')],
  ['house/arrows', 'server/services/path.ts', value("import('../../src/text/refusals')")],
  ['house/arrows', 'config/old.js', "module.exports = require('../src/text/refusals')\n"],
  ['house/arrows', 'src/platform/files.ts', use('node:fs')],
  ['house/arrows', 'src/platform/request.ts', use('fastify')],
  ['none', 'src/platform/mac.ts', use('js-sha256')],
  ['none', 'src/platform/qr-eye.h5.ts', use('qr/decode.js')],
  ['house/arrows', 'src/features/madeUp/model/a.ts', use('qr')],
  ['house/arrows', 'server/services/path.ts', use('@tarojs/taro')],
  // districts is data
  ['none', 'src/platform/pack.ts', use('../../districts/saihan/policy.json')],
  ['none', 'src/platform/pack.ts', use('@district/policy.json')],
  ['house/arrows', 'src/features/madeUp/model/a.ts', use('@district/policy.json')],
  ['house/arrows', 'src/platform/clock.ts', use('../../districts/saihan/policy.json')],
  ['house/arrows', 'src/features/madeUp/model/a.ts', use('../../../../districts/saihan/policy.json')],
  ['house/arrows', 'domain/policy/read.ts', use('../../districts/saihan/policy.json')],
  // the server's own arrows
  ['none', 'server/routes/path.ts', use('../services/path')],
  ['none', 'server/routes/path.ts', use('#contract/path')],
  ['house/arrows', 'server/routes/path.ts', use('../queries/ledger')],
  ['house/arrows', 'server/routes/path.ts', use('../database/pool')],
  ['house/arrows', 'server/routes/path.ts', use('#domain/path/requirement')],
  ['none', 'server/services/path.ts', use('../queries/ledger')],
  ['none', 'server/services/path.ts', use('#domain/path/requirement')],
  ['house/arrows', 'server/services/path.ts', use('../routes/path')],
  ['house/arrows', 'server/queries/ledger.ts', use('../services/path')],
  ['house/arrows', 'server/migrations/district/0001.ts', use('#domain/path/requirement')],
  ['none', 'server/services/path.ts', use('../problem')],
  ['house/arrows', 'server/services/path.ts', use('../app')],
  ['house/arrows', 'server/problem.ts', use('./services/path')],
  ['house/arrows', 'server/database/pool.ts', use('../services/path')],
  ['none', 'server/services/sessions.ts', use('../demo/story')],
  ['none', 'server/demo/seed.ts', use('./story')],
  ['house/arrows', 'server/services/sessions.ts', use('../demo/seed')],
  ['house/arrows', 'server/services/clock.ts', use('../jobs/tick')],
  ['none', 'server/main.ts', use('./app')],
  ['none', 'scripts/openapi.ts', use('../server/app')],
  ['house/arrows', 'scripts/openapi.ts', use('../src/text/refusals')],
  // domain and contract
  ['none', 'domain/path/requirement.ts', use('../time')],
  ['none', 'domain/path/requirement.ts', use('#domain/time')],
  ['house/arrows', 'domain/path/requirement.ts', useType('#contract/path')],
  ['house/arrows', 'domain/path/requirement.ts', use('../../server/services/path')],
  ['house/arrows', 'domain/path/requirement.ts', useType('../../src/text/refusals')],
  ['house/arrows', 'domain/path/requirement.ts', use('dayjs')],
  ['house/arrows', 'domain/path/requirement.ts', use('node:crypto')],
  ['house/arrows', 'domain/path/requirement.ts', useType('typebox')],
  ['none', 'contract/path.ts', use('typebox')],
  ['none', 'contract/path.ts', use('#domain/time')],
  ['house/arrows', 'contract/path.ts', use('../server/app')],
  ['house/arrows', 'contract/path.ts', use('fastify')],
  // what the table doesn't know
  ['house/arrows', 'src/helpers/a.ts', value('1')],
  ['house/arrows', 'server/repositories/a.ts', value('1')],
  ['house/arrows', 'domain/path/requirement.ts', use('../../../elsewhere/a')],
]

const barrels: readonly Case[] = [
  ['house/no-barrels', 'src/components/index.ts', "export { Card } from './Card'\n"],
  ['house/no-barrels', 'domain/hours/index.ts', "export * from './entries'\n"],
  ['house/no-barrels', 'domain/hours/index.ts', "import { total } from './entries'\nexport { total }\n"],
  ['house/no-barrels', 'domain/hours/all.ts', "export { total } from './entries'\nexport { round } from './round'\n"],
  ['none', 'src/pages/home/index.tsx', 'export default function Home() {\n  return null\n}\n'],
]

const taro: readonly Case[] = [
  [
    'house/taro-effects',
    'src/pages/home/index.tsx',
    "import Taro from '@tarojs/taro'\nvoid Taro.showToast({ title: '' })\n",
  ],
  ['house/taro-effects', 'src/features/madeUp/hooks/a.ts', "import { request } from '@tarojs/taro'\nvoid request\n"],
  ['house/taro-effects', 'src/components/Card.tsx', "import * as Taro from '@tarojs/taro'\nvoid Taro\n"],
  ['house/taro-effects', 'src/app.tsx', value("import('@tarojs/taro')")],
  [
    'none',
    'src/pages/home/index.tsx',
    "import { useDidShow, useLoad } from '@tarojs/taro'\nvoid [useDidShow, useLoad]\n",
  ],
  ['none', 'src/pages/home/index.tsx', "import type Taro from '@tarojs/taro'\nexport type Hit = Taro.request.Option\n"],
  ['none', 'src/platform/toast.ts', "import Taro from '@tarojs/taro'\nvoid Taro.showToast({ title: '' })\n"],
]

const globalOf = (file: string, names: readonly string[]): Case[] =>
  names.map((name) => ['no-restricted-globals', file, value(name)] as const)
const syntaxOf = (file: string, expressions: readonly string[]): Case[] =>
  expressions.map((expression) => ['no-restricted-syntax', file, value(expression)] as const)

const forbidden: readonly Case[] = [
  ...globalOf('domain/path/a.ts', ['Date.now()', 'new Date()', 'new Intl.NumberFormat()', 'globalThis', 'process.env']),
  ...globalOf('domain/path/a.ts', ['console.log(1)', 'setTimeout(f, 1)', 'performance.now()', 'crypto.randomUUID()']),
  ...globalOf('domain/path/a.ts', ['structuredClone(x)', 'BigInt(1)', 'fetch(x)', 'new Function(x)']),
  ...syntaxOf('domain/path/a.ts', [
    'Math.random()',
    'x.toLocaleString()',
    'x.toLocaleDateString()',
    'a.localeCompare(b)',
  ]),
  ...syntaxOf('domain/path/a.ts', [
    'x.at(-1)',
    'x.toSorted()',
    'x.replaceAll(a, b)',
    'Object.hasOwn(x, y)',
    '/(?<=a)b/',
  ]),
  ['none', 'domain/path/a.ts', value('Math.max(1, 2) + x.slice(-1)[0]')],
  ...globalOf('contract/path.ts', ['Date.now()', 'process.env']),

  ...syntaxOf('src/features/madeUp/model/a.ts', ['x.at(-1)', 'x.toSorted()', 'x.findLast(f)', 'x.replaceAll(a, b)']),
  ...syntaxOf('src/features/madeUp/model/a.ts', [
    'Object.hasOwn(x, y)',
    '/(?<!a)b/',
    "new RegExp('(?<=a)b')",
    '10n',
    '/a/d',
  ]),
  ...syntaxOf('src/features/madeUp/model/a.ts', ['x.toLocaleString()', 'Date.now()', 'new Date()']),
  ...globalOf('src/features/madeUp/model/a.ts', ['structuredClone(x)', 'wx.login()', 'window.name', 'document.title']),
  ...globalOf('src/features/madeUp/model/a.ts', ['new URL(x)', 'new AbortController()', 'Intl', 'new TextEncoder()']),
  ...globalOf('src/components/a.tsx', ['localStorage', 'sessionStorage', 'navigator.onLine', 'fetch(x)']),
  ['none', 'src/features/madeUp/model/a.ts', value("new Date(at).getTime() + '(?<name>a)'.length + x.flat().length")],
  ['none', 'src/features/madeUp/model/a.ts', value('/(?<name>a)/u')],
  // the same lists hold where effects live, but for the effects
  ...syntaxOf('src/platform/a.ts', ['x.at(-1)', '/(?<=a)b/']),
  ...globalOf('src/platform/a.ts', ['new URL(x)', 'new Function(x)']),
  ['none', 'src/platform/clock.ts', value('Date.now()')],

  ...syntaxOf('server/services/a.ts', [
    'Date.now()',
    'new Date()',
    'sql`select now()`',
    'sql`where day = CURRENT_DATE`',
  ]),
  ...syntaxOf('server/routes/a.ts', ['Date.now()']),
  ...syntaxOf('server/queries/a.ts', ['sql`select clock_timestamp( )`']),
  ['none', 'server/services/a.ts', value('sql`select unknown(), new Date(1)` + new Date(at).getTime()')],
  ['no-console', 'server/services/a.ts', 'console.log(1)\n'],
  ['no-console', 'src/pages/home/index.tsx', 'console.log(1)\n'],
  ['none', 'server/main.ts', 'console.log(1)\n'],

  ['no-restricted-syntax', 'test/domain/a.test.ts', "test.only('x', () => undefined)\n"],
  ['no-restricted-syntax', 'test/server/a.test.ts', "fdescribe('x', () => undefined)\n"],
  ['none', 'test/domain/a.test.ts', "test('x', () => undefined)\n"],
]

const habits: readonly Case[] = [
  ['@typescript-eslint/no-explicit-any', 'server/services/a.ts', 'export const a = (x: any): number => (x ? 1 : 2)\n'],
  ['@typescript-eslint/no-non-null-assertion', 'server/services/a.ts', 'export const a = (x?: number): number => x!\n'],
  [
    '@typescript-eslint/consistent-type-imports',
    'domain/path/a.ts',
    "import { Day } from '../time'\nexport type D = Day\n",
  ],
  ['@typescript-eslint/ban-ts-comment', 'server/services/a.ts', '// @ts-ignore\nexport const a = 1\n'],
  [
    'react-hooks/rules-of-hooks',
    'src/pages/home/index.tsx',
    "import { useState } from 'react'\nexport function Home(p: { on: boolean }) {\n  if (p.on) useState(1)\n  return null\n}\n",
  ],
  [
    'react-hooks/exhaustive-deps',
    'src/pages/home/index.tsx',
    "import { useEffect } from 'react'\nexport function Home(p: { go: (n: number) => void; n: number }) {\n  const { go, n } = p\n  useEffect(() => go(n), [go])\n  return null\n}\n",
  ],
]

const all: readonly Case[] = [...arrows, ...barrels, ...taro, ...forbidden, ...habits]
let complaints: Complaint[][] = []

beforeAll(() => {
  complaints = lintAll(all.map(([, file, code]): Planted => ({ file, code })))
})

describe.each(all.map((planted, index) => [index, ...planted] as const))('%i', (index, rule, file, code) => {
  test(`${rule === 'none' ? 'allowed' : rule} in ${file}: ${code.split('\n')[0] ?? ''}`, () => {
    const found = [...new Set((complaints[index] ?? []).map((complaint) => complaint.ruleId))]
    expect(found).toEqual(rule === 'none' ? [] : [rule])
  })
})
