import type { MeReply } from '#contract/me'
import type { PathReply } from '#contract/path'
import { localDateAt } from '#domain/time'
import { useMe } from '../../../features/me/use-me'
import { pathView } from '../../../features/path/model'
import { useMyPath } from '../../../features/path/use-my-path'
import { usePolicy } from '../../../features/policy/use-policy'
import { bothOf } from '../../../features/reading/both'
import { needSession } from '../../../features/reading/need-session'
import { readOf } from '../../../features/reading/read-of'
import { useGiveWay } from '../../../features/reading/use-give-way'
import { AppScreen } from '../../../features/shell/app-screen'
import { useNow } from '../../../platform/use-now'
import { useSession } from '../../../platform/use-session'
import { links } from '../../../routes'
import { Submitted } from './submitted'

/** The open application. Without one, or once it is withdrawn, the form stands in its place. */
export default function SubmittedPage() {
  const me = useMe()
  const path = useMyPath()
  const policy = usePolicy(path.data?.report.policy.version)
  const now = useNow()
  const none = path.data?.report.application.state === 'none'
  const known = needSession(useSession(), bothOf(readOf(path, now), readOf(me, now)))
  const read = useGiveWay(known, none ? links.application() : null)
  return (
    <AppScreen<readonly [PathReply, MeReply]> title="我的入团申请" read={read}>
      {([reply, who]) => <Submitted path={pathView(reply, policy, localDateAt(now))} me={who} />}
    </AppScreen>
  )
}
