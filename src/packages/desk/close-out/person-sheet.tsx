import { useState } from 'react'
import type { AttendanceReply, AttendanceRow } from '#contract/check-in'
import { Button } from '../../../components/button/button'
import { Facts } from '../../../components/facts/facts'
import { Notice } from '../../../components/notice/notice'
import { Sheet } from '../../../components/sheet/sheet'
import { Words } from '../../../components/words/words'
import type { CloseOutView } from '../../../features/attendance/close-out'
import { useSettle, useStrike } from '../../../features/attendance/use-attendance-acts'
import { toast } from '../../../platform/dialogs'
import { clock } from '../../../platform/state'
import { creditLine, FLAG_WORDS, markWords, READY_REASONS, rowName } from '../../../text/attendance'
import { deskActProblemWords } from '../../../text/desk-refusals'
import { EVENT_ROLE_NAMES } from '../../../text/names'
import { ReasonForm } from '../parts/reason-form'
import { TimesForm } from './times-form'

interface PersonSheetProps {
  event: string
  reply: AttendanceReply
  /** null = closed. */
  row: AttendanceRow | null
  view: CloseOutView
  onClose: () => void
}

/** All that is known of somebody's coming, and what can be done about it. */
export function PersonSheet({ row, onClose, ...about }: PersonSheetProps) {
  return (
    <Sheet open={row !== null} title={row ? rowName(row) : ''} onClose={onClose}>
      {row && <Person key={row.person} row={row} onClose={onClose} {...about} />}
    </Sheet>
  )
}

function Person({ event, reply, row, view, onClose }: PersonSheetProps & { row: AttendanceRow }) {
  const [doing, setDoing] = useState<'times' | 'strike' | null>(null)
  const settle = useSettle(event)
  const strike = useStrike(event)
  const done = (words: string) => {
    toast(words)
    onClose()
  }
  const confirmOne = async () => {
    if (await settle.run({ act: 'confirmed', people: [row.person], all: false })) done('确认了')
  }
  const strikeOne = async (reason: string) => {
    const struck = !row.struck
    if (await strike.run({ people: [row.person], struck, reason })) done(struck ? '划掉了' : '恢复了')
  }
  const open = !row.own && (view.closed === null || reply.openRow === row.person)
  return (
    <>
      <Facts
        rows={[
          { key: 'role', name: '来做', value: row.registered ? EVENT_ROLE_NAMES[row.role] : '没有报名' },
          { key: 'in', name: '签到', value: markWords('in', row.in, row.inWay) },
          { key: 'out', name: '签退', value: markWords('out', row.out, row.outWay) },
          { key: 'credit', name: '时长', value: creditLine(row.credit) },
        ]}
      />
      {row.flags.map((flag) => (
        <Words key={flag} as="body">
          {`要看一眼：${FLAG_WORDS[flag]}。`}
        </Words>
      ))}
      {row.own && <Words as="body">这是你自己，要由班底里的另一个人办。</Words>}
      {settle.problem && <Notice>{deskActProblemWords(settle.problem, clock.now())}</Notice>}
      {open && doing === null && (
        <>
          {row.weak && view.may.settle && (
            <Button kind="primary" busy={settle.busy} onTap={() => void confirmOne()}>
              人在现场，确认
            </Button>
          )}
          {view.may.settle && !row.struck && <Button onTap={() => setDoing('times')}>改签到签退的时间</Button>}
          {view.may.lead && (
            <Button kind={row.struck ? 'secondary' : 'danger'} onTap={() => setDoing('strike')}>
              {row.struck ? '恢复' : '划掉，不计'}
            </Button>
          )}
        </>
      )}
      {open && doing === 'times' && (
        <TimesForm event={event} card={reply.card} row={row} onDone={() => done('时间改好了')} />
      )}
      {open && doing === 'strike' && (
        <ReasonForm
          label={row.struck ? '为什么恢复' : '为什么划掉'}
          ready={row.struck ? READY_REASONS.restore : READY_REASONS.strike}
          busy={strike.busy}
          problem={strike.problem}
          onSubmit={(reason) => void strikeOne(reason)}
        >
          {row.struck ? '恢复' : '划掉'}
        </ReasonForm>
      )}
    </>
  )
}
