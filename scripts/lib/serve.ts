import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Instant } from '#domain/time'
import { buildApp } from '../../server/app'
import { seedDemo } from '../../server/demo/seed'
import type { Deps } from '../../server/deps'
import { tick } from '../../server/jobs/tick'
import type { OpenDatabase } from '../../server/migrations/open-database'
import { demoOffset } from '../../server/services/demo-clock'
import { codeOrigin, type Settings } from '../../server/settings'
import { createWechat } from '../../server/wechat/client'
import { StartError } from './start-error'

/** How often what is due later is looked for. */
const TICK_MS = 60_000
/** How long open requests may take to end when the server stops. */
const GRACE_MS = 5_000

export interface ServeOptions {
  readonly settings: Settings
  readonly database: OpenDatabase
  /** The built web version. */
  readonly webRoot: string | undefined
  /** One line of the server's log. */
  readonly log: Deps['log']
}

export interface RunningApi {
  /** As Node listens: `http://127.0.0.1:3000`. */
  readonly address: string
  close(): Promise<void>
}

/**
 * Listens, after telling the personas' story into a new demo, and does what is due later until it is closed.
 *
 * @throws StartError with one sentence when HOST or PORT can't be listened on
 */
export async function serve({ settings, database, webRoot, log }: ServeOptions): Promise<RunningApi> {
  const { wechat } = settings
  const deps: Deps = {
    realNow: Date.now,
    platform: database.platform,
    districts: database.districts,
    demo: database.demo,
    wechat: wechat && createWechat({ appId: wechat.appId, secret: wechat.secret, baseUrl: wechat.apiUrl }),
    requestKey: database.requestKey,
    origin: codeOrigin(settings),
    webRoot,
    log,
  }
  if (deps.demo) for (const district of deps.districts.values()) await seedDemo(deps, district)
  const app = await buildApp(deps)
  let address: string
  try {
    address = await app.listen({ host: settings.host, port: settings.port })
  } catch (error) {
    await app.close()
    throw explainListenError(error, settings)
  }
  const ticking = keepTicking(deps)
  return {
    address,
    close: async () => {
      await ticking.stop()
      // Connections that a browser keeps open without asking anything would hold the server for a minute.
      app.server.closeIdleConnections()
      const late = setTimeout(() => app.server.closeAllConnections(), GRACE_MS)
      await app.close().finally(() => clearTimeout(late))
    },
  }
}

/**
 * That the port can be had, asked before anything slow is done; it can still be taken until we listen.
 *
 * @throws StartError
 */
export async function assertPortFree(settings: Settings): Promise<void> {
  const probe = createServer()
  try {
    await new Promise<void>((resolve, reject) => {
      probe.once('error', reject)
      probe.listen({ host: settings.host, port: settings.port, exclusive: true }, resolve)
    })
  } catch (error) {
    throw explainListenError(error, settings)
  }
  await new Promise((resolve) => probe.close(resolve))
}

function explainListenError(error: unknown, { host, port }: Settings): unknown {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'EADDRINUSE':
      return new StartError(
        `PORT ${port} on ${host} is taken by another program: stop that one or choose another PORT.`,
      )
    case 'EACCES':
      return new StartError(`PORT ${port} may not be used by this user: choose one above 1023.`)
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new StartError(`HOST ${host} is not an address of this machine.`)
    default:
      return error
  }
}

/** Calls `tick` again and again, one after the other; what fails is logged and tried again the next time. */
function keepTicking(deps: Deps): { stop(): Promise<void> } {
  const stopped = new AbortController()
  const run = async (): Promise<void> => {
    while (!stopped.signal.aborted) {
      try {
        await tick(deps, (deps.realNow() + (deps.demo ? await demoOffset(deps) : 0)) as Instant)
      } catch (error) {
        const { name, code } = error as { name?: string; code?: string }
        deps.log({ level: 'error', what: 'tick', error: code ?? name })
      }
      await sleep(TICK_MS, undefined, { signal: stopped.signal }).catch(() => undefined)
    }
  }
  const running = run()
  return {
    stop: () => {
      stopped.abort()
      return running
    },
  }
}
