import type { SelectControlProps } from '../control/props'
import { SelectControl } from '../control/select-control'
import { Field, type FieldProps } from '../field/field'
import { framed } from '../field/framed'

type SelectFieldProps = FieldProps &
  Omit<SelectControlProps, 'invalid' | 'describedBy' | 'placeholder'> & { placeholder?: string }

/** One of a few; '' before one is chosen. For long lists: SearchField over rows. */
export function SelectField({ placeholder = '请选择', ...props }: SelectFieldProps) {
  const { frame, control } = framed(props)
  return (
    <Field {...frame}>
      <SelectControl {...control} placeholder={placeholder} />
    </Field>
  )
}
