import { AppScreen } from '../../features/shell/app-screen'

export default function Page() {
  return (
    <AppScreen title="我现在差什么" read={{ state: 'loading' }}>
      {() => null}
    </AppScreen>
  )
}
