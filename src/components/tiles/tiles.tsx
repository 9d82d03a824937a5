import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { classes } from '../classes'
import styles from './tiles.module.scss'

/** Tiles side by side, equally high: two on a phone, as many as fit on a desktop. The tiles bring the space below them. */
export function Tiles({ children }: { children: ReactNode }) {
  return <View className={classes(styles.tiles)}>{children}</View>
}
