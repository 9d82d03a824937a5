import { View } from '@tarojs/components'
import type { CSSProperties } from 'react'
import { classes } from '../classes'
import { drawn, part } from './part'
import styles from './bar.module.scss'

interface BarProps {
  /** Both in one unit. */
  have: number
  need: number
  /** The number as shown: 6. */
  text: string
  /** Bar and number in one sentence: 团课 6 学时，需要 8 学时. */
  label: string
}

/** How much counts, small enough for a table. */
export function Bar({ have, need, text, label }: BarProps) {
  return (
    <View
      className={classes(styles.bar)}
      style={{ '--part': `${drawn(part(have, need))}%` } as CSSProperties}
      role="img"
      aria-label={label}
    >
      {text}
    </View>
  )
}
