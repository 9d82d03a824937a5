import { useState } from 'react'
import { readOf, withoutNote } from '../../../features/reading/read-of'
import { useGiveWay } from '../../../features/reading/use-give-way'
import { consent } from '../../../features/session/consent'
import { usePersonas, type Personas } from '../../../features/session/use-personas'
import { useSignIn, type Way } from '../../../features/session/use-sign-in'
import { AppScreen } from '../../../features/shell/app-screen'
import { hasWechatLogin } from '../../../platform/login'
import { back } from '../../../platform/navigation'
import { useNow } from '../../../platform/use-now'
import { links, tabLink } from '../../../routes'
import { PersonaPicker } from './persona-picker'

const leave = () => back(tabLink('path'))

/** Whom one is in a demo. Who hasn't agreed to the privacy text (a reload in the browser), or is in no demo, reads that first. */
export default function PersonasPage() {
  const personas = usePersonas()
  const now = useNow()
  const signIn = useSignIn()
  const [agreed] = useState(consent.get)

  const done = () => {
    consent.set(false)
    leave()
  }
  const sign = async (way: Way) => {
    if (await signIn.run(way)) done()
  }
  const known = withoutNote(readOf<Personas>(personas, now))
  const read = useGiveWay(known, agreed && personas.data !== null ? null : links.signIn())
  return (
    <AppScreen title="登录" read={read}>
      {(list) => (
        <PersonaPicker
          personas={list ?? []}
          busy={signIn.busy}
          problem={signIn.problem}
          onChoose={(id) => void sign({ kind: 'persona', id })}
          onWechat={hasWechatLogin ? () => void sign({ kind: 'wechat' }) : undefined}
          onDesk={hasWechatLogin ? undefined : done}
          onCancel={leave}
        />
      )}
    </AppScreen>
  )
}
