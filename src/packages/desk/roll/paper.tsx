import { useState } from 'react'
import type { AttendanceReply } from '#contract/check-in'
import { Button } from '../../../components/button/button'
import { Card } from '../../../components/card/card'
import { Fold } from '../../../components/fold/fold'
import { Notice } from '../../../components/notice/notice'
import { TimeField } from '../../../components/time-field/time-field'
import { Words } from '../../../components/words/words'
import { atTime, startOfTimes } from '../../../features/attendance/times-draft'
import { useRecordSheet } from '../../../features/attendance/use-record-sheet'
import { toast } from '../../../platform/dialogs'
import { clock } from '../../../platform/state'
import { deskActProblemWords } from '../../../text/desk-refusals'

interface PaperProps {
  event: string
  reply: AttendanceReply
  chosen: readonly string[]
  onDone: () => void
}

/** The sheet of paper, entered afterwards: the people chosen above, with the times that stand on it. */
export function Paper({ event, reply: { card }, chosen, onDone }: PaperProps) {
  const [open, setOpen] = useState(false)
  const [times, setTimes] = useState(() => startOfTimes(card, { in: null, out: null }))
  const [complaint, setComplaint] = useState<string | null>(null)
  const act = useRecordSheet(event)
  const record = async () => {
    const [came, left] = [atTime(card.start, times.in), atTime(card.end, times.out)]
    const wrong = complaintAbout(chosen.length, came, left)
    setComplaint(wrong)
    if (wrong !== null || came === null || left === null) return
    const first = await act.run('in', came, chosen)
    const second = first && (await act.run('out', left, chosen))
    if (!first || !second) return
    const refused = new Set([...first.refused, ...second.refused].map(({ person }) => person)).size
    toast(refused === 0 ? `${chosen.length} 人补好了` : `补好 ${chosen.length - refused} 人，${refused} 人没有记上`)
    onDone()
  }
  return (
    <Card list>
      <Fold title="按纸质签到表补录" note="签到台用不了、在纸上签的" open={open} onToggle={() => setOpen(!open)}>
        <Words as="body">在名单里选上纸上签了名的人，再填签到和签退的时间。时间不一样的人，分几次补。</Words>
        <TimeField
          name="paper-in"
          label="几点签到"
          value={times.in}
          onChange={(value) => setTimes({ ...times, in: value })}
        />
        <TimeField
          name="paper-out"
          label="几点签退"
          value={times.out}
          onChange={(value) => setTimes({ ...times, out: value })}
        />
        {complaint !== null && <Notice>{complaint}</Notice>}
        {act.problem && <Notice>{deskActProblemWords(act.problem, clock.now())}</Notice>}
        <Button busy={act.busy} onTap={() => void record()}>
          {chosen.length === 0 ? '补录' : `给 ${chosen.length} 人补录`}
        </Button>
      </Fold>
    </Card>
  )
}

function complaintAbout(people: number, came: number | null, left: number | null): string | null {
  if (people === 0) return '请先在名单里选人。'
  if (came === null || left === null) return '请选择签到和签退的时间。'
  return left > came ? null : '签退要晚于签到。'
}
