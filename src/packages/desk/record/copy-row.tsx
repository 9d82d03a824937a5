import { View } from '@tarojs/components'
import { classes } from '../../../components/classes'
import { Tap } from '../../../components/tap/tap'
import styles from './copy-row.module.scss'

interface CopyRowProps {
  label: string
  value: string
  onCopy: () => void
}

/** A field with its value, and the way to take it along. */
export function CopyRow({ label, value, onCopy }: CopyRowProps) {
  return (
    <View className={classes(styles.row)}>
      <View className={classes(styles.words)}>
        <View className={classes(styles.label)}>{label}</View>
        <View className={classes(styles.value)}>{value === '' ? '没有' : value}</View>
      </View>
      {value !== '' && (
        <Tap className={classes(styles.copy)} label={`复制${label}`} onTap={onCopy}>
          复制
        </Tap>
      )}
    </View>
  )
}
