import { TextControl } from '../control/text-control'
import type { TextControlProps } from '../control/props'
import { Field, type FieldProps } from '../field/field'
import { describedBy } from '../field/ids'

type TextFieldProps = FieldProps & Omit<TextControlProps, 'invalid' | 'describedBy'>

/** One line of text, or several with `multiline`. */
export function TextField({ name, label, hint, error, optional = false, ...control }: TextFieldProps) {
  return (
    <Field name={name} label={label} hint={hint} error={error} optional={optional}>
      <TextControl
        {...control}
        name={name}
        label={label}
        invalid={error !== undefined}
        describedBy={describedBy(name, hint, error)}
      />
    </Field>
  )
}
