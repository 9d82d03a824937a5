import { AppScreen } from '../../features/shell/app-screen'

export default function Page() {
  return (
    <AppScreen title="分享" read={{ state: 'loading' }}>
      {() => null}
    </AppScreen>
  )
}
