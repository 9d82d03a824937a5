import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { classes } from '../classes'
import { Tap } from '../tap/tap'
import styles from './card.module.scss'

interface CardProps {
  children: ReactNode
  /** `plain` lies on the paper; `red` is the next act, `sun` a warning, `sky` a calm note, `leaf` something done. */
  tone?: 'plain' | 'red' | 'sun' | 'sky' | 'leaf'
  /** Holds rows or entries, which bring their own space above and below. */
  list?: boolean
  onTap?: (() => void) | undefined
  label?: string | undefined
}

/** A surface for what belongs together. */
export function Card({ children, tone = 'plain', list = false, onTap, label }: CardProps) {
  const className = classes(styles.card, styles[tone], list && styles.list)
  if (!onTap) return <View className={className}>{children}</View>
  return (
    <Tap className={className} label={label} onTap={onTap}>
      {children}
    </Tap>
  )
}
