import { View } from '@tarojs/components'
import { classes } from '../classes'
import { Tap } from '../tap/tap'
import styles from './fact-tile.module.scss'

interface FactTileProps {
  /** When or for whom: 培养期内. */
  over: string
  /** What one should remember: 8 学时. */
  value: string
  /** Of what: 团课. */
  under: string
  onTap?: (() => void) | undefined
  label?: string | undefined
}

/** One fact in three lines, the middle one large. */
export function FactTile({ over, value, under, onTap, label }: FactTileProps) {
  const body = (
    <>
      <View className={classes(styles.over)}>{over}</View>
      <View className={classes(styles.value)}>{value}</View>
      <View className={classes(styles.under)}>{under}</View>
    </>
  )
  if (onTap) {
    return (
      <Tap className={classes(styles.tile)} label={label} onTap={onTap}>
        {body}
      </Tap>
    )
  }
  return (
    <View className={classes(styles.tile)} {...(label !== undefined && { role: 'group', 'aria-label': label })}>
      {body}
    </View>
  )
}
