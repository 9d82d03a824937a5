import type { FieldProps } from './field'
import { describedBy } from './ids'

/** A labelled input's properties in two: those of the frame, and those of the control within, which names what explains it. */
export function framed<Props extends FieldProps>({ name, label, hint, error, optional = false, ...control }: Props) {
  return {
    frame: { name, label, hint, error, optional },
    control: { ...control, name, label, invalid: error !== undefined, describedBy: describedBy(name, hint, error) },
  }
}
