import { useState } from 'react'
import type { AttendanceReply, AttendanceRow } from '#contract/check-in'
import { TimeField } from '../../../components/time-field/time-field'
import { checkTimes, startOfTimes, type TimesField } from '../../../features/attendance/times-draft'
import { useSettle } from '../../../features/attendance/use-attendance-acts'
import { READY_REASONS } from '../../../text/attendance'
import { ReasonForm } from '../parts/reason-form'

interface TimesFormProps {
  event: string
  card: AttendanceReply['card']
  row: AttendanceRow
  onDone: () => void
}

/** When somebody came and went, by a host's word. */
export function TimesForm({ event, card, row, onDone }: TimesFormProps) {
  const [start] = useState(() => startOfTimes(card, row))
  const [typed, setTyped] = useState(start)
  const [errors, setErrors] = useState<{ readonly [F in TimesField]?: string }>({})
  const act = useSettle(event)
  const change = (field: TimesField, value: string) => {
    act.forgive()
    setErrors({})
    setTyped({ ...typed, [field]: value })
  }
  const submit = async (reason: string) => {
    const checked = checkTimes(typed, start, card, row)
    if (checked.kind === 'errors') {
      setErrors(checked.errors)
      return
    }
    const { in: came, out: left } = checked
    if (await act.run({ act: 'times-set', people: [row.person], in: came, out: left, reason })) onDone()
  }
  return (
    <>
      <TimeField
        name="times-in"
        label="几点签到"
        value={typed.in}
        error={errors.in}
        onChange={(value) => change('in', value)}
      />
      <TimeField
        name="times-out"
        label="几点签退"
        value={typed.out}
        error={errors.out}
        onChange={(value) => change('out', value)}
      />
      <ReasonForm
        label="为什么由你改"
        ready={READY_REASONS.times}
        busy={act.busy}
        problem={act.problem}
        onSubmit={(reason) => void submit(reason)}
      >
        改时间
      </ReasonForm>
    </>
  )
}
