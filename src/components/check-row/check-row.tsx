import { View } from '@tarojs/components'
import { classes } from '../classes'
import { Tap } from '../tap/tap'
import styles from './check-row.module.scss'

interface CheckRowProps {
  title: string
  note?: string | undefined
  checked: boolean
  onToggle: () => void
}

/**
 * One of several that can be picked together. Rows that follow each other are parted by a hair line. Box and tick are the row's
 * own drawing: many may be picked at one tap, and each of them sends nothing but a class and its state.
 */
export function CheckRow({ title, note, checked, onToggle }: CheckRowProps) {
  return (
    <Tap className={classes(styles.row, checked && styles.checked)} role="checkbox" checked={checked} onTap={onToggle}>
      {note === undefined ? (
        <View className={classes(styles.title)}>{title}</View>
      ) : (
        <View>
          <View className={classes(styles.title)}>{title}</View>
          <View className={classes(styles.note)}>{note}</View>
        </View>
      )}
    </Tap>
  )
}
