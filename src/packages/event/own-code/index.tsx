import type { OwnCodeReply } from '#contract/check-in'
import { useOwnCode } from '../../../features/check-in/use-own-code'
import type { Read } from '../../../components/screen/read'
import { needSession } from '../../../features/reading/need-session'
import { readOf, withoutNote } from '../../../features/reading/read-of'
import { AppScreen } from '../../../features/shell/app-screen'
import { NetworkProblem } from '../../../platform/problem'
import { useNow } from '../../../platform/use-now'
import { useSession } from '../../../platform/use-session'
import { links } from '../../../routes'
import { Code } from './code'

/** My own code, for the host to scan: with the key of the day it needs no network. */
export default function OwnCodePage() {
  const own = useOwnCode()
  const now = useNow()
  const asked = withoutNote(readOf(own, now))
  const read: Read<OwnCodeReply> =
    asked.state === 'error' && own.problem instanceof NetworkProblem
      ? { ...asked, hint: '会员码要当天联网打开过一次。没有网络时，请扫组织者屏幕上的码，或者请组织者按名字签到。' }
      : asked
  return (
    <AppScreen<OwnCodeReply> title="我的会员码" under={links.checkIn()} read={needSession(useSession(), read)}>
      {(reply) => <Code reply={reply} />}
    </AppScreen>
  )
}
