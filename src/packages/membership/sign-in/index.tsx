import { privacyFacts } from '../../../features/policy/privacy'
import { usePolicy } from '../../../features/policy/use-policy'
import { readOf, withoutNote } from '../../../features/reading/read-of'
import { consent } from '../../../features/session/consent'
import { usePersonas, type Personas } from '../../../features/session/use-personas'
import { useSignIn } from '../../../features/session/use-sign-in'
import { AppScreen } from '../../../features/shell/app-screen'
import { hasWechatLogin } from '../../../platform/login'
import { back, goInstead } from '../../../platform/navigation'
import { texts } from '../../../platform/pack'
import { useNow } from '../../../platform/use-now'
import { links, tabLink } from '../../../routes'
import type { Read } from '../../../components/screen/read'
import { Desk } from './desk'
import { Privacy } from './privacy'

const leave = () => back(tabLink('path'))

export default function SignInPage() {
  const personas = usePersonas()
  const policy = usePolicy()
  const now = useNow()
  const signIn = useSignIn()

  const withWechat = async () => {
    if (await signIn.run({ kind: 'wechat' })) leave()
  }
  // Back leads past what was agreed to, to where one came from.
  const choosePersona = () => {
    consent.set(true)
    goInstead(links.personas())
  }
  const asked = readOf<Personas>(personas, now)
  // Without an answer WeChat's login can still be tried; the web version needs to know whether there are personas.
  const read: Read<Personas> =
    asked.state === 'error' && hasWechatLogin ? { state: 'content', value: null } : withoutNote(asked)
  return (
    <AppScreen title="登录" read={read}>
      {(list) => {
        if (list === null && !hasWechatLogin) return <Desk onDone={leave} onBack={leave} />
        return (
          <Privacy
            facts={{ ...privacyFacts(policy), contact: texts.dataContact, wechat: hasWechatLogin }}
            busy={signIn.busy}
            problem={signIn.problem}
            onAgree={list === null ? () => void withWechat() : choosePersona}
            onCancel={leave}
          />
        )
      }}
    </AppScreen>
  )
}
