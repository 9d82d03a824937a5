import { Text, View } from '@tarojs/components'
import { classes } from '../../components/classes'
import { Icon } from '../../components/icon/icon'
import { Tap } from '../../components/tap/tap'
import styles from './date-bar.module.scss'

interface DateBarProps {
  /** 11月24日–30日, 2026年11月. */
  title: string
  /** 周 or 月: what the arrows go by. */
  unit: string
  onBack: () => void
  onForward: () => void
  /** Neither before nor after it is anything more. */
  first?: boolean
  last?: boolean
  /** Back to now, by its name: 今天, 本月. */
  now: string
  /** None where it is shown already. */
  onNow: (() => void) | undefined
  /** To another view, by its name. */
  other?: string
  onOther?: () => void
}

/** Which days are shown, the way to those before and after, and to another view. The way to now keeps its place, hidden. */
export function DateBar({ title, unit, onBack, onForward, first, last, now, onNow, other, onOther }: DateBarProps) {
  return (
    <View className={classes(styles.bar)}>
      <Tap className={classes(styles.act, first && styles.end)} label={`前一${unit}`} disabled={first} onTap={onBack}>
        <Icon name="back" size={20} />
      </Tap>
      <Text className={classes(styles.title)}>{title}</Text>
      <Tap className={classes(styles.act, last && styles.end)} label={`后一${unit}`} disabled={last} onTap={onForward}>
        <Icon name="forward" size={20} />
      </Tap>
      <View className={classes(styles.room)} />
      <Tap className={classes(styles.act, !onNow && styles.none)} onTap={() => onNow?.()}>
        {now}
      </Tap>
      {onOther && (
        <Tap className={classes(styles.act)} onTap={onOther}>
          {other}
        </Tap>
      )}
    </View>
  )
}
