import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { classes } from '../../../components/classes'
import styles from './by-width.module.scss'

interface ByWidthProps {
  /** On a phone. */
  narrow: ReactNode
  /** On a desktop, where there is room to compare. Only the web build is ever that wide; WeChat is spared it. */
  wide: () => ReactNode
}

/** The same content as rows on a phone and as a table on a desktop; whichever isn't shown isn't read out either. */
export function ByWidth({ narrow, wide }: ByWidthProps) {
  if (process.env.TARO_ENV !== 'h5') return narrow
  return (
    <>
      <View className={classes(styles.narrow)}>{narrow}</View>
      <View className={classes(styles.wide)}>{wide()}</View>
    </>
  )
}
