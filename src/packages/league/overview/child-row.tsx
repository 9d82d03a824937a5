import { Text, View } from '@tarojs/components'
import { classes } from '../../../components/classes'
import { Pill } from '../../../components/pill/pill'
import { Tap } from '../../../components/tap/tap'
import { overdueWords, type ChildView } from '../../../features/people/overview'
import styles from './child-row.module.scss'
import { StepsCell } from './steps-bar'

/** One organisation on a phone: how many, at which step, what is overdue. */
export function ChildRow({ child, onTap }: { child: ChildView; onTap: () => void }) {
  const { title, sums } = child
  const overdue = overdueWords(sums.overdue)
  return (
    <Tap className={classes(styles.row)} onTap={onTap}>
      <View className={classes(styles.line)}>
        <Text className={classes(styles.title)}>{title}</Text>
        <Text className={classes(styles.count)}>{`${sums.confirmed} 人`}</Text>
      </View>
      {sums.confirmed > 0 && <StepsCell steps={sums.steps} />}
      {sums.claimed > 0 && <View className={classes(styles.note)}>{`另有 ${sums.claimed} 人等支部确认`}</View>}
      {overdue !== null && <Pill tone="not-yet">{`超过期限：${overdue}`}</Pill>}
    </Tap>
  )
}
