import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** The repository's root. */
export const ROOT = join(__dirname, '..', '..')

/** What a child process said and how it ended. */
export interface Ran {
  readonly ok: boolean
  readonly output: string
}

/**
 * Runs a program to its end, with no stdin, and gives back what it printed (both streams). Never throws: a program that
 * can't be started is a failure with the reason as its output.
 */
export async function run(command: string, args: readonly string[], cwd = ROOT, env = process.env): Promise<Ran> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
    const parts: string[] = []
    child.stdout.on('data', (part: Buffer) => parts.push(part.toString()))
    child.stderr.on('data', (part: Buffer) => parts.push(part.toString()))
    child.on('error', (error) => resolve({ ok: false, output: `${command}: ${error.message}` }))
    child.on('close', (code, signal) => {
      if (signal) parts.push(`${command} was ended by ${signal}`)
      resolve({ ok: code === 0, output: parts.join('') })
    })
  })
}

/** Runs the command that a package in node_modules brings, without a shell and without npx. */
export async function runPackage(name: string, bin: string, args: readonly string[], env = process.env): Promise<Ran> {
  const load = createRequire(join(ROOT, 'package.json'))
  const manifest = load.resolve(`${name}/package.json`)
  const { bin: bins } = load(manifest) as { readonly bin: string | Readonly<Record<string, string>> }
  const file = typeof bins === 'string' ? bins : bins[bin]
  if (file === undefined) return { ok: false, output: `the package ${name} has no command ${bin}` }
  return run(process.execPath, [join(dirname(manifest), file), ...args], ROOT, env)
}
