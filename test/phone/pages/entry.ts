import type { Dist } from '../dist'
import type { LogicRealm } from '../logic/realm'
import { asText, type Bag } from '../util'
import type { Mounted } from '../view/view'

/** A page on the stack (or a tab page kept behind it). */
export interface PageEntry {
  readonly id: number
  readonly route: string
  /** As written in the url, undecoded. */
  readonly query: Readonly<Record<string, string>>
  readonly isTab: boolean
  readonly pullDownEnabled: boolean
  readonly view: Mounted
  /** What the bundle has as `this` in its page. */
  readonly page: Bag
  tabBar?: Mounted
  title: string
  closed: boolean
  /** A pull-down refresh is running. */
  pulling: boolean
}

/** What the page's own JSON and app.json's `window` say about a new page. */
export function pageSettings(dist: Dist, route: string): Pick<PageEntry, 'title' | 'pullDownEnabled' | 'isTab'> {
  const json = { ...dist.window, ...dist.json(`${route}.json`) }
  return {
    title: asText(json.navigationBarTitleText),
    pullDownEnabled: json.enablePullDownRefresh === true,
    isTab: dist.isTab(route),
  }
}

/** Sets a value of a page's data by a path such as `list[0].name`, making what is missing on the way. */
export function setByPath(data: Bag, path: string, value: unknown, realm: LogicRealm): void {
  const keys = [...path.matchAll(/[^.[\]]+|\[(\d+)\]/g)].map((match) => match[1] ?? match[0])
  const isIndex = (key: string | undefined): boolean => key !== undefined && path.includes(`[${key}]`)
  let holder = data
  keys.slice(0, -1).forEach((key, index) => {
    const next = holder[key]
    if (next === null || typeof next !== 'object') holder[key] = realm.parse(isIndex(keys[index + 1]) ? '[]' : '{}')
    holder = holder[key] as Bag
  })
  const last = keys.at(-1)
  if (last !== undefined) holder[last] = value
}
