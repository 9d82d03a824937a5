import { DateControl } from '../control/date-control'
import type { DateControlProps } from '../control/props'
import { Field, type FieldProps } from '../field/field'
import { describedBy } from '../field/ids'

type DateFieldProps = FieldProps & Omit<DateControlProps, 'invalid' | 'describedBy' | 'display' | 'placeholder'>

/** 2008-09-01 as 2008年9月1日: a civil day has no zone, so nothing but its digits is touched. */
function inWords(day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}

/** A day, as YYYY-MM-DD; '' before one is chosen. */
export function DateField({ name, label, hint, error, optional = false, ...control }: DateFieldProps) {
  return (
    <Field name={name} label={label} hint={hint} error={error} optional={optional}>
      <DateControl
        {...control}
        name={name}
        label={label}
        display={control.value === '' ? '' : inWords(control.value)}
        placeholder="选择日期"
        invalid={error !== undefined}
        describedBy={describedBy(name, hint, error)}
      />
    </Field>
  )
}
