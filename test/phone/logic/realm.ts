import { existsSync, readFileSync, statSync } from 'node:fs'
import { join, posix } from 'node:path'
import { compileFunction, createContext, type Context } from 'node:vm'

import { transformSync } from '@swc/core'

import type { Dist } from '../dist'

import type { boot } from './boot'
import type { BootOptions, EventChannel, Host, Realm, Zone } from './host'
import type { liveIn } from './zone'

/** Names that WeChat's module wrapper declares, so that a bundle finds them undefined. */
const WRAPPER = [
  'require',
  'module',
  'exports',
  'window',
  'document',
  'frames',
  'self',
  'location',
  'navigator',
  'localStorage',
  'sessionStorage',
  'history',
  'Caches',
  'screen',
  'alert',
  'confirm',
  'prompt',
  'XMLHttpRequest',
  'WebSocket',
  'fetch',
  'Reporter',
  'webkit',
  'WeixinJSCore',
]

interface Module {
  exports: unknown
}

const sources = new Map<string, string>()

/** A file beside this one as the JavaScript of a CommonJS module: it has to be evaluated in another realm, so it cannot be imported. */
function sourceOf(file: string): string {
  const known = sources.get(file)
  if (known !== undefined) return known
  const { code } = transformSync(readFileSync(join(__dirname, file), 'utf8'), {
    filename: file,
    configFile: false,
    swcrc: false,
    jsc: { parser: { syntax: 'typescript' }, target: 'es2019' },
    module: { type: 'commonjs' },
  })
  sources.set(file, code)
  return code
}

/** What such a file exports, made inside a context. */
function evaluateIn(context: Context, file: string): unknown {
  const exports = {}
  const module = compileFunction(sourceOf(file), ['exports'], { parsingContext: context, filename: file })
  module.call(undefined, exports)
  return exports
}

/** The logic layer of one mini-program: a vm context with ECMAScript and wx in it, and nothing else. */
export class LogicRealm {
  private readonly context: Context
  private readonly realm: Realm
  private readonly modules = new Map<string, Module>()

  constructor(
    private readonly dist: Dist,
    host: Host,
    options: BootOptions,
    zone?: Zone,
  ) {
    this.context = createContext({}, { codeGeneration: { strings: false, wasm: false } })
    if (zone) (evaluateIn(this.context, 'zone.ts') as { liveIn: typeof liveIn }).liveIn(zone)
    this.realm = (evaluateIn(this.context, 'boot.ts') as { boot: typeof boot }).boot(host, options)
  }

  /** The value as a copy made of the realm's own objects. */
  convert(value: unknown): unknown {
    return this.realm.convert(value)
  }

  parse(json: string): unknown {
    return this.realm.parse(json)
  }

  channel(): [EventChannel, EventChannel] {
    return this.realm.channel()
  }

  /** Whether the promise was made by the bundle. */
  owns(promise: unknown): boolean {
    return promise instanceof this.realm.Promise
  }

  /**
   * Runs a file of the build as a CommonJS module, once.
   * @param path relative to the build's root
   */
  require(path: string): unknown {
    const known = this.modules.get(path)
    if (known) return known.exports
    const module = this.realm.parse('{"exports":{}}') as Module
    this.modules.set(path, module)
    const file = this.dist.file(path)
    const run = compileFunction(readFileSync(file, 'utf8'), WRAPPER, { parsingContext: this.context, filename: file })
    const requireFrom = (id: string): unknown => this.require(this.resolve(path, id))
    const requireLater = (id: string): Promise<unknown> => {
      try {
        return this.realm.Promise.resolve(requireFrom(id))
      } catch (error) {
        // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- the bundle's own error, unchanged
        return this.realm.Promise.reject(error)
      }
    }
    try {
      run.call(undefined, Object.assign(requireFrom, { async: requireLater }), module, module.exports)
    } catch (error) {
      this.modules.delete(path)
      throw error
    }
    return module.exports
  }

  private resolve(from: string, id: string): string {
    const base = id.startsWith('/') ? id.slice(1) : posix.join(posix.dirname(from), id)
    for (const candidate of [base, `${base}.js`, `${base}/index.js`]) {
      const file = this.dist.file(candidate)
      if (candidate.endsWith('.js') && existsSync(file) && statSync(file).isFile()) return candidate
    }
    throw new this.realm.Error(`module '${base}.js' is not defined, require args is '${id}'`)
  }
}
