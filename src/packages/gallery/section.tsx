import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { classes } from '../../components/classes'
import styles from './index.module.scss'

/** One chapter of the gallery. */
export function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <View className={classes(styles.section)}>
      <View className={classes(styles.heading)} role="heading" {...{ 'aria-level': 2 }}>
        {title}
      </View>
      {children}
    </View>
  )
}
