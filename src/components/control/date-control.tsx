import { Picker, Text, View } from '@tarojs/components'
import { classes } from '../classes'
import { Icon } from '../icon/icon'
import type { DateControlProps } from './props'
import styles from './control.module.scss'

/** WeChat's own date wheel. */
export function DateControl({
  name,
  label,
  value,
  onChange,
  invalid,
  min,
  max,
  display,
  placeholder,
}: DateControlProps) {
  return (
    <Picker
      id={name}
      name={name}
      mode="date"
      value={value === '' ? max : value}
      start={min}
      end={max}
      aria-label={`${label}，${value === '' ? placeholder : display}`}
      onChange={(event) => onChange(event.detail.value)}
    >
      <View className={classes(styles.control, styles.picked, invalid && styles.wrong)} role="button">
        <Text className={classes(value === '' && styles.empty)}>{value === '' ? placeholder : display}</Text>
        <Icon name="forward" size={14} className={classes(styles.more)} />
      </View>
    </Picker>
  )
}
