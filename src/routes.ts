import type { Link } from './platform/navigation'

/**
 * Every screen of the app, by a name and its path. Screens are reached by name, so that a renamed path breaks the
 * build and not a person's tap.
 */
export const pages = {
  path: 'pages/path/index',
  mine: 'pages/mine/index',
} as const

export type PageName = keyof typeof pages

/** The tabs, in their order. The names of their icons are the kit's. */
export const tabs = [
  { name: 'path', text: '路径', icon: 'path' },
  { name: 'mine', text: '我的', icon: 'mine' },
] as const

export type TabName = (typeof tabs)[number]['name']

/** The way to a tab. */
export function tabLink(name: TabName): Link {
  return { url: `/${pages[name]}`, tab: true }
}

/** Which tab a page is, by the path that Taro gives it (with or without a slash, with or without a query). */
export function tabAt(path: string): TabName | undefined {
  const bare = path.replace(/^\//, '').replace(/\?.*$/, '')
  return tabs.find((tab) => pages[tab.name] === bare)?.name
}
