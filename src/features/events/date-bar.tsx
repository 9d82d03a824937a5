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
  /** None where today is chosen already. */
  onToday: (() => void) | undefined
  /** To the other view, by its name. */
  other: string
  onOther: () => void
}

/** Which days are shown, the way to those before and after, and to the other view. */
export function DateBar({ title, unit, onBack, onForward, onToday, other, onOther }: DateBarProps) {
  return (
    <View className={classes(styles.bar)}>
      <Tap className={classes(styles.act)} label={`前一${unit}`} onTap={onBack}>
        <Icon name="back" size={20} />
      </Tap>
      <Text className={classes(styles.title)}>{title}</Text>
      <Tap className={classes(styles.act)} label={`后一${unit}`} onTap={onForward}>
        <Icon name="forward" size={20} />
      </Tap>
      <View className={classes(styles.room)} />
      {onToday && (
        <Tap className={classes(styles.act)} onTap={onToday}>
          今天
        </Tap>
      )}
      <Tap className={classes(styles.act)} onTap={onOther}>
        {other}
      </Tap>
    </View>
  )
}
