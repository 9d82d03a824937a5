import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runInThisContext } from 'node:vm'
import * as shared from '@tarojs/shared'
import ts from 'typescript'
import loader from '../../config/loaders/cut'
import lean from '../../config/plugins/lean'

const TARO = join(__dirname, '..', '..', 'node_modules', '@tarojs')

interface Options {
  readonly cuts: readonly (readonly [find: string, instead: string])[]
}

/** What the plugin cuts in a build for a platform: the files' patterns and the cuts. */
function cutsFor(platform: string): [file: RegExp, options: Options][] {
  const cuts: [RegExp, Options][] = []
  const rule = (file: RegExp) => ({
    use: () => ({ loader: () => ({ options: (options: Options) => cuts.push([file, options]) }) }),
  })
  const chain = { module: { rule: () => ({ test: rule }) } }
  const before = process.env.TARO_ENV
  process.env.TARO_ENV = platform
  const ctx = {
    modifyWebpackChain: (fn: (args: object) => void) => {
      fn({ chain })
    },
  }
  lean(ctx as unknown as Parameters<typeof lean>[0])
  if (before === undefined) delete process.env.TARO_ENV
  else process.env.TARO_ENV = before
  return cuts
}

const CUTS = cutsFor('weapp')

function source(path: string, isCut: boolean): string {
  const text = readFileSync(path, 'utf8')
  const options = CUTS.find(([file]) => file.test(path))?.[1]
  return isCut && options ? loader.call({ resourcePath: path, getOptions: () => options }, text) : text
}

/** The exports of one of Taro's modules with all that it imports, as published or cut. */
function load(path: string, isCut: boolean, loaded = new Map<string, object>()): object {
  const known = loaded.get(path)
  if (known) return known
  const module = { exports: {} }
  loaded.set(path, module.exports)
  const { outputText } = ts.transpileModule(source(path, isCut), {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
  })
  const load1 = (name: string) => (name === '@tarojs/shared' ? shared : load(join(path, '..', name), isCut, loaded))
  const run = runInThisContext(`(function (module, exports, require) {${outputText}\n})`) as (...args: object[]) => void
  run(module, module.exports, load1)
  return module.exports
}

interface Style {
  cssText: string
  setProperty: (name: string, value: string | null) => void
  removeProperty: (name: string) => string
  getPropertyValue: (name: string) => string
}
interface Update {
  path: string
  value: string
}

/** A style object of Taro's runtime on a node that is shown, and what it sends. */
function styled(isCut: boolean): { style: Style; sent: Update[] } {
  const { Style } = load(join(TARO, 'runtime', 'dist', 'dom', 'style.js'), isCut) as {
    Style: new (element: object) => Style
  }
  const sent: Update[] = []
  const element = { _root: {}, _path: 'root.cn.[0]', enqueueUpdate: (update: Update) => sent.push(update) }
  return { style: new Style(element), sent }
}

test('each cut is of a file that is there, and fits it', () => {
  const files = [
    ['taro', 'index.js'],
    ['runtime', 'dist', 'bom', 'window.js'],
    ['runtime', 'dist', 'dom', 'document.js'],
    ['runtime', 'dist', 'dom', 'style.js'],
    ['react', 'dist', 'react.esm.js'],
  ].map((file) => join(TARO, ...file))
  expect(files.filter((file) => !existsSync(file))).toEqual([])
  expect(CUTS).toHaveLength(files.length)
  for (const file of files) expect(source(file, true)).not.toBe(source(file, false))
})

test('what is left of each file is still a script', () => {
  for (const file of [
    'taro/index.js',
    'runtime/dist/bom/window.js',
    'runtime/dist/dom/document.js',
    'react/dist/react.esm.js',
  ]) {
    const { diagnostics } = ts.transpileModule(source(join(TARO, file), true), {
      reportDiagnostics: true,
      compilerOptions: { allowJs: true },
    })
    expect(diagnostics).toEqual([])
  }
})

test('the web version is left alone', () => {
  expect(cutsFor('h5')).toEqual([])
})

describe('a style without accessors', () => {
  const acts: [name: string, act: (style: Style) => void][] = [
    ['a length', (style) => style.setProperty('width', '40%')],
    ['a name with dashes', (style) => style.setProperty('background-color', 'red')],
    ['a name of React', (style) => style.setProperty('marginTop', '4px')],
    ['a custom property', (style) => style.setProperty('--part', '40%')],
    ['the same again', (style) => style.setProperty('width', '40%')],
    ['another value', (style) => style.setProperty('width', '50%')],
    ['nothing', (style) => style.setProperty('width', '')],
    ['away', (style) => style.setProperty('background-color', null)],
    ['away what is not there', (style) => style.removeProperty('height')],
    ['a text of many', (style) => (style.cssText = 'color: red; background: url(http://a/b)')],
    ['no text', (style) => (style.cssText = '')],
  ]

  test("sends what Taro's own sends, act by act", () => {
    const [own, ours] = [styled(false), styled(true)]
    for (const [name, act] of acts) {
      act(own.style)
      act(ours.style)
      expect([name, ours.style.cssText]).toEqual([name, own.style.cssText])
      expect([name, ours.sent]).toEqual([name, own.sent])
    }
    expect(ours.sent.length).toBeGreaterThan(5)
  })

  test('reads what was set', () => {
    const { style } = styled(true)
    style.setProperty('margin-top', '4px')
    expect(style.getPropertyValue('margin-top')).toBe('4px')
    expect(style.getPropertyValue('height')).toBe('')
  })
})
