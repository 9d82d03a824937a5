import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { classes } from '../classes'
import { Icon } from '../icon/icon'
import { Tap } from '../tap/tap'
import styles from './fold.module.scss'

interface FoldProps {
  title: string
  note?: string | undefined
  /** In a small circle before the title: its number. */
  mark?: string | undefined
  trailing?: ReactNode
  open: boolean
  onToggle: () => void
  children: ReactNode
}

/**
 * A line that opens below itself. What it holds exists only while it is open; its place is always there, for a node that goes makes
 * WeChat send those beside it again.
 */
export function Fold({ title, note, mark, trailing, open, onToggle, children }: FoldProps) {
  return (
    <View className={classes(styles.fold, mark === undefined ? styles.plain : styles.marked, open && styles.open)}>
      <Tap className={classes(styles.head)} expanded={open} onTap={onToggle}>
        {mark !== undefined && <View className={classes(styles.mark)}>{mark}</View>}
        <View className={classes(styles.words)}>
          <View className={classes(styles.title)}>{title}</View>
          {note !== undefined && <View className={classes(styles.note)}>{note}</View>}
        </View>
        {trailing}
        <Icon name="forward" size={14} className={classes(styles.arrow)} />
      </Tap>
      <View className={classes(styles.body)}>{open && children}</View>
    </View>
  )
}
