import { useState } from 'react'
import { localDateAt } from '#domain/time'
import { Button } from '../../../components/button/button'
import { Card } from '../../../components/card/card'
import { Notice } from '../../../components/notice/notice'
import { withoutChanged } from '../../../features/forms/errors'
import {
  checkRecord,
  recordFieldOf,
  startOfRecord,
  withoutReason,
  type RecordErrors,
} from '../../../features/people/record-draft'
import { useRecordClassHours } from '../../../features/people/use-record-class-hours'
import { usePolicy } from '../../../features/policy/use-policy'
import { ApiProblem } from '../../../platform/problem'
import { useNow } from '../../../platform/use-now'
import { actProblemWords, problemWords } from '../../../text/problems'
import { RecordFields } from './record-fields'

/** A class that the person took. */
export function NewRecordForm({ person, onDone }: { person: string; onDone: (words: string) => void }) {
  const today = localDateAt(useNow())
  const policy = usePolicy()
  const record = useRecordClassHours(person)
  const [draft, setDraft] = useState(() => startOfRecord(undefined, today))
  const [errors, setErrors] = useState<RecordErrors>({})
  const submit = async () => {
    const checked = checkRecord(draft, false, policy, today)
    setErrors(checked.kind === 'errors' ? checked.errors : {})
    if (checked.kind === 'ready' && (await record.run(withoutReason(checked.body)))) onDone('已登记')
  }
  const { problem } = record
  const field = problem instanceof ApiProblem ? recordFieldOf(problem.code) : null
  return (
    <>
      <Card>
        <RecordFields
          draft={draft}
          errors={problem && field ? { ...errors, [field]: problemWords(problem) } : errors}
          today={today}
          onChange={(part) => {
            record.forgive()
            setErrors(withoutChanged(errors, part))
            setDraft({ ...draft, ...part })
          }}
        />
      </Card>
      {problem && field === null && <Notice>{actProblemWords(problem)}</Notice>}
      <Button kind="primary" busy={record.busy} onTap={() => void submit()}>
        登记
      </Button>
    </>
  )
}
