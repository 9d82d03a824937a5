import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { EventCard } from '#contract/event'
import type { Instant } from '#domain/time'
import { classes } from '../../../components/classes'
import { eventTimeWords, eventTitle, venueName } from '../../../text/event-cards'
import styles from './head.module.scss'

interface HeadProps {
  card: EventCard
  now: Instant
  /** At the right: a pill. */
  trailing?: ReactNode
}

/** Which event this is about: its name, where and when. */
export function Head({ card, now, trailing }: HeadProps) {
  return (
    <View className={classes(styles.head)}>
      <View className={classes(styles.line)}>
        <View className={classes(styles.title)}>{eventTitle(card.kind, card.title)}</View>
        {trailing}
      </View>
      <View className={classes(styles.note)}>
        {`${venueName(card.venue)} · ${eventTimeWords(card.start as Instant, card.end as Instant, now)}`}
      </View>
    </View>
  )
}
