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

interface Work {
  readonly title: string
  readonly link: (organisation: string) => Link
}

/** What each office does here, the most pressing first. */
const WORK: Readonly<Record<Role, readonly Work[]>> = {
  'branch-secretary': [{ title: '我的支部', link: links.branch }],
  'committee-officer': [
    { title: '等团委答复的推荐', link: links.nominations },
    { title: '下属支部', link: links.overview },
  ],
  'district-officer': [{ title: '全区情况', link: links.overview }],
}

/** The offices that someone holds, as ways to their work. */
export function officeViews(roles: MeReply['roles']): readonly OfficeView[] {
  return roles.flatMap(({ role, organisation, until }) =>
    WORK[role].map(({ title, link }) => ({
      key: `${role} ${organisation.code} ${title}`,
      title,
      organisation: organisationName(organisation),
      note: `${ROLE_NAMES[role]} · ${organisationName(organisation)} · 到 ${fullDayWords(until)}`,
      link: link(organisation.code),
    })),
  )
}
