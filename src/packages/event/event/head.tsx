import { View } from '@tarojs/components'
import { Card } from '../../../components/card/card'
import { classes } from '../../../components/classes'
import { Pill } from '../../../components/pill/pill'
import { Words } from '../../../components/words/words'
import type { EventView } from '../../../features/events/event-view'
import { KindPicture } from '../../../features/events/kind-picture'
import styles from './head.module.scss'

const TONES = { open: 'note', full: 'not-yet', shut: 'not-applicable' } as const

/** What, when, where, places left, and what it gives to whom. */
export function Head({ event: { card, when, where } }: { event: EventView }) {
  return (
    <Card>
      <View className={classes(styles.head)}>
        <KindPicture kind={card.kind} name={card.kindName} />
        <View className={classes(styles.words)}>
          <View className={classes(styles.title)} role="heading" {...LEVEL}>
            {card.title}
          </View>
          <Pill tone={TONES[card.tone]}>{card.places}</Pill>
        </View>
      </View>
      <View className={classes(styles.when)}>{when}</View>
      <View className={classes(styles.where)}>{where}</View>
      <Words as="body">{card.gives}</Words>
    </Card>
  )
}

/** The web's alone: WeChat knows no levels. */
const LEVEL = process.env.TARO_ENV === 'h5' && { 'aria-level': 2 }
