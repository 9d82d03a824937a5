import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import { ensureWebBuild, webFolder } from '../../scripts/lib/web-build'
import { buildApp } from '../../server/app'
import { seedDemo } from '../../server/demo/seed'
import { startApi, type TestApi } from '../server/support'
import { TEMPLATE_NOW } from '../support/cluster'

const ROOT = join(__dirname, '..', '..')
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** What a test that may have to build the web version first waits at most. */
export const BUILD_MS = 180_000

/** The web version as it is served: built files and API from one origin, and a browser before it. */
export interface Site {
  readonly origin: string
  readonly api: TestApi
  /** A new browser profile: nothing in its storage. */
  open(options?: VisitorOptions): Promise<Visitor>
  close(): Promise<void>
}

export interface VisitorOptions {
  readonly width?: number
  readonly scheme?: 'light' | 'dark'
}

/** Somebody at a browser, and what went wrong there. */
export interface Visitor {
  readonly page: Page
  readonly context: BrowserContext
  /** Console errors and warnings, exceptions, breaches of the content policy, answers of 500 and more. */
  readonly faults: string[]
  /** Loads a page of the app anew, as a reload or a bookmark does; what the tab stores stays. */
  load(path: string): Promise<void>
  /** Agrees to the privacy text and signs in as a persona of the demo. */
  signIn(persona: string): Promise<void>
}

/** Height of the windows, CSS pixels. */
const HEIGHT = 800

export interface SiteOptions {
  /** Without it a database of real people, in which nobody is. */
  readonly demo?: boolean
  /** Days after the one on which the demo's story ends. */
  readonly later?: number
  /** A film (test/web/film) that the browser's camera plays; without it the browser has none. It may be written later. */
  readonly film?: string
}

/** Nobody is asked whether the camera may be used: it is the film. */
const cameraOf = (film: string): readonly string[] => [
  '--use-fake-ui-for-media-stream',
  '--use-fake-device-for-media-stream',
  `--use-file-for-fake-video-capture=${film}`,
]

/** Serves the built web version with an API of its own behind it, and starts the browser. */
export async function startSite(
  executablePath: string,
  { demo = true, later = 0, film }: SiteOptions = {},
): Promise<Site> {
  await ensureWebBuild({ root: ROOT, log: () => undefined, signal: new AbortController().signal })
  const api = await startApi({ demo, now: TEMPLATE_NOW + 3 * 3_600_000 + later * 86_400_000 })
  if (demo) await seedDemo(api.deps, api.district())
  const app = await buildApp({ ...api.deps, webRoot: webFolder(ROOT) })
  await app.listen({ host: '127.0.0.1', port: 0 })
  const origin = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`
  // What the browser draws itself, dates above all, it draws in its own language.
  const args = [...QUIET, ...(film === undefined ? [] : cameraOf(film))]
  const browser = await chromium.launch({ executablePath, args, env: { ...process.env, LANGUAGE: 'zh_CN' } })
  return {
    origin,
    api,
    open: (options = {}) => openVisitor(browser, origin, options),
    async close() {
      await browser.close()
      await app.close()
      await api.close()
    },
  }
}

async function openVisitor(
  browser: Browser,
  origin: string,
  { width = 375, scheme = 'light' }: VisitorOptions,
): Promise<Visitor> {
  const context = await browser.newContext({
    viewport: { width, height: HEIGHT },
    colorScheme: scheme,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
    hasTouch: width < 960,
  })
  const page = await context.newPage()
  page.setDefaultTimeout(10_000)
  const faults: string[] = []
  page.on('console', (message) => {
    // The browser's own note about an answer of 4xx: those are looked at below, and many are right.
    if (message.type() !== 'error' && message.type() !== 'warning') return
    if (!message.text().startsWith('Failed to load resource')) faults.push(`${message.type()}: ${message.text()}`)
  })
  page.on('pageerror', (error) => faults.push(`exception: ${error.message}`))
  page.on('response', (response) => {
    const { pathname } = new URL(response.url())
    const isFile = !pathname.startsWith('/v1/')
    if (response.status() >= 500 || (isFile && response.status() >= 400)) {
      faults.push(`${response.status()} ${pathname}`)
    }
  })
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      console.error(`content policy: ${event.violatedDirective} ${event.blockedURI}`)
    })
  })
  const load = async (path: string): Promise<void> => {
    await page.goto('about:blank')
    await page.goto(`${origin}/#/${path}`)
  }
  return {
    page,
    context,
    faults,
    load,
    async signIn(persona) {
      await load('packages/membership/sign-in/index')
      await page.getByText('同意并登录').click()
      await page.getByText(persona, { exact: true }).click()
      await page.waitForURL(/pages\/path\/index/)
      await page.getByText(/更新$/).waitFor()
      // Who one is comes by itself; the side bar of the next page shows what is known by then.
      await page.waitForFunction(() => sessionStorage.getItem('known:me') !== null)
    },
  }
}
