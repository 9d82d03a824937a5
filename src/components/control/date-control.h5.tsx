import { classes } from '../classes'
import type { DateControlProps } from './props'
import { typed } from './typed'
import styles from './control.module.scss'

/** The browser's own date field. */
export function DateControl({ name, value, onChange, invalid, describedBy, min, max }: DateControlProps) {
  return (
    <input
      id={name}
      name={name}
      type="date"
      className={classes(styles.control, invalid && styles.wrong)}
      value={value}
      min={min}
      max={max}
      aria-invalid={invalid || undefined}
      aria-describedby={describedBy}
      onChange={(event) => onChange(typed(event))}
    />
  )
}
