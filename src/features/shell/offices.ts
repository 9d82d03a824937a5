import type { MeReply } from '#contract/me'
import type { Role } from '#domain/access/roles'
import { links } from '../../routes'
import { fullDayWords } from '../../text/dates'
import { organisationName, ROLE_NAMES } from '../../text/names'

export interface OfficeView {
  readonly key: string
  readonly title: string
  readonly organisation: string
  readonly note: string
  /** Where its work is done. */
  readonly link: ReturnType<(typeof links)['people']>
}

const OFFICES: Readonly<Record<Role, { readonly title: string; readonly place: 'people' | 'overview' }>> = {
  'branch-secretary': { title: '我的支部', place: 'people' },
  'committee-officer': { title: '下属支部', place: 'overview' },
  'district-officer': { title: '全区情况', place: 'overview' },
}

/** The offices that someone holds, as ways to their work. */
export function officeViews(roles: MeReply['roles']): readonly OfficeView[] {
  return roles.map(({ role, organisation, until }) => ({
    key: `${role} ${organisation.code}`,
    title: OFFICES[role].title,
    organisation: organisationName(organisation),
    note: `${ROLE_NAMES[role]} · ${organisationName(organisation)} · 到 ${fullDayWords(until)}`,
    link: links[OFFICES[role].place](organisation.code),
  }))
}
