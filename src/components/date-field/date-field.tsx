import { DateControl } from '../control/date-control'
import type { DateControlProps } from '../control/props'
import { Field, type FieldProps } from '../field/field'
import { framed } from '../field/framed'

type DateFieldProps = FieldProps & Omit<DateControlProps, 'invalid' | 'describedBy' | 'display' | 'placeholder'>

/** 2008-09-01 as 2008年9月1日: a civil day has no zone, so nothing but its digits is touched. */
function inWords(day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}

/** A day, as YYYY-MM-DD; '' before one is chosen. */
export function DateField(props: DateFieldProps) {
  const { frame, control } = framed(props)
  return (
    <Field {...frame}>
      <DateControl {...control} display={control.value === '' ? '' : inWords(control.value)} placeholder="选择日期" />
    </Field>
  )
}
