import { addMonths, type LocalDate } from '#domain/time'
import { DateField } from '../../../components/date-field/date-field'
import { SelectField } from '../../../components/select-field/select-field'
import { TextField } from '../../../components/text-field/text-field'
import type { RecordDraft, RecordErrors } from '../../../features/people/record-draft'
import { modeWords } from '../../../text/class-hours'

interface RecordFieldsProps {
  draft: RecordDraft
  errors: RecordErrors
  today: LocalDate
  onChange: (part: Partial<RecordDraft>) => void
}

const MODES = (['in-person', 'online'] as const).map((mode) => ({ value: mode, text: modeWords(mode) }))

/** Day, amount, how, what, and who can witness it. */
export function RecordFields({ draft, errors, today, onChange }: RecordFieldsProps) {
  return (
    <>
      <DateField
        name="on"
        label="上课的日期"
        min={addMonths(today, -180)}
        max={today}
        value={draft.on}
        error={errors.on}
        onChange={(on) => onChange({ on })}
      />
      <TextField
        name="amount"
        label="学时"
        kind="decimal"
        hint="最多一位小数，比如 2 或 1.5"
        maxLength={6}
        value={draft.amount}
        error={errors.amount}
        onChange={(amount) => onChange({ amount })}
      />
      <SelectField
        name="mode"
        label="怎么上的"
        options={MODES}
        value={draft.mode}
        error={errors.mode}
        onChange={(mode) => onChange({ mode: mode === 'online' ? 'online' : 'in-person' })}
      />
      <TextField
        name="content"
        label="学了什么"
        maxLength={200}
        value={draft.content}
        error={errors.content}
        onChange={(content) => onChange({ content })}
      />
      <TextField
        name="witness"
        label="谁可以作证"
        hint="讲课的人，或一起上课的人"
        maxLength={50}
        value={draft.witness}
        error={errors.witness}
        onChange={(witness) => onChange({ witness })}
      />
    </>
  )
}
