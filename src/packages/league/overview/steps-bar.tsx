import { Text, View } from '@tarojs/components'
import { classes } from '../../../components/classes'
import { STATES, stepWords, type Sums } from '../../../features/people/overview'
import { STATE_NAMES } from '../../../text/league'
import styles from './steps-bar.module.scss'

/** How many are at which step, as one stacked bar; the words say the same to those who can't see it. */
export function StepsBar({ steps, small = false }: { steps: Sums['steps']; small?: boolean }) {
  const all = STATES.reduce((sum, state) => sum + steps[state], 0)
  return (
    <View
      className={classes(styles.bar, small && styles.small)}
      role="img"
      aria-label={all === 0 ? '还没有人' : stepWords(steps)}
    >
      {STATES.filter((state) => steps[state] > 0).map((state) => (
        <View
          key={state}
          className={classes(styles.part, styles[state])}
          style={{ width: `${(steps[state] * 100) / all}%` }}
        />
      ))}
    </View>
  )
}

/** What the parts of the bar are, with their numbers. */
export function StepsLegend({ steps }: { steps: Sums['steps'] }) {
  return (
    <View className={classes(styles.legend)}>
      {STATES.map((state) => (
        <View key={state} className={classes(styles.item)}>
          <View className={classes(styles.swatch, styles[state])} aria-hidden />
          <Text>{STATE_NAMES[state]}</Text>
          <Text className={classes(styles.count)}>{String(steps[state])}</Text>
        </View>
      ))}
    </View>
  )
}

/** Bar and numbers, small enough for a line of a table. */
export function StepsCell({ steps }: { steps: Sums['steps'] }) {
  return (
    <View className={classes(styles.cell)}>
      <StepsBar steps={steps} small />
      <View className={classes(styles.words)} aria-hidden>
        {stepWords(steps)}
      </View>
    </View>
  )
}
