import type { Persona } from '#contract/session'
import { Button } from '../../../components/button/button'
import { Card } from '../../../components/card/card'
import { Notice } from '../../../components/notice/notice'
import { Row } from '../../../components/row/row'
import { Words } from '../../../components/words/words'
import type { Problem } from '../../../platform/problem'
import { ROLE_NAMES } from '../../../text/names'
import { problemWords } from '../../../text/problems'
import { DeskForm } from '../desk-form/desk-form'

interface PersonaPickerProps {
  personas: readonly Persona[]
  busy: boolean
  problem: Problem | null
  onChoose: (id: string) => void
  /** Signing in as oneself, where this build can. */
  onWechat: (() => void) | undefined
  /** Signed in with a phone's digits; on the web only. */
  onDesk: (() => void) | undefined
  onCancel: () => void
}

/** The demo's people. */
export function PersonaPicker({ personas, busy, problem, onChoose, onWechat, onDesk, onCancel }: PersonaPickerProps) {
  return (
    <>
      <Words as="headline">这是演示，选一个身份</Words>
      <Words as="body">演示里的人都是编的，谁都可以用。</Words>
      {problem && <Notice>{problemWords(problem)}</Notice>}
      <Card list>
        {personas.map(({ id, name, role }) => (
          <Row key={id} title={name} note={role ? ROLE_NAMES[role] : '申请人'} onTap={() => onChoose(id)} />
        ))}
      </Card>
      {onWechat && (
        <Button busy={busy} onTap={onWechat}>
          用自己的微信登录
        </Button>
      )}
      {onDesk && <DeskForm primary={false} onDone={onDesk} />}
      <Button onTap={onCancel}>取消</Button>
    </>
  )
}
