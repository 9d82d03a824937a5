import { useState } from 'react'
import { valueOf } from '#domain/policy/policy'
import { addMonths, localDateAt } from '#domain/time'
import { Button } from '../../../components/button/button'
import { Card } from '../../../components/card/card'
import { DateField } from '../../../components/date-field/date-field'
import { Notice } from '../../../components/notice/notice'
import { SelectField } from '../../../components/select-field/select-field'
import { TextField } from '../../../components/text-field/text-field'
import { Words } from '../../../components/words/words'
import { withoutChanged } from '../../../features/forms/errors'
import {
  activistFieldOf,
  checkActivist,
  startOfActivist,
  type ActivistErrors,
} from '../../../features/people/activist-draft'
import { useRecordActivist } from '../../../features/people/use-record-activist'
import { usePolicy } from '../../../features/policy/use-policy'
import { ApiProblem } from '../../../platform/problem'
import { useNow } from '../../../platform/use-now'
import { WAY_NAMES } from '../../../text/names'
import { actProblemWords, problemWords } from '../../../text/problems'

const SEEN = [
  { value: 'yes', text: '看过了' },
  { value: 'no', text: '还没有看' },
]

/** The day of the approval, by which way, who approved, and that the paper was seen. */
export function ActivistForm({ person, onDone }: { person: string; onDone: () => void }) {
  const today = localDateAt(useNow())
  const policy = usePolicy()
  const record = useRecordActivist(person)
  const [draft, setDraft] = useState(() => startOfActivist(today))
  const [errors, setErrors] = useState<ActivistErrors>({})
  const change = (part: Partial<typeof draft>) => {
    record.forgive()
    setErrors(withoutChanged(errors, part))
    setDraft({ ...draft, ...part })
  }
  const submit = async () => {
    const checked = checkActivist(draft, policy, today)
    setErrors(checked.kind === 'errors' ? checked.errors : {})
    if (checked.kind === 'ready' && (await record.run(checked.body))) onDone()
  }
  const { problem } = record
  const field = problem instanceof ApiProblem ? activistFieldOf(problem.code) : null
  const shown = problem && field ? { ...errors, [field]: problemWords(problem) } : errors
  return (
    <>
      <Words as="body">登记以后，从批准的那一天起，团课才计入。</Words>
      <Card>
        <DateField
          name="on"
          label="批准的日期"
          min={addMonths(today, -180)}
          max={today}
          value={draft.on}
          error={shown.on}
          onChange={(on) => change({ on })}
        />
        <SelectField
          name="way"
          label="入团方式"
          options={valueOf(policy, 'admission.ways').map((way) => ({ value: way, text: WAY_NAMES[way] }))}
          value={draft.way}
          error={shown.way}
          onChange={(way) => change({ way })}
        />
        <TextField
          name="approved-by"
          label="谁批准的"
          hint="批准的团委或会议"
          maxLength={50}
          value={draft.approvedBy}
          error={shown.approvedBy}
          onChange={(approvedBy) => change({ approvedBy })}
        />
        <SelectField
          name="paper-seen"
          label="批准的纸质材料"
          options={SEEN}
          value={draft.paperSeen}
          error={shown.paperSeen}
          onChange={(paperSeen) => change({ paperSeen })}
        />
      </Card>
      {problem && field === null && <Notice>{actProblemWords(problem)}</Notice>}
      <Button kind="primary" busy={record.busy} onTap={() => void submit()}>
        登记
      </Button>
    </>
  )
}
