import { View } from '@tarojs/components'
import { classes } from '../../../components/classes'
import { Pill } from '../../../components/pill/pill'
import { Tap } from '../../../components/tap/tap'
import type { EventLine } from '../../../features/hosting/venue-month'
import styles from './event-line-card.module.scss'

/** An event of the venue: what, when, where it stands and how many; a tap opens its desk. */
export function EventLineCard({ line, onTap }: { line: EventLine; onTap: () => void }) {
  const { title, when, note, pill, words } = line
  return (
    <Tap className={classes(styles.card)} onTap={onTap}>
      <View className={classes(styles.line)}>
        <View className={classes(styles.title)}>{title}</View>
        <Pill tone={pill.tone}>{pill.text}</Pill>
      </View>
      <View className={classes(styles.when)}>{when}</View>
      <View className={classes(styles.note)}>{note}</View>
      {words && (
        <View className={classes(styles.words)}>
          <Pill tone={words.tone}>{words.text}</Pill>
        </View>
      )}
    </Tap>
  )
}
