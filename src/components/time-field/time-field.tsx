import type { ControlProps } from '../control/props'
import { TimeControl } from '../control/time-control'
import { Field, type FieldProps } from '../field/field'
import { framed } from '../field/framed'

type TimeFieldProps = FieldProps & Omit<ControlProps, 'invalid' | 'describedBy'>

/** A time of the day, as HH:MM; '' before one is chosen. */
export function TimeField(props: TimeFieldProps) {
  const { frame, control } = framed(props)
  return (
    <Field {...frame}>
      <TimeControl {...control} />
    </Field>
  )
}
