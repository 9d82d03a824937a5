import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Card } from '../card/card'
import { classes } from '../classes'
import styles from './next-card.module.scss'

interface NextCardProps {
  title: string
  text?: string | undefined
  /** What helps to decide, and the screen's one primary button. */
  children?: ReactNode
}

/** The next act, with its button. */
export function NextCard({ title, text, children }: NextCardProps) {
  return (
    <Card tone="red">
      <View className={classes(styles.title)}>{title}</View>
      {text !== undefined && <View className={classes(styles.text)}>{text}</View>}
      {children !== undefined && <View className={classes(styles.act)}>{children}</View>}
    </Card>
  )
}
