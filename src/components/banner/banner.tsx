import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Card } from '../card/card'
import { classes } from '../classes'
import styles from './banner.module.scss'

interface BannerProps {
  /** A small line above: 入团积极分子 · 第 5 步，共 15 步. */
  over?: string | undefined
  /** Where one stands, large. */
  title: string
  /** At the right: whose turn it is. */
  trailing?: ReactNode
  /** Below: a StageBar. */
  children?: ReactNode
}

/** What one jumps to, on the web; WeChat's screen readers don't jump, and are spared it. */
const HEADING = process.env.TARO_ENV === 'h5' && { role: 'heading', 'aria-level': 2 }

/** The first card of a screen: where one stands. */
export function Banner({ over, title, trailing, children }: BannerProps) {
  return (
    <Card>
      {over !== undefined && <View className={classes(styles.over)}>{over}</View>}
      <View className={classes(styles.line)}>
        <View className={classes(styles.title, title.length > 9 && styles.long)} {...HEADING}>
          {title}
        </View>
        {trailing}
      </View>
      {children}
    </Card>
  )
}
