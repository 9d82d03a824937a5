import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { classes } from '../classes'
import { Pill, type PillTone } from '../pill/pill'
import styles from './entry.module.scss'

interface EntryProps {
  /** What it was: 11月8日 · 第五、六课. */
  title: string
  /** Where it comes from: 签到 · 讲师团 · 2 学时. */
  note?: string | undefined
  tone: PillTone
  /** What became of it, in words: 计入, 待认定, 不计入. */
  fate: string
  /** Why, and who is next: 成为积极分子之前. */
  reason?: string | undefined
  /** Under the words: what can be done about it. */
  children?: ReactNode
}

/** One entry of the ledger, with its fate in words. */
export function Entry({ title, note, tone, fate, reason, children }: EntryProps) {
  return (
    <View className={classes(styles.entry)}>
      <View className={classes(styles.words)}>
        <View className={classes(styles.title)}>{title}</View>
        {note !== undefined && <View className={classes(styles.note)}>{note}</View>}
        {reason !== undefined && <View className={classes(styles.note)}>{reason}</View>}
        {children}
      </View>
      <Pill tone={tone}>{fate}</Pill>
    </View>
  )
}
