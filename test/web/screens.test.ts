import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { pages, subpackages } from '../../src/routes'
import { describeInBrowser } from '../support/chromium'
import { words } from './hands'
import { axeFaults, layoutFaults } from './measure'
import type { Place, Screen } from './screen'
import { SCREENS } from './screens'
import { BUILD_MS, startSite, type Site, type SiteOptions, type Visitor } from './site'

/** A phone, a common phone, a desktop. */
const WIDTHS = [320, 375, 1280] as const
/** Every combination as a picture, for eyes: `SCREENSHOTS=/some/folder npx jest --selectProjects web`. */
const { SCREENSHOTS } = process.env
/** Pictures that are kept are less than half as large as webp; not everything that shows pictures knows it. */
const KIND =
  process.env.SCREENSHOTS_KIND === 'webp' ? ({ type: 'webp', quality: 75 } as const) : ({ type: 'png' } as const)

const PLACES: Readonly<Record<Place, SiteOptions>> = { demo: {}, later: { later: 40 }, real: { demo: false } }

describeInBrowser('every screen', (chromium) => {
  const sites = new Map<Place, Site>()
  const visitors = new Map<string, Visitor>()

  beforeAll(async () => {
    for (const place of ['demo', 'later', 'real'] as const) sites.set(place, await startSite(chromium, PLACES[place]))
  }, BUILD_MS)
  afterAll(async () => {
    for (const site of sites.values()) await site.close()
  })

  function siteOf(place: Place = 'demo'): Site {
    const site = sites.get(place)
    if (!site) throw new Error(`nothing is served of ${place}`)
    return site
  }

  async function visitorOf(site: Site, { place = 'demo', persona }: Screen): Promise<Visitor> {
    const key = `${place} ${persona ?? ''}`
    const known = visitors.get(key)
    if (known) return known
    const visitor = await site.open()
    visitors.set(key, visitor)
    if (persona !== null) await visitor.signIn(persona)
    return visitor
  }

  it.each(SCREENS.map((screen) => [screen.name, screen] as const))('%s', async (_, screen) => {
    const site = siteOf(screen.place)
    const path = typeof screen.path === 'string' ? screen.path : await screen.path(site.api)
    const visitor = await visitorOf(site, screen)
    const { page } = visitor
    await page.setViewportSize({ width: 375, height: 800 })
    await visitor.load(path)
    await words(page, screen.shows).waitFor()
    await screen.act?.(page)
    const faults: string[] = []
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 800 })
      for (const scheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme: scheme })
        const where = `${width} ${scheme}`
        if (scheme === 'light') faults.push(...(await layoutFaults(page)).map((fault) => `${where}: ${fault}`))
        // Colours are the same at every width; what there is differs between a phone and a desktop.
        if (width === 375 || (width === 1280 && scheme === 'light')) {
          faults.push(...(await axeFaults(page)).map((fault) => `${where}: ${fault}`))
        }
        if (SCREENSHOTS) await picture(page, `${screen.name}-${width}-${scheme}`)
      }
    }
    await leave(page)
    expect(faults).toEqual([])
    expect(visitor.faults).toEqual([])
  })

  it('none of the app’s pages is left out', async () => {
    const { api } = siteOf()
    const seen = new Set<string>()
    for (const { path } of SCREENS) seen.add((typeof path === 'string' ? path : await path(api)).replace(/\?.*$/, ''))
    const all = [
      ...Object.values(pages),
      ...subpackages.flatMap(({ root, pages: inside }) => Object.values(inside).map((page) => `${root}/${page}`)),
    ]
    expect([...seen].sort()).toEqual([...all].sort())
  })

  it('no two have the same name', () => {
    const names = SCREENS.map(({ name }) => name)
    expect([...new Set(names)]).toEqual(names)
  })
})

/** As whoever comes next expects it: daylight, a network, and nothing typed. */
async function leave(page: Page): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light' })
  await page.unrouteAll({ behavior: 'ignoreErrors' })
  await page.evaluate(() => {
    for (const key of Object.keys(sessionStorage)) if (/^draft:|^check-ins$/.test(key)) sessionStorage.removeItem(key)
  })
}

async function picture(page: Page, name: string): Promise<void> {
  mkdirSync(SCREENSHOTS ?? '', { recursive: true })
  // A page scrolls within itself: the window has to be as high as what it holds.
  const before = page.viewportSize() ?? { width: 0, height: 0 }
  const height = await page.evaluate(() =>
    Math.max(
      ...[...document.querySelectorAll('.taro_page')].map((one) => (one.checkVisibility() ? one.scrollHeight : 0)),
    ),
  )
  await page.setViewportSize({ ...before, height: Math.max(height, before.height) })
  await page.screenshot({ ...KIND, path: join(SCREENSHOTS ?? '', `${name}.${KIND.type}`) })
  await page.setViewportSize(before)
}
