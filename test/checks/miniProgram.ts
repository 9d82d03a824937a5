import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** A whole, faultless built mini-program, by file: what the checks must let pass. */
const GOOD: Readonly<Record<string, string>> = {
  'app.json': JSON.stringify({
    pages: ['pages/home/index', 'pages/mine/index'],
    subPackages: [{ root: 'packages/league', pages: ['today/index'] }],
    preloadRule: { 'pages/home/index': { network: 'all', packages: ['packages/league'] } },
    tabBar: {
      custom: true,
      list: [
        { pagePath: 'pages/home/index', text: 'a', iconPath: 'icons/home.png', selectedIconPath: '@homeOn' },
        { pagePath: 'pages/mine/index', text: 'b' },
      ],
    },
    themeLocation: 'theme.json',
  }),
  'theme.json': JSON.stringify({ light: { homeOn: 'icons/light.png' }, dark: { homeOn: 'icons/dark.png' } }),
  'icons/home.png': 'x',
  'icons/light.png': 'x',
  'icons/dark.png': 'x',
  'app.js': 'App({})',
  'app.wxss': '@import "./shared.wxss"; .a { color: red }',
  'shared.wxss': '.b { background: url("data:image/png;base64,AAAA") }',
  'base.wxml': '<wxs module="xs" src="./utils.wxs" /><template name="t"><view class="{{a > 1}}">x</view></template>',
  'utils.wxs': 'module.exports = { a: function (x) { return x } }',
  ...unit('pages/home/index', { wxml: '<import src="../../base.wxml"/><comp/><image src="/icons/home.png"/>' }),
  ...unit('pages/mine/index', { wxml: '<!-- <nosuch> --><include src="../../base.wxml"/><image src="{{src}}"/>' }),
  ...unit('packages/league/today/index', {}),
  ...unit('custom-tab-bar/index', {}),
  ...unit('comp', {}),
  'pages/home/index.json': JSON.stringify({ usingComponents: { comp: '../../comp' } }),
}

function unit(name: string, { wxml = '<view/>' }: { readonly wxml?: string }): Record<string, string> {
  return { [`${name}.js`]: 'Page({})', [`${name}.json`]: '{}', [`${name}.wxml`]: wxml }
}

/**
 * Runs `look` on the faultless mini-program with some files replaced (a text) or taken away (null), in a folder of its
 * own that is gone afterwards.
 */
export async function withMiniProgram<T>(
  changes: Readonly<Record<string, string | null>>,
  look: (root: string) => Promise<T>,
): Promise<T> {
  const root = mkdtempSync(join(tmpdir(), 'mini-program-'))
  try {
    for (const [name, content] of Object.entries({ ...GOOD, ...changes })) {
      if (content === null) continue
      mkdirSync(dirname(join(root, name)), { recursive: true })
      writeFileSync(join(root, name), content)
    }
    return await look(root)
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}

/** The faultless app.json with some keys replaced. */
export function appJson(changes: Readonly<Record<string, unknown>>): string {
  return JSON.stringify({ ...(JSON.parse(GOOD['app.json'] ?? '{}') as object), ...changes })
}
