import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { classes } from '../../../components/classes'
import styles from './columns.module.scss'

/** One below the other on a phone; on a desktop beside each other. */
export function Columns({ main, side }: { main: ReactNode; side: ReactNode }) {
  return (
    <View className={classes(styles.columns)}>
      <View className={classes(styles.main)}>{main}</View>
      <View className={classes(styles.side)}>{side}</View>
    </View>
  )
}
