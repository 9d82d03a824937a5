import type { LocalDate } from '#domain/time'
import { SelectField } from '../../../components/select-field/select-field'
import { TextField } from '../../../components/text-field/text-field'
import type { Form } from '../../../features/forms/use-form'
import type { RecordField } from '../../../features/people/record-draft'
import { modeWords } from '../../../text/entries'
import { DayField } from './day-field'

const MODES = (['in-person', 'online'] as const).map((mode) => ({ value: mode, text: modeWords(mode) }))

/** A class: day, amount, how, what, and who can witness it. */
export function ClassFields({ form, today }: { form: Form<RecordField>; today: LocalDate }) {
  const { draft, errors, change } = form
  return (
    <>
      <DayField
        label="上课的日期"
        today={today}
        value={draft.on}
        error={errors.on}
        onChange={(on) => change('on', on)}
      />
      <TextField
        name="amount"
        label="学时"
        kind="decimal"
        hint="最多一位小数，比如 2 或 1.5"
        maxLength={6}
        value={draft.amount}
        error={errors.amount}
        onChange={(amount) => change('amount', amount)}
      />
      <SelectField
        name="mode"
        label="怎么上的"
        options={MODES}
        value={draft.mode}
        error={errors.mode}
        onChange={(mode) => change('mode', mode)}
      />
      <TextField
        name="content"
        label="学了什么"
        maxLength={200}
        value={draft.content}
        error={errors.content}
        onChange={(content) => change('content', content)}
      />
      <TextField
        name="witness"
        label="谁可以作证"
        hint="讲课的人，或一起上课的人"
        maxLength={50}
        value={draft.witness}
        error={errors.witness}
        onChange={(witness) => change('witness', witness)}
      />
    </>
  )
}
