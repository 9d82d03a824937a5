import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, isAbsolute, resolve } from 'node:path'
import { compileFunction, type Context } from 'node:vm'

const here = createRequire(__filename)

/** Packages of WeChat that keep state in module scope or test with instanceof: evaluated anew in each window. */
const IN_WINDOW = new Set(['miniprogram-simulate', 'j-component', 'miniprogram-exparser', 'expr-parser'])

const sources = new Map<string, string>()

/** Absolute path of a module as seen from a folder. */
export const resolveFrom = (folder: string, id: string): string => here.resolve(id, { paths: [folder] })

/** A module of the host, seen from a folder. */
export const requireFrom = (folder: string, id: string): unknown => here(resolveFrom(folder, id))

/**
 * A small CommonJS loader that evaluates WeChat's packages in a jsdom window, so that no two phones share a module, a
 * cache or a global.
 */
export class WindowLoader {
  private readonly modules = new Map<string, { exports: unknown }>()

  /**
   * @param context the window's vm context
   * @param window the window itself, which the packages call `global`
   * @param replaced exports given instead of a package or (by its absolute path) a file
   */
  constructor(
    private readonly context: Context,
    private readonly window: unknown,
    private readonly replaced: Map<string, unknown>,
  ) {}

  load(file: string): unknown {
    const known = this.modules.get(file)
    if (known) return known.exports
    const module = { exports: this.replaced.get(file) ?? {} }
    this.modules.set(file, module)
    if (this.replaced.has(file)) return module.exports
    const source = sources.get(file) ?? readFileSync(file, 'utf8')
    sources.set(file, source)
    const run = compileFunction(
      source,
      ['exports', 'require', 'module', '__filename', '__dirname', 'global', 'process'],
      { parsingContext: this.context, filename: file },
    )
    const folder = dirname(file)
    run.call(module.exports, module.exports, this.requireOf(folder), module, file, folder, this.window, process)
    return module.exports
  }

  /** Changes what a file exports to those that load it later. */
  replace(file: string, exports: unknown): void {
    this.modules.set(file, { exports })
  }

  private requireOf(folder: string): unknown {
    const requireHere = (id: string): unknown => {
      if (this.replaced.has(id)) return this.replaced.get(id)
      if (id.startsWith('.') || isAbsolute(id)) return this.load(here.resolve(resolve(folder, id)))
      if (IN_WINDOW.has(id.split('/')[0] ?? '')) return this.load(resolveFrom(folder, id))
      return requireFrom(folder, id)
    }
    return Object.assign(requireHere, { resolve: (id: string) => here.resolve(resolve(folder, id)), cache: {} })
  }
}
