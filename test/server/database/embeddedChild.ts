import { startEmbedded } from '../../../server/database/embedded'

/**
 * A process of its own that owns a data folder (first argument) until it is told to stop: what the tests kill.
 * Says one line of JSON when PostgreSQL is up, and one when it has stopped.
 */
async function main(dataDir: string): Promise<void> {
  const abort = new AbortController()
  const state: { stop?: () => Promise<void> } = {}
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      abort.abort()
      void state.stop?.().then(() => process.exit(0))
    })
  }
  const database = await startEmbedded({ dataDir, log: () => undefined, signal: abort.signal })
  state.stop = () => database.stop()
  const { superuserUrl, apiUrl, port, adopted, created } = database
  process.stdout.write(`${JSON.stringify({ superuserUrl, apiUrl, port, adopted, created })}\n`)
  void database.lost.then(() => process.stdout.write('{"lost":true}\n'))
  // Nothing else keeps this process alive.
  setInterval(() => undefined, 60_000)
}

main(process.argv[2] ?? '').catch((error: unknown) => {
  const { name, message } = error as Error
  process.stderr.write(`${name}: ${message}\n`)
  process.exit(1)
})
