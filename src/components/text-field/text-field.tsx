import type { TextControlProps } from '../control/props'
import { TextControl } from '../control/text-control'
import { Field, type FieldProps } from '../field/field'
import { framed } from '../field/framed'

type TextFieldProps = FieldProps & Omit<TextControlProps, 'invalid' | 'describedBy'>

/** One line of text, or several with `multiline`. */
export function TextField(props: TextFieldProps) {
  const { frame, control } = framed(props)
  return (
    <Field {...frame}>
      <TextControl {...control} />
    </Field>
  )
}
