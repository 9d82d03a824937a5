import { View } from '@tarojs/components'
import { classes } from '../classes'
import { Icon } from '../icon/icon'
import { Tap } from '../tap/tap'
import styles from './check-row.module.scss'

interface CheckRowProps {
  title: string
  note?: string | undefined
  checked: boolean
  onToggle: () => void
}

/** One of several that can be picked together. Rows that follow each other are parted by a hair line. */
export function CheckRow({ title, note, checked, onToggle }: CheckRowProps) {
  return (
    <Tap className={classes(styles.row)} role="checkbox" checked={checked} onTap={onToggle}>
      <View className={classes(styles.box, checked && styles.checked)}>
        {checked && <Icon name="check" size={14} />}
      </View>
      <View className={classes(styles.words)}>
        <View className={classes(styles.title)}>{title}</View>
        {note !== undefined && <View className={classes(styles.note)}>{note}</View>}
      </View>
    </Tap>
  )
}
