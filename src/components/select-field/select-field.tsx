import type { SelectControlProps } from '../control/props'
import { SelectControl } from '../control/select-control'
import { Field, type FieldProps } from '../field/field'
import { describedBy } from '../field/ids'

type SelectFieldProps = FieldProps &
  Omit<SelectControlProps, 'invalid' | 'describedBy' | 'placeholder'> & { placeholder?: string }

/** One of a few; '' before one is chosen. For long lists: SearchField over rows. */
export function SelectField({
  name,
  label,
  hint,
  error,
  optional = false,
  placeholder = '请选择',
  ...control
}: SelectFieldProps) {
  return (
    <Field name={name} label={label} hint={hint} error={error} optional={optional}>
      <SelectControl
        {...control}
        name={name}
        label={label}
        placeholder={placeholder}
        invalid={error !== undefined}
        describedBy={describedBy(name, hint, error)}
      />
    </Field>
  )
}
