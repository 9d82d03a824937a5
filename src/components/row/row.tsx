import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { classes } from '../classes'
import { Icon } from '../icon/icon'
import { Tap } from '../tap/tap'
import styles from './row.module.scss'

interface RowProps {
  title: string
  note?: string | undefined
  /** At the end of the line: a pill, a value. */
  trailing?: ReactNode
  onTap?: (() => void) | undefined
  /** Said in place of title and note. */
  label?: string | undefined
}

/** One line of a list. Rows that follow each other are parted by a hair line. */
export function Row({ title, note, trailing, onTap, label }: RowProps) {
  const body = (
    <>
      {note === undefined ? (
        <View className={classes(styles.words, styles.title)}>{title}</View>
      ) : (
        <View className={classes(styles.words)}>
          <View className={classes(styles.title)}>{title}</View>
          <View className={classes(styles.note)}>{note}</View>
        </View>
      )}
      {typeof trailing === 'string' ? <Text className={classes(styles.value)}>{trailing}</Text> : trailing}
      {onTap && <Icon name="forward" size={14} className={classes(styles.more)} />}
    </>
  )
  if (!onTap) return <View className={classes(styles.row)}>{body}</View>
  return (
    <Tap className={classes(styles.row)} label={label} onTap={onTap}>
      {body}
    </Tap>
  )
}
