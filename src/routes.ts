import type { Link } from './platform/navigation'

/**
 * Every screen of the app, by a name and its path. Screens are reached by name, so that a renamed path breaks the
 * build and not a person's tap.
 */
export const pages = {
  path: 'pages/path/index',
  mine: 'pages/mine/index',
  signIn: 'pages/sign-in/index',
  profile: 'pages/profile/index',
  data: 'pages/data/index',
} as const

/** The League's people's screens: a package of their own, fetched by those who have the office. */
export const league = {
  root: 'packages/league',
  pages: {
    people: 'people/index',
    person: 'person/index',
    record: 'record/index',
    activist: 'activist/index',
    overview: 'overview/index',
  },
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

function link(path: string, query: Readonly<Record<string, string | undefined>> = {}): Link {
  const pairs = Object.keys(query).flatMap((name) => {
    const value = query[name]
    return value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`]
  })
  return { url: `/${path}${pairs.length === 0 ? '' : `?${pairs.join('&')}`}`, tab: false }
}

function leagueLink(page: keyof typeof league.pages, query: Readonly<Record<string, string | undefined>>): Link {
  return link(`${league.root}/${league.pages[page]}`, query)
}

/** The way to every screen that isn't a tab, with what it must be told. */
export const links = {
  signIn: () => link(pages.signIn),
  profile: () => link(pages.profile),
  data: () => link(pages.data),
  people: (organisation: string) => leagueLink('people', { organisation }),
  person: (person: string) => leagueLink('person', { person }),
  /** `entry`: the one to correct; none = a new one. */
  record: (person: string, entry?: string) => leagueLink('record', { person, entry }),
  activist: (person: string) => leagueLink('activist', { person }),
  overview: (organisation: string) => leagueLink('overview', { organisation }),
} as const
