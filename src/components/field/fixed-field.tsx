import { View } from '@tarojs/components'
import { classes } from '../classes'
import styles from './field.module.scss'

interface FixedFieldProps {
  label: string
  value: string
  /** Why it can't be changed here, and who can. */
  hint: string
}

/** A field among others that stands as it is. */
export function FixedField({ label, value, hint }: FixedFieldProps) {
  return (
    <View className={classes(styles.field)}>
      <View className={classes(styles.label)}>{label}</View>
      <View>{value}</View>
      <View className={classes(styles.hint)}>{hint}</View>
    </View>
  )
}
