import { Button } from '../../components/button/button'
import { Card } from '../../components/card/card'
import { Pill } from '../../components/pill/pill'
import { Row } from '../../components/row/row'
import { Words } from '../../components/words/words'
import type { RowView } from '../../features/check-in/row-view'
import { go } from '../../platform/navigation'
import { checkInRows } from '../../platform/state'
import { useSession } from '../../platform/use-session'
import { links } from '../../routes'
import { waitingWords } from '../../text/check-in'

const FATES = {
  saved: { tone: 'waiting', fate: '待上传' },
  accepted: { tone: 'met', fate: '已确认' },
  refused: { tone: 'note', fate: '没有签成' },
} as const

interface KeptProps {
  rows: readonly RowView[]
  /** How many of other accounts lie on this device. */
  others: number
}

/** What waits on this phone, and what became of what waited, until it was read. */
export function Kept({ rows, others }: KeptProps) {
  const { session } = useSession()
  const waiting = rows.filter(({ state }) => state === 'saved').length
  const settled = rows.filter(({ state }) => state !== 'saved')
  const strangers = others > 0 && (
    <Words as="caption">{`这部手机上还有 ${others} 条是用别的账号签的：登录那个账号，就会上传。`}</Words>
  )
  if (rows.length === 0) return strangers || null
  return (
    <>
      <Card>
        <Words as="title">{waiting > 0 ? `这部手机上的签到 · ${waitingWords(waiting)}` : '这部手机上的签到'}</Words>
        {rows.map(({ id, state, title, line, note }) => (
          <Row
            key={id}
            title={state === 'accepted' ? title : line}
            note={
              state === 'saved'
                ? undefined
                : state === 'accepted'
                  ? [line, note].filter(Boolean).join('\n')
                  : (note ?? undefined)
            }
            trailing={<Pill tone={FATES[state].tone}>{FATES[state].fate}</Pill>}
          />
        ))}
        {waiting > 0 && !session && (
          <>
            <Words as="body">登录以后就会自动上传。</Words>
            <Button onTap={() => go(links.signIn())}>登录</Button>
          </>
        )}
        {settled.length > 0 && <Button onTap={() => checkInRows.seen(settled.map(({ id }) => id))}>知道了</Button>}
      </Card>
      {strangers}
    </>
  )
}
