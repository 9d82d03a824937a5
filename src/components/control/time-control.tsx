import { Picker, Text, View } from '@tarojs/components'
import { classes } from '../classes'
import { Icon } from '../icon/icon'
import type { ControlProps } from './props'
import styles from './control.module.scss'

const PLACEHOLDER = '选择时间'

/** WeChat's own time wheel. */
export function TimeControl({ name, label, value, onChange, invalid }: ControlProps) {
  return (
    <Picker
      id={name}
      name={name}
      mode="time"
      value={value === '' ? '14:00' : value}
      aria-label={`${label}，${value === '' ? PLACEHOLDER : value}`}
      onChange={(event) => onChange(event.detail.value)}
    >
      <View className={classes(styles.control, styles.picked, invalid && styles.wrong)} role="button">
        <Text className={classes(value === '' && styles.empty)}>{value === '' ? PLACEHOLDER : value}</Text>
        <Icon name="forward" size={14} className={classes(styles.more)} />
      </View>
    </Picker>
  )
}
