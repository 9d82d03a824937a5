import { useState } from 'react'
import type { PathEntry } from '#contract/path'
import { localDateAt } from '#domain/time'
import { Button } from '../../../components/button/button'
import { Card } from '../../../components/card/card'
import { Notice } from '../../../components/notice/notice'
import { TextField } from '../../../components/text-field/text-field'
import { Words } from '../../../components/words/words'
import { withoutChanged } from '../../../features/forms/errors'
import {
  checkRecord,
  recordFieldOf,
  startOfRecord,
  strikeOf,
  type RecordErrors,
} from '../../../features/people/record-draft'
import { useCorrectClassHours } from '../../../features/people/use-record-class-hours'
import { usePolicy } from '../../../features/policy/use-policy'
import { confirm } from '../../../platform/dialogs'
import { ApiProblem } from '../../../platform/problem'
import { useNow } from '../../../platform/use-now'
import { actProblemWords, problemWords } from '../../../text/problems'
import { RecordFields } from './record-fields'

interface CorrectionFormProps {
  person: string
  entry: PathEntry
  onDone: (words: string) => void
}

/** A right entry in the place of a wrong one, or nothing in its place. The wrong one stays readable. */
export function CorrectionForm({ person, entry, onDone }: CorrectionFormProps) {
  const today = localDateAt(useNow())
  const policy = usePolicy()
  const correct = useCorrectClassHours(person, entry.id)
  const [draft, setDraft] = useState(() => startOfRecord(entry, today))
  const [errors, setErrors] = useState<RecordErrors>({})
  const submit = async () => {
    const checked = checkRecord(draft, true, policy, today)
    setErrors(checked.kind === 'errors' ? checked.errors : {})
    if (checked.kind === 'ready' && (await correct.run(checked.body))) onDone('已更正')
  }
  const strike = async () => {
    if (draft.reason.trim() === '') {
      setErrors({ reason: '请写下作废的原因。' })
      return
    }
    const sure = await confirm({
      title: '作废这一条？',
      content: '这一条不再计入，原来的内容和作废的原因都看得到。',
      yes: '作废',
      no: '不作废',
    })
    if (sure && (await correct.run(strikeOf(entry, draft.reason)))) onDone('已作废')
  }
  const change = (part: Partial<typeof draft>) => {
    correct.forgive()
    setErrors(withoutChanged(errors, part))
    setDraft({ ...draft, ...part })
  }
  const { problem } = correct
  const field = problem instanceof ApiProblem ? recordFieldOf(problem.code) : null
  const shown = problem && field ? { ...errors, [field]: problemWords(problem) } : errors
  return (
    <>
      <Words as="body">更正会新记一条，写明它更正的是哪一条；原来的还看得到。</Words>
      <Card>
        <TextField
          name="reason"
          label="为什么更正"
          maxLength={200}
          value={draft.reason}
          error={shown.reason}
          onChange={(reason) => change({ reason })}
        />
        <RecordFields draft={draft} errors={shown} today={today} onChange={change} />
      </Card>
      {problem && field === null && <Notice>{actProblemWords(problem)}</Notice>}
      <Button kind="primary" busy={correct.busy} onTap={() => void submit()}>
        更正
      </Button>
      <Button kind="danger" busy={correct.busy} onTap={() => void strike()}>
        作废这一条
      </Button>
    </>
  )
}
