import { classes } from '../classes'
import type { SelectControlProps } from './props'
import { typed } from './typed'
import styles from './control.module.scss'

/** The browser's own list. */
export function SelectControl({
  name,
  value,
  onChange,
  invalid,
  describedBy,
  options,
  placeholder,
}: SelectControlProps) {
  return (
    <select
      id={name}
      name={name}
      className={classes(styles.control, invalid && styles.wrong, value === '' && styles.empty)}
      value={value}
      aria-invalid={invalid || undefined}
      aria-describedby={describedBy}
      onChange={(event) => onChange(typed(event))}
    >
      <option value="" disabled>
        {placeholder}
      </option>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.text}
        </option>
      ))}
    </select>
  )
}
