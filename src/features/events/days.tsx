import { View } from '@tarojs/components'
import { memo } from 'react'
import { localDateAt, type LocalDate } from '#domain/time'
import { classes } from '../../components/classes'
import { Tap } from '../../components/tap/tap'
import { useNow } from '../../platform/use-now'
import { dayWords } from '../../text/dates'
import { weekdayWords } from '../../text/event-cards'
import styles from './days.module.scss'

interface DaysProps {
  weeks: readonly (readonly LocalDate[])[]
  /** The one week that is shown, counted from 0; none = all of them. */
  only?: number
  chosen: LocalDate
  /** How many events there are on a day, said aloud. */
  counts: Readonly<Record<string, number>>
  /** The days that have a dot: those of what is looked for. */
  marked: Readonly<Record<string, number>>
  /** Days of other months are pale. */
  month?: LocalDate
  onChoose: (day: LocalDate) => void
}

/** Days to tap, seven a line, with a dot where something is on. */
export function Days({ weeks, only, ...week }: DaysProps) {
  return (
    <View className={classes(styles.days)}>
      <View className={classes(styles.line)} aria-hidden>
        {weeks[0]?.map((day) => (
          <View key={weekdayWords(day)} className={classes(styles.name)}>
            {weekdayWords(day)}
          </View>
        ))}
      </View>
      {weeks.map((days, at) => (
        // By its place, not by its day: what comes after midnight changes words, and moves nothing.
        <View key={at} className={classes(styles.line, only !== undefined && at !== only && styles.gone)}>
          <Week {...week} days={days} shown={only === undefined || at === only} />
        </View>
      ))}
    </View>
  )
}

interface WeekProps extends Omit<DaysProps, 'weeks' | 'only'> {
  days: readonly LocalDate[]
  shown: boolean
}

/** A week that isn't shown is brought up to date when it is: a phone sends what changes in it through setData. */
const Week = memo(
  function Week({ days, chosen, counts, marked, month, onChoose }: WeekProps) {
    const today = localDateAt(useNow())
    return (
      <>
        {days.map((day, at) => (
          <Tap
            key={at}
            className={classes(
              styles.day,
              marked[day] !== undefined && styles.some,
              day === chosen && styles.chosen,
              day === today && styles.today,
              month !== undefined && day.slice(0, 7) !== month.slice(0, 7) && styles.pale,
            )}
            selected={day === chosen}
            label={`${dayWords(day, today)}，周${weekdayWords(day)}${counts[day] === undefined ? '' : `，${counts[day]} 场活动`}`}
            onTap={() => onChoose(day)}
          >
            {String(Number(day.slice(8)))}
          </Tap>
        ))}
      </>
    )
  },
  (before, { shown }) => before.shown === shown && !shown,
)
