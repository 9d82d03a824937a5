import { View } from '@tarojs/components'
import type { LocalDate } from '#domain/time'
import { addMonths } from '#domain/time'
import { classes } from '../../../components/classes'
import { Icon } from '../../../components/icon/icon'
import { Tap } from '../../../components/tap/tap'
import { monthWords } from '../../../text/event-cards'
import styles from './month-bar.module.scss'

/** Which month is shown, and the way to the ones beside it. */
export function MonthBar({ month, onChange }: { month: LocalDate; onChange: (month: LocalDate) => void }) {
  return (
    <View className={classes(styles.bar)}>
      <Tap className={classes(styles.step)} label="上个月" onTap={() => onChange(addMonths(month, -1))}>
        <Icon name="back" size={20} />
      </Tap>
      <View className={classes(styles.month)} aria-live="polite">
        {monthWords(month)}
      </View>
      <Tap className={classes(styles.step)} label="下个月" onTap={() => onChange(addMonths(month, 1))}>
        <Icon name="forward" size={20} />
      </Tap>
    </View>
  )
}
