import { useState } from 'react'
import type { AttendanceReply } from '#contract/check-in'
import type { Instant } from '#domain/time'
import { Button } from '../../../components/button/button'
import { Card } from '../../../components/card/card'
import { Notice } from '../../../components/notice/notice'
import { Row } from '../../../components/row/row'
import { Sheet } from '../../../components/sheet/sheet'
import { Words } from '../../../components/words/words'
import type { CloseOutView } from '../../../features/attendance/close-out'
import { useClose, useReopen } from '../../../features/attendance/use-attendance-acts'
import { toast } from '../../../platform/dialogs'
import { clock } from '../../../platform/state'
import { READY_REASONS, rowName } from '../../../text/attendance'
import { momentWords } from '../../../text/dates'
import { deskActProblemWords } from '../../../text/desk-refusals'
import { ReasonForm } from '../parts/reason-form'

interface AfterCloseProps {
  event: string
  reply: AttendanceReply
  view: CloseOutView
  now: Instant
  onOpen: (person: string) => void
}

/** What a closed event still waits for, and the way to open it again. */
export function AfterClose({ event, reply, view, now, onOpen }: AfterCloseProps) {
  const [asking, setAsking] = useState(false)
  const act = useReopen(event)
  const reopen = async (reason: string) => {
    if (!(await act.run(reason))) return
    setAsking(false)
    toast('已重新打开')
  }
  return (
    <>
      <Card>
        <Words as="title">已经收尾</Words>
        <Words as="body">
          {`${momentWords((view.closed ?? now) as Instant, now)}收尾。要改，由负责人重新打开，改好再收尾：多记少记的会更正。`}
        </Words>
        {reply.afterClose > 0 && (
          <Words as="body">{`收尾以后又传上来 ${reply.afterClose} 条签到，还没有算。要算，请重新打开。`}</Words>
        )}
        {view.may.lead && <Button onTap={() => setAsking(true)}>重新打开</Button>}
        <Sheet open={asking} title="重新打开" onClose={() => setAsking(false)}>
          <ReasonForm
            label="为什么重新打开"
            ready={READY_REASONS.reopen}
            busy={act.busy}
            problem={act.problem}
            onSubmit={(reason) => void reopen(reason)}
          >
            重新打开
          </ReasonForm>
        </Sheet>
      </Card>
      <OpenRow event={event} reply={reply} lead={view.may.lead} onOpen={onOpen} />
    </>
  )
}

interface OpenRowProps {
  event: string
  reply: AttendanceReply
  lead: boolean
  onOpen: (person: string) => void
}

/** The row of who closed the event: another lead looks at it and closes it. */
function OpenRow({ event, reply, lead, onOpen }: OpenRowProps) {
  const act = useClose(event)
  const row = reply.people.find(({ person }) => person === reply.openRow)
  if (!row) return null
  const close = async () => {
    if (await act.run()) toast('这一行收尾了')
  }
  return (
    <Card>
      <Words as="title">收尾人自己的一行</Words>
      {row.own ? (
        <Words as="body">这是你自己的一行，要由另一位负责人收尾。没有的话，在“班底”里再定一位。</Words>
      ) : (
        <>
          <Words as="body">收尾的人不能给自己收尾。看一看时间对不对，再点收尾。</Words>
          <Row title={rowName(row)} note="点开可以改时间" onTap={() => onOpen(row.person)} />
          {act.problem && <Notice>{deskActProblemWords(act.problem, clock.now())}</Notice>}
          {lead && (
            <Button kind="primary" busy={act.busy} onTap={() => void close()}>
              收尾这一行
            </Button>
          )}
        </>
      )}
    </Card>
  )
}
