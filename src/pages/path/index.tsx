import type { Policy } from '#domain/policy/policy'
import { localDateAt } from '#domain/time'
import { useMe } from '../../features/me/use-me'
import { pathView, type PathView } from '../../features/path/model'
import { useMyPath } from '../../features/path/use-my-path'
import { usePolicy } from '../../features/policy/use-policy'
import { mapRead, readOf } from '../../features/reading/read-of'
import { AppScreen } from '../../features/shell/app-screen'
import { useNow } from '../../platform/use-now'
import { useSession } from '../../platform/use-session'
import { Guest } from './guest'
import { Mine } from './mine'

export default function PathPage() {
  const { session, expired } = useSession()
  return session ? <MyPath /> : <GuestPath expired={expired} />
}

function GuestPath({ expired }: { expired: boolean }) {
  const policy = usePolicy()
  return (
    <AppScreen<Policy> title="入团路径" tab="path" read={{ state: 'content', value: policy }}>
      {(value) => <Guest policy={value} expired={expired} />}
    </AppScreen>
  )
}

function MyPath() {
  const me = useMe()
  const path = useMyPath()
  const policy = usePolicy(path.data?.report.policy.version)
  const now = useNow()
  const read = mapRead(readOf(path, now), (reply) => pathView(reply, policy, localDateAt(now)))
  return (
    <AppScreen<PathView> title="入团路径" tab="path" read={read}>
      {(view) => <Mine me={me.data} path={view} />}
    </AppScreen>
  )
}
