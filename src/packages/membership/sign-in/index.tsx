import { useState } from 'react'
import { privacyFacts } from '../../../features/policy/privacy'
import { usePolicy } from '../../../features/policy/use-policy'
import { readOf, withoutNote } from '../../../features/reading/read-of'
import { usePersonas, type Personas } from '../../../features/session/use-personas'
import { useSignIn, type Way } from '../../../features/session/use-sign-in'
import { AppScreen } from '../../../features/shell/app-screen'
import { hasWechatLogin } from '../../../platform/login'
import { back } from '../../../platform/navigation'
import { texts } from '../../../platform/pack'
import { useNow } from '../../../platform/use-now'
import { tabLink } from '../../../routes'
import type { Read } from '../../../components/screen/read'
import { Desk } from './desk'
import { PersonaPicker } from './persona-picker'
import { Privacy } from './privacy'

const leave = () => back(tabLink('path'))

export default function SignInPage() {
  const personas = usePersonas()
  const policy = usePolicy()
  const now = useNow()
  const signIn = useSignIn()
  const [agreed, setAgreed] = useState(false)

  const sign = async (way: Way) => {
    if (await signIn.run(way)) leave()
  }
  const asked = readOf<Personas>(personas, now)
  // Without an answer WeChat's login can still be tried; the web version needs to know whether there are personas.
  const read: Read<Personas> =
    asked.state === 'error' && hasWechatLogin ? { state: 'content', value: null } : withoutNote(asked)
  return (
    <AppScreen title="登录" read={read}>
      {(list) => {
        if (list === null && !hasWechatLogin) return <Desk onDone={leave} onBack={leave} />
        if (agreed && list !== null) {
          return (
            <PersonaPicker
              personas={list}
              busy={signIn.busy}
              problem={signIn.problem}
              onChoose={(id) => void sign({ kind: 'persona', id })}
              onWechat={hasWechatLogin ? () => void sign({ kind: 'wechat' }) : undefined}
              onDesk={hasWechatLogin ? undefined : leave}
              onCancel={leave}
            />
          )
        }
        return (
          <Privacy
            facts={{ ...privacyFacts(policy), contact: texts.dataContact, wechat: hasWechatLogin }}
            busy={signIn.busy}
            problem={signIn.problem}
            onAgree={() => (list === null ? void sign({ kind: 'wechat' }) : setAgreed(true))}
            onCancel={leave}
          />
        )
      }}
    </AppScreen>
  )
}
