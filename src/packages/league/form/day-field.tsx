import { addMonths, type LocalDate } from '#domain/time'
import { DateField } from '../../../components/date-field/date-field'

/** How far back somebody may reach for paper of former years. */
const MONTHS_BACK = 180

interface DayFieldProps {
  label: string
  hint?: string | undefined
  today: LocalDate
  value: string
  error: string | undefined
  onChange: (day: string) => void
}

/** The day on which something took place: never after today. */
export function DayField({ label, hint, today, value, error, onChange }: DayFieldProps) {
  return (
    <DateField
      name="on"
      label={label}
      hint={hint}
      min={addMonths(today, -MONTHS_BACK)}
      max={today}
      value={value}
      error={error}
      onChange={onChange}
    />
  )
}
