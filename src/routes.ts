import type { Link } from './platform/navigation'

/**
 * Every screen of the app, by a name and its path. Screens are reached by name, so that a renamed path breaks the
 * build and not a person's tap.
 */
export const pages = {
  path: 'pages/path/index',
  events: 'pages/events/index',
  mine: 'pages/mine/index',
  selfCheck: 'pages/self-check/index',
  steps: 'pages/steps/index',
  checkIn: 'pages/check-in/index',
} as const

/**
 * What one does and looks up now and then: a package of its own, fetched beforehand on every network as soon as a tab
 * opens. What must open without a network the first time (the path, its steps, the self-check) is in `pages`.
 */
export const membership = {
  root: 'packages/membership',
  pages: {
    signIn: 'sign-in/index',
    personas: 'personas/index',
    requirement: 'requirement/index',
    application: 'application/index',
    submitted: 'submitted/index',
    profile: 'profile/index',
    branches: 'branches/index',
    data: 'data/index',
    share: 'share/index',
  },
} as const

/** What one decides about an event, a month's, one's own events and the inbox: a package of its own, fetched beforehand like the former. */
export const event = {
  root: 'packages/event',
  pages: {
    event: 'event/index',
    month: 'month/index',
    mine: 'mine/index',
    ownCode: 'own-code/index',
    inbox: 'inbox/index',
  },
} as const

/** The League's people's screens: a package of their own, fetched by those who have the office. */
export const league = {
  root: 'packages/league',
  pages: {
    branch: 'branch/index',
    person: 'person/index',
    requirement: 'requirement/index',
    paper: 'paper/index',
    talk: 'talk/index',
    nomination: 'nomination/index',
    answer: 'answer/index',
    mentors: 'mentors/index',
    activist: 'activist/index',
    classHours: 'class-hours/index',
    classOfMany: 'class-of-many/index',
    volunteerHours: 'volunteer-hours/index',
    civics: 'civics/index',
    nominations: 'nominations/index',
    overview: 'overview/index',
    classRequests: 'class-requests/index',
    words: 'words/index',
    season: 'season/index',
    handOvers: 'hand-overs/index',
  },
} as const

/** The screens of a venue's hosts. */
export const host = {
  root: 'packages/host',
  pages: {
    venue: 'venue/index',
    form: 'form/index',
    desk: 'desk/index',
    registrations: 'registrations/index',
    sheet: 'sheet/index',
  },
} as const

/**
 * What a host does at the door: the desk, the roll, the close-out. Fetched beforehand where hosts pass, for a door may have no
 * network.
 */
export const desk = {
  root: 'packages/desk',
  pages: {
    board: 'board/index',
    scan: 'scan/index',
    roll: 'roll/index',
    closeOut: 'close-out/index',
    team: 'team/index',
    record: 'record/index',
  },
} as const

/** The packages that are fetched when they are needed, or beforehand. */
export const subpackages = [membership, event, league, host, desk] as const

export type PageName = keyof typeof pages

/** The tabs, in their order. The names of their icons are the kit's. */
export const tabs = [
  { name: 'path', text: '路径', icon: 'path' },
  { name: 'events', text: '活动', icon: 'events' },
  { name: 'mine', text: '我的', icon: 'mine' },
] as const

/** The middle of the bar: no place of its own, but the way to checking in. */
export const CHECK_IN_TAB = { name: 'checkIn', text: '签到', icon: 'scan', raised: true } as const

/** What the bar shows, the raised one in the middle. */
export const bar = [tabs[0], tabs[1], CHECK_IN_TAB, tabs[2]] as const

export type TabName = (typeof tabs)[number]['name']

/** The way to a tab. */
export function tabLink(name: TabName): Link {
  return { url: `/${pages[name]}`, tab: true }
}

/** Where a place of the bar leads. */
export function barLink(name: TabName | typeof CHECK_IN_TAB.name): Link {
  return name === 'checkIn' ? links.checkIn() : tabLink(name)
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

function membershipLink(
  page: keyof typeof membership.pages,
  query?: Readonly<Record<string, string | undefined>>,
): Link {
  return link(`${membership.root}/${membership.pages[page]}`, query)
}

function hostLink(page: keyof typeof host.pages, query: Readonly<Record<string, string | undefined>>): Link {
  return link(`${host.root}/${host.pages[page]}`, query)
}

function deskLink(page: keyof typeof desk.pages, event: string): Link {
  return link(`${desk.root}/${desk.pages[page]}`, { event })
}

function eventLink(page: keyof typeof event.pages, query?: Readonly<Record<string, string | undefined>>): Link {
  return link(`${event.root}/${event.pages[page]}`, query)
}

/** Whom an office's screen is about, and why it was opened, where that has to be said. */
export interface About {
  readonly person: string
  readonly reason?: string | undefined
}

/** The way to every screen that isn't a tab, with what it must be told. */
export const links = {
  signIn: () => membershipLink('signIn'),
  /** In a demo, once the privacy text was agreed to. */
  personas: () => membershipLink('personas'),
  profile: () => membershipLink('profile'),
  /** `parent`: the organisation whose branches they are; none = the whole district's. */
  branches: (parent?: string) => membershipLink('branches', { parent }),
  data: () => membershipLink('data'),
  /** `rule`: the requirement that it opens. */
  requirement: (rule: string) => membershipLink('requirement', { rule }),
  selfCheck: () => link(pages.selfCheck),
  /** The form; the open application is `submitted`. */
  application: () => membershipLink('application'),
  submitted: () => membershipLink('submitted'),
  share: () => membershipLink('share'),
  steps: () => link(pages.steps),
  checkIn: () => link(pages.checkIn),
  /** My own code, for the host to scan. */
  ownCode: () => eventLink('ownCode'),
  event: (id: string) => eventLink('event', { event: id }),
  /** `day`: the one that is chosen in its month. What narrows the list of events narrows the month. */
  month: (day: string, narrow: { readonly kind?: string | undefined; readonly place?: string | undefined }) =>
    eventLink('month', { day, ...narrow }),
  myEvents: () => eventLink('mine'),
  inbox: () => eventLink('inbox'),
  branch: (organisation: string) => leagueLink('branch', { organisation }),
  nominations: (organisation: string) => leagueLink('nominations', { organisation }),
  overview: (organisation: string) => leagueLink('overview', { organisation }),
  classOfMany: (organisation: string) => leagueLink('classOfMany', { organisation }),
  classRequests: (organisation: string) => leagueLink('classRequests', { organisation }),
  words: (organisation: string) => leagueLink('words', { organisation }),
  season: (organisation: string) => leagueLink('season', { organisation }),
  venue: (venue: string) => hostLink('venue', { venue }),
  /** `from`: the event that it is made from; none = from scratch. */
  newEvent: (venue: string, from?: string) => hostLink('form', { venue, from }),
  changeEvent: (event: string) => hostLink('form', { event }),
  desk: (event: string) => hostLink('desk', { event }),
  registrations: (event: string) => hostLink('registrations', { event }),
  signInSheet: (event: string) => hostLink('sheet', { event }),
  board: (event: string) => deskLink('board', event),
  scanOwnCodes: (event: string) => deskLink('scan', event),
  roll: (event: string) => deskLink('roll', event),
  closeOut: (event: string) => deskLink('closeOut', event),
  team: (event: string) => deskLink('team', event),
  record: (event: string) => deskLink('record', event),
  handOvers: (organisation: string) => leagueLink('handOvers', { organisation }),
  person: (about: About) => leagueLink('person', { ...about }),
  /** `rule`: the requirement of theirs that it opens. */
  personRequirement: (about: About, rule: string) => leagueLink('requirement', { ...about, rule }),
  /** `act`: the one to correct; none = the step is taken now. */
  paper: (about: About, act?: string) => leagueLink('paper', { ...about, act }),
  talk: (about: About, act?: string) => leagueLink('talk', { ...about, act }),
  nomination: (about: About, act?: string) => leagueLink('nomination', { ...about, act }),
  answer: (about: About, act?: string) => leagueLink('answer', { ...about, act }),
  mentors: (about: About, act?: string) => leagueLink('mentors', { ...about, act }),
  activist: (about: About) => leagueLink('activist', { ...about }),
  /** `entry`: the one to correct; none = a new one. */
  classHours: (about: About, entry?: string) => leagueLink('classHours', { ...about, entry }),
  volunteerHours: (about: About, entry?: string) => leagueLink('volunteerHours', { ...about, entry }),
  civics: (about: About, entry?: string) => leagueLink('civics', { ...about, entry }),
} as const
