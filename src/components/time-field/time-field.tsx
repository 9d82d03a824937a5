import type { ControlProps } from '../control/props'
import { TimeControl } from '../control/time-control'
import { Field, type FieldProps } from '../field/field'
import { describedBy } from '../field/ids'

type TimeFieldProps = FieldProps & Omit<ControlProps, 'invalid' | 'describedBy'>

/** A time of the day, as HH:MM; '' before one is chosen. */
export function TimeField({ name, label, hint, error, optional = false, ...control }: TimeFieldProps) {
  return (
    <Field name={name} label={label} hint={hint} error={error} optional={optional}>
      <TimeControl
        {...control}
        name={name}
        label={label}
        invalid={error !== undefined}
        describedBy={describedBy(name, hint, error)}
      />
    </Field>
  )
}
