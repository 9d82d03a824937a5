import { AppScreen } from '../../features/shell/app-screen'

export default function Page() {
  return (
    <AppScreen title="入团申请" read={{ state: 'loading' }}>
      {() => null}
    </AppScreen>
  )
}
