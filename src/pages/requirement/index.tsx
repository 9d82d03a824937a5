import { AppScreen } from '../../features/shell/app-screen'

export default function Page() {
  return (
    <AppScreen title="条件" read={{ state: 'loading' }}>
      {() => null}
    </AppScreen>
  )
}
