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

/** What one jumps to, on the web; WeChat's screen readers don't jump, and are spared it. */
const HEADING = process.env.TARO_ENV === 'h5' && { role: 'heading', 'aria-level': 2 }

/** The next act, with its button. */
export function NextCard({ title, text, children }: NextCardProps) {
  return (
    <Card tone="red">
      <View className={classes(styles.title)} {...HEADING}>
        {title}
      </View>
      {text !== undefined && <View className={classes(styles.text)}>{text}</View>}
      {children !== undefined && <View className={classes(styles.act)}>{children}</View>}
    </Card>
  )
}
