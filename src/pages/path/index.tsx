import { useMe } from '../../features/me/use-me'
import { pathView } from '../../features/path/model'
import { useMyPath } from '../../features/path/use-my-path'
import { classHoursPolicy } from '../../features/policy/model'
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
  const policy = classHoursPolicy(usePolicy())
  return (
    <AppScreen title="入团路径" tab="path" read={{ state: 'content', value: policy }}>
      {(value) => <Guest policy={value} expired={expired} />}
    </AppScreen>
  )
}

function MyPath() {
  const me = useMe()
  const path = useMyPath()
  const policy = classHoursPolicy(usePolicy(path.data?.policy.version))
  const read = mapRead(readOf(path, useNow()), pathView)
  return (
    <AppScreen title="入团路径" tab="path" read={read}>
      {(view) => <Mine me={me.data} path={view} policy={policy} />}
    </AppScreen>
  )
}
