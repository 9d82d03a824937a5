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
}

/** Where each office's work is done; what is to be decided first. */
const OFFICES: Readonly<Record<Role, readonly Place[]>> = {
  'branch-secretary': [{ title: '我的支部', to: links.branch }],
  'committee-officer': [
    { title: '推荐待批', to: links.nominations },
    { title: '下属支部', to: links.overview },
  ],
  'district-officer': [{ title: '全区情况', to: links.overview }],
  // Its work is done in a venue; its screens come with them.
  'venue-host': [],
}

/** The offices that someone holds, as ways to their work. */
export function officeViews(roles: MeReply['roles']): readonly OfficeView[] {
  return roles.flatMap(({ role, organisation, until }) =>
    OFFICES[role].map(({ title, to }) => ({
      key: `${title} ${organisation.code}`,
      title,
      organisation: organisationName(organisation),
      note: `${ROLE_NAMES[role]} · ${organisationName(organisation)} · 到 ${fullDayWords(until)}`,
      link: to(organisation.code),
    })),
  )
}
