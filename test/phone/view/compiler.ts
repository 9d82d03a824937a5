import { readdirSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

import { requireFrom } from './loader'

interface WxmlCompiler {
  wxmlToJs(root: string, options: { maxBuffer: number }): string
}

const compiled = new Map<string, string>()

/** Changes whenever a file that wcc reads has changed. */
function stampOf(root: string): string {
  let files = 0
  let bytes = 0
  let newest = 0
  const walk = (folder: string): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) {
        if (entry.name !== 'node_modules') walk(path)
      } else if (/\.(wxml|wxs|json)$/.test(entry.name)) {
        const { size, mtimeMs } = statSync(path)
        files++
        bytes += size
        newest = Math.max(newest, mtimeMs)
      }
    }
  }
  walk(root)
  return `${root}|${files}|${bytes}|${newest}`
}

/** WeChat's own WXML compiler (wcc), run once for a build however many phones show it. */
export function compileWxml(root: string): string {
  const stamp = stampOf(root)
  let code = compiled.get(stamp)
  if (code === undefined) {
    const simulate = dirname(createRequire(__filename).resolve('miniprogram-simulate/package.json'))
    const compiler = requireFrom(simulate, 'miniprogram-compiler') as WxmlCompiler
    code = compiler.wxmlToJs(root, { maxBuffer: 256 * 1024 * 1024 })
    compiled.set(stamp, code)
  }
  return code
}
