import { View } from '@tarojs/components'
import { classes } from '../classes'
import { Pill, type PillTone } from '../pill/pill'
import { Tap } from '../tap/tap'
import styles from './task-card.module.scss'

interface TaskCardProps {
  title: string
  /** Whom it is for: 申请人·甲. */
  who: string
  tone: PillTone
  /** How long it has waited, or how long there is: 收到 2 天, 还剩 6 天. */
  clock: string
  onTap: () => void
  label?: string | undefined
}

/** One thing to do. As wide as the screen on a phone, within Tiles too; beside others in Tiles on a desktop. */
export function TaskCard({ title, who, tone, clock, onTap, label }: TaskCardProps) {
  return (
    <Tap className={classes(styles.task)} label={label} onTap={onTap}>
      <View className={classes(styles.line)}>
        <View className={classes(styles.title)}>{title}</View>
        <Pill tone={tone}>{clock}</Pill>
      </View>
      <View className={classes(styles.who)}>{who}</View>
    </Tap>
  )
}
