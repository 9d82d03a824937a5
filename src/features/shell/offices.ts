import type { MeReply } from '#contract/me'
import type { Role } from '#domain/access/roles'
import type { Link } from '../../platform/navigation'
import { links } from '../../routes'
import { fullDayWords } from '../../text/dates'
import { organisationName, ROLE_NAMES } from '../../text/names'

export interface OfficeView {
  readonly key: string
  readonly title: string
  readonly organisation: string
  readonly note: string
  /** Where its work is done. */
  readonly link: Link
}

interface Place {
  readonly title: string
  readonly to: (organisation: string) => Link
  /** Nothing to do there for an organisation without venues. */
  readonly ofVenues?: true
}

/** Where each office's work is done; what is to be decided first. */
const OFFICES: Readonly<Record<Exclude<Role, 'venue-host'>, readonly Place[]>> = {
  'branch-secretary': [
    { title: '我的支部', to: links.branch },
    { title: '团课认定', to: links.classRequests },
  ],
  'committee-officer': [
    { title: '推荐待批', to: links.nominations },
    { title: '团课认定', to: links.classRequests },
    { title: '活动文字', to: links.words, ofVenues: true },
    { title: '下属支部', to: links.overview },
    { title: '待上报', to: links.handOvers, ofVenues: true },
  ],
  'district-officer': [
    { title: '全区情况', to: links.overview },
    { title: '读书季', to: links.season, ofVenues: true },
    { title: '待上报', to: links.handOvers, ofVenues: true },
    { title: '活动文字', to: links.words, ofVenues: true },
  ],
}

/** The offices that someone holds, as ways to their work. */
export function officeViews(roles: MeReply['roles']): readonly OfficeView[] {
  return roles.flatMap(({ role, organisation, until, venue, hasVenues }) => {
    const at = organisationName(organisation)
    const note = (place: string) => `${ROLE_NAMES[role]} · ${place} · 到 ${fullDayWords(until)}`
    if (role === 'venue-host') {
      if (!venue) return []
      const title = '我的青年爱里'
      const key = `${title} ${venue.code}`
      return [{ key, title, organisation: venue.name, note: note(venue.name), link: links.venue(venue.code) }]
    }
    const places = OFFICES[role].filter(({ ofVenues }) => hasVenues || ofVenues !== true)
    return places.map(({ title, to }) => ({
      key: `${title} ${organisation.code}`,
      title,
      organisation: at,
      note: note(at),
      link: to(organisation.code),
    }))
  })
}
