import { classes } from '../classes'
import { Icon } from '../icon/icon'
import type { SelectControlProps } from './props'
import { typed } from './typed'
import styles from './control.module.scss'

/** The browser's own list, with our own arrow: Chromium's sticks to the edge. */
export function SelectControl({
  name,
  label,
  value,
  onChange,
  invalid,
  describedBy,
  options,
  placeholder,
}: SelectControlProps) {
  return (
    <div className={classes(styles.place)}>
      <select
        id={name}
        name={name}
        aria-label={label}
        className={classes(styles.control, styles.select, invalid && styles.wrong, value === '' && styles.empty)}
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
      <Icon name="forward" size={14} className={classes(styles.more, styles.arrow)} />
    </div>
  )
}
