import { Text } from '@tarojs/components'
import { classes } from '../classes'
import control from '../control/control.module.scss'
import { Field, type FieldProps } from '../field/field'
import { Icon } from '../icon/icon'
import { Tap } from '../tap/tap'
import styles from './choice-field.module.scss'

interface ChoiceFieldProps extends FieldProps {
  /** The chosen one's name; null before one is chosen. */
  value: string | null
  placeholder: string
  /** Opens the list to choose from. */
  onOpen: () => void
}

/** One of many, chosen from a list of its own (a sheet, a page). */
export function ChoiceField({ value, placeholder, onOpen, ...field }: ChoiceFieldProps) {
  return (
    <Field {...field}>
      <Tap
        className={classes(control.control, control.picked, styles.choice, field.error !== undefined && control.wrong)}
        label={`${field.label}，${value ?? placeholder}`}
        onTap={onOpen}
      >
        <Text className={classes(value === null && control.empty)}>{value ?? placeholder}</Text>
        <Icon name="forward" size={14} className={classes(control.more)} />
      </Tap>
    </Field>
  )
}
