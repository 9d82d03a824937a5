import type { MeReply } from '#contract/me'
import type { PathReply } from '#contract/path'
import { localDateAt } from '#domain/time'
import { useMe } from '../../../features/me/use-me'
import { useMyPath } from '../../../features/path/use-my-path'
import { usePolicy } from '../../../features/policy/use-policy'
import { bothOf } from '../../../features/reading/both'
import { needSession } from '../../../features/reading/need-session'
import { readOf } from '../../../features/reading/read-of'
import { useGiveWay } from '../../../features/reading/use-give-way'
import { AppScreen } from '../../../features/shell/app-screen'
import { whyNotApply } from '../../../features/application/model'
import { pathView } from '../../../features/path/model'
import { useNow } from '../../../platform/use-now'
import { useSession } from '../../../platform/use-session'
import { links } from '../../../routes'
import { ApplicationForm } from './application-form'
import { NotNow } from './not-now'
import { ProfileFirst } from './profile-first'

/** Applying. Once an application is open, its own screen stands in this one's place. */
export default function ApplicationPage() {
  const me = useMe()
  const path = useMyPath()
  const policy = usePolicy(path.data?.report.policy.version)
  const now = useNow()
  const today = localDateAt(now)
  const open = path.data !== undefined && path.data.report.application.state !== 'none'
  const known = needSession(useSession(), bothOf(readOf(path, now), readOf(me, now)))
  const read = useGiveWay(known, open ? links.submitted() : null)
  return (
    <AppScreen<readonly [PathReply, MeReply]> title="入团申请" read={read}>
      {([reply, who]) => {
        if (!who.profile || !who.affiliation) return <ProfileFirst />
        const refused = whyNotApply(reply, policy, today)
        if (refused !== null) return <NotNow words={refused} />
        return <ApplicationForm me={who} path={reply} withdrawn={pathView(reply, policy, today).withdrawn} />
      }}
    </AppScreen>
  )
}
