import { classes } from '../classes'
import type { ControlProps } from './props'
import { typed } from './typed'
import styles from './control.module.scss'

/** The browser's own time field. */
export function TimeControl({ name, value, onChange, invalid, describedBy }: ControlProps) {
  return (
    <input
      id={name}
      name={name}
      type="time"
      className={classes(styles.control, invalid && styles.wrong)}
      value={value}
      aria-invalid={invalid || undefined}
      aria-describedby={describedBy}
      onChange={(event) => onChange(typed(event))}
    />
  )
}
