import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

let names: readonly string[] | undefined

/**
 * Names of all functions of wx, read from WeChat's own typings: whatever is among them and not acted out here exists
 * in the bundle and reports itself when called.
 */
export function wxNames(): readonly string[] {
  if (names) return names
  const file = createRequire(__filename).resolve('miniprogram-api-typings/types/wx/lib.wx.api.d.ts')
  // Examples in the comments are code as well.
  const text = readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\//g, '')
  const start = text.indexOf('\n    interface Wx {')
  const body = text.slice(start, text.indexOf('\n    }', start))
  const found = new Set<string>()
  for (const match of body.matchAll(/^ {8}(\w+)(?:<|\()/gm)) if (match[1] !== undefined) found.add(match[1])
  if (found.size < 300) throw new Error(`only ${found.size} names found in ${file}: has its layout changed?`)
  names = [...found].sort()
  return names
}
