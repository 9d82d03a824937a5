import { TextField } from '../../../components/text-field/text-field'

interface ReasonFieldProps {
  value: string
  error: string | undefined
  onChange: (reason: string) => void
}

/** Why something is corrected or taken back; the person reads it too. */
export function ReasonField({ value, error, onChange }: ReasonFieldProps) {
  return (
    <TextField
      name="reason"
      label="为什么更正"
      hint="本人也看得到"
      maxLength={200}
      value={value}
      error={error}
      onChange={onChange}
    />
  )
}
