import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { join, posix } from 'node:path'

import { asBag, asList, asText, type Bag } from './util'

export interface Tab {
  readonly path: string
  readonly text: string
}

/** A WeChat build on disk: its app.json, its pages, its tabs. Reads only. */
export class Dist {
  readonly root: string
  readonly app: Bag
  readonly appId: string
  /** First page of app.json, or its `entryPagePath`. */
  readonly entry: string
  readonly routes: ReadonlySet<string>
  readonly tabs: readonly Tab[]
  readonly hasCustomTabBar: boolean
  private readonly subpackageRoots: readonly string[]
  private readonly rootsByName: ReadonlyMap<string, string>

  constructor(folder: string) {
    if (!existsSync(join(folder, 'app.json'))) throw new Error(`${folder} is no WeChat build: it has no app.json`)
    this.root = realpathSync(folder)
    this.app = asBag(this.json('app.json'))
    this.appId = asText(this.json('project.config.json')?.appid) || 'touristappid'
    const pages = asList(this.app.pages).map(asText)
    const subpackages = asList(this.app.subPackages ?? this.app.subpackages).map(asBag)
    this.entry = asText(this.app.entryPagePath) || (pages[0] ?? '')
    this.routes = new Set([
      ...pages,
      ...subpackages.flatMap((sub) => asList(sub.pages).map((page) => posix.join(asText(sub.root), asText(page)))),
    ])
    this.subpackageRoots = subpackages.map((sub) => asText(sub.root).replace(/^\/|\/$/g, ''))
    this.rootsByName = new Map(
      subpackages.flatMap(({ root, name }, n) =>
        [root, name].map((key) => [asText(key), this.subpackageRoots[n] ?? '']),
      ),
    )
    const tabBar = asBag(this.app.tabBar)
    this.tabs = asList(tabBar.list).map((tab) => ({ path: asText(asBag(tab).pagePath), text: asText(asBag(tab).text) }))
    this.hasCustomTabBar = tabBar.custom === true && this.has('custom-tab-bar/index.json')
  }

  /** Absolute path of a file of the build. */
  file(path: string): string {
    return join(this.root, path)
  }

  has(path: string): boolean {
    return existsSync(this.file(path))
  }

  /** A JSON file of the build; null when it is missing or broken. */
  json(path: string): Bag | null {
    try {
      return asBag(JSON.parse(readFileSync(join(this.root, path), 'utf8')))
    } catch {
      return null
    }
  }

  /** app.json's `window`, over which each page's own JSON wins. */
  get window(): Bag {
    return asBag(this.app.window)
  }

  isTab(route: string): boolean {
    return this.tabs.some((tab) => tab.path === route)
  }

  /** Root of the subpackage that holds this page or component. */
  subpackageOf(path: string): string | undefined {
    return this.subpackageRoots.find((root) => path.startsWith(`${root}/`))
  }

  /** Roots of the subpackages that app.json has fetched as soon as this page is open, on whichever network there is. */
  preloadedBy(route: string): string[] {
    const rule = asBag(asBag(this.app.preloadRule)[route])
    if (rule.network !== 'all') return []
    return asList(rule.packages).flatMap((name) => this.rootsByName.get(asText(name)) ?? [])
  }
}
