import { View } from '@tarojs/components'
import { localDateAt, type LocalDate } from '#domain/time'
import { classes } from '../../components/classes'
import { Tap } from '../../components/tap/tap'
import { useNow } from '../../platform/use-now'
import { dayWords } from '../../text/dates'
import { weekdayWords } from '../../text/event-cards'
import styles from './days.module.scss'

interface DaysProps {
  days: readonly LocalDate[]
  chosen: LocalDate | null
  /** How many events there are on a day. */
  counts: Readonly<Record<string, number>>
  /** Days of other months are pale. */
  month?: LocalDate
  onChoose: (day: LocalDate) => void
}

/** Days to tap, seven a line, with a dot where something is on. */
export function Days({ days, chosen, counts, month, onChoose }: DaysProps) {
  const today = localDateAt(useNow())
  return (
    <View className={classes(styles.days)}>
      {days.slice(0, 7).map((day) => (
        <View key={weekdayWords(day)} className={classes(styles.name)} aria-hidden>
          {weekdayWords(day)}
        </View>
      ))}
      {days.map((day, at) => (
        <Tap
          // By its place, not by its day: another week changes words, and moves nothing.
          key={at}
          className={classes(
            styles.day,
            counts[day] !== undefined && styles.some,
            day === chosen && styles.chosen,
            day === today && styles.today,
            month !== undefined && day.slice(0, 7) !== month.slice(0, 7) && styles.pale,
          )}
          selected={day === chosen}
          label={`${dayWords(day, today)}，周${weekdayWords(day)}，${counts[day] ?? '没有'}${counts[day] === undefined ? '' : ' 场'}活动`}
          onTap={() => onChoose(day)}
        >
          {String(Number(day.slice(8)))}
        </Tap>
      ))}
    </View>
  )
}
