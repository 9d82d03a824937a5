import { View } from '@tarojs/components'
import { classes } from '../classes'
import styles from './skeleton.module.scss'

/** The shape of what is coming, said once to a screen reader. */
export function Skeleton({ label = '正在加载' }: { label?: string }) {
  return (
    <View role="status" aria-label={label}>
      <View className={classes(styles.card)}>
        <View className={classes(styles.line, styles.short)} />
        <View className={classes(styles.line, styles.title)} />
        <View className={classes(styles.line)} />
      </View>
      <View className={classes(styles.card)}>
        <View className={classes(styles.line)} />
        <View className={classes(styles.line)} />
        <View className={classes(styles.line, styles.short)} />
      </View>
    </View>
  )
}
