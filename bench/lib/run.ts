import type { Closers } from './stand'

/** A line for who measures. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

/** Runs a bench; takes everything away again in the opposite order, whatever happened. */
export function runBench(main: (closers: Closers) => Promise<void>): void {
  cleaned(main).catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
    process.exitCode = 1
  })
}

async function cleaned(main: (closers: Closers) => Promise<void>): Promise<void> {
  const closers: Closers = []
  const interrupted = new Promise<never>((_, reject) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.once(signal, () => reject(new Error(`Ended by ${signal}.`)))
  })
  try {
    await Promise.race([main(closers), interrupted])
  } finally {
    for (const close of closers.reverse()) await close()
  }
}
