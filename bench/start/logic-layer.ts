import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import vm from 'node:vm'

setFlagsFromString('--expose-gc')
const collectGarbage = vm.runInNewContext('gc') as () => void

let nonce = 0

/** Where webpack keeps its chunks: the one name on wx that must not be there at first. */
const WEBPACK = /^webpackJsonp/

/** The names WeChat's functions go by don't matter here: each exists, does nothing and gives back an empty object. */
function emptyWx(): object {
  const nothing = () => ({})
  const known: Record<string, unknown> = { getStorageSync: () => '', canIUse: () => true }
  return new Proxy(known, {
    get: (target, name) => (name in target ? target[String(name)] : WEBPACK.test(String(name)) ? undefined : nothing),
    has: () => true,
    set: (target, name, value) => Reflect.set(target, name, value),
  })
}

interface AppJson {
  readonly pages: readonly string[]
  readonly tabBar?: { readonly custom?: boolean }
}

/**
 * The processor time, in milliseconds, that a build's scripts take from nothing to a registered first page: app.js with all it requires,
 * the custom tab bar, the first page. In a fresh context with what WeChat's logic layer has, compiled anew each time
 * (V8 would know an unchanged source again). Throws when the build doesn't register an app and a page.
 */
export function startOnce(build: string): Promise<number> {
  const { pages, tabBar } = JSON.parse(readFileSync(join(build, 'app.json'), 'utf8')) as AppJson
  const entries = ['app.js', ...(tabBar?.custom ? ['custom-tab-bar/index.js'] : []), `${pages[0] ?? ''}.js`]
  const registered: string[] = []
  const register = (kind: string) => () => void registered.push(kind)
  const timers = { setTimeout, clearTimeout, setInterval, clearInterval }
  const context = vm.createContext({
    ...timers,
    console,
    wx: emptyWx(),
    App: register('App'),
    Page: register('Page'),
    Component: register('Component'),
    Behavior: () => ({}),
    getApp: () => ({}),
    getCurrentPages: () => [],
  })

  // Reading is the disk's time, not the scripts': everything is in memory before the clock starts.
  const sources = new Map<string, string>()
  const preload = (file: string): void => {
    if (sources.has(file)) return
    const source = readFileSync(join(build, file), 'utf8')
    sources.set(file, `(function (require, module, exports) {${source}\n/* ${nonce++} */})`)
    for (const [, target] of source.matchAll(/require\("(\.[^"]+)"\)/g)) {
      if (target !== undefined) preload(resolve(file, target))
    }
  }
  entries.forEach(preload)

  const modules = new Map<string, { exports: unknown }>()
  const load = (file: string): unknown => {
    const known = modules.get(file)
    if (known) return known.exports
    const module = { exports: {} as unknown }
    modules.set(file, module)
    const source = sources.get(file)
    if (source === undefined) throw new Error(`${file} is required and isn't in the build`)
    const body = new vm.Script(source, { filename: file }).runInContext(context) as (
      require: (target: string) => unknown,
      module: { exports: unknown },
      exports: unknown,
    ) => void
    body((target) => load(resolve(file, target)), module, module.exports)
    return module.exports
  }

  // Processor time: a busy machine makes a script wait, and that is not its own slowness.
  collectGarbage()
  const before = process.cpuUsage()
  for (const entry of entries) load(entry)
  const { user, system } = process.cpuUsage(before)
  const ms = (user + system) / 1000
  if (!registered.includes('App') || registered.length < entries.length) {
    throw new Error(`${build} registered only ${registered.join(', ') || 'nothing'}`)
  }
  return settled(ms)
}

/** Lets what the scripts put off come and go, so that it isn't counted in the next round. */
function settled(ms: number): Promise<number> {
  return new Promise((done) => setTimeout(() => done(ms), 20))
}

function resolve(from: string, target: string): string {
  const file = join(dirname(from), target)
  return file.endsWith('.js') ? file : `${file}.js`
}
