import { View } from '@tarojs/components'
import { classes } from '../../components/classes'
import { Tap } from '../../components/tap/tap'
import type { CardView } from './card'
import styles from './event-card.module.scss'
import { KindPicture } from './kind-picture'

interface EventCardProps {
  card: CardView
  /** Not in the list now; it keeps its place. */
  gone: boolean
  onTap: () => void
}

/** One event of a list: what, when, where, places left, and what it gives to whom. Flat: each level of nodes travels with every change. */
export function EventCard({ card, gone, onTap }: EventCardProps) {
  const { kind, kindName, title, lines, places, tone, gives } = card
  return (
    <Tap className={classes(styles.card, gone && styles.gone)} onTap={onTap}>
      <KindPicture kind={kind} name={kindName} />
      <View className={classes(styles.title)}>{title}</View>
      <View className={classes(styles.lines)}>{lines}</View>
      <View className={classes(styles.places, styles[tone])}>{places}</View>
      <View className={classes(styles.gives)}>{gives}</View>
    </Tap>
  )
}
