import type { MeReply } from '#contract/me'
import { useMe } from '../../features/me/use-me'
import { readOf } from '../../features/reading/read-of'
import { AppScreen } from '../../features/shell/app-screen'
import { useNow } from '../../platform/use-now'
import { useSession } from '../../platform/use-session'
import { Guest } from './guest'
import { SignedIn } from './signed-in'

export default function MinePage() {
  const { session, expired } = useSession()
  const me = useMe()
  const now = useNow()
  if (!session) {
    return (
      <AppScreen title="我的" tab="mine" read={{ state: 'content', value: expired }}>
        {(value) => <Guest expired={value} />}
      </AppScreen>
    )
  }
  return (
    <AppScreen<MeReply> title="我的" tab="mine" read={readOf(me, now)}>
      {(value) => <SignedIn me={value} />}
    </AppScreen>
  )
}
