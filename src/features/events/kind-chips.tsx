import { View } from '@tarojs/components'
import { EVENT_KINDS, type EventKind } from '#domain/events/event'
import { classes } from '../../components/classes'
import { Tap } from '../../components/tap/tap'
import { EVENT_KIND_NAMES } from '../../text/event-cards'
import styles from './kind-chips.module.scss'

interface KindChipsProps {
  /** undefined = all of them. */
  chosen: EventKind | undefined
  onChoose: (kind: EventKind | undefined) => void
}

/** All kinds, or one of them. */
export function KindChips({ chosen, onChoose }: KindChipsProps) {
  return (
    <View className={classes(styles.chips)} role="radiogroup" aria-label="活动类型">
      {[undefined, ...EVENT_KINDS].map((kind) => (
        <Tap
          key={kind ?? ''}
          role="radio"
          className={classes(styles.chip, kind === chosen && styles.chosen)}
          checked={kind === chosen}
          onTap={() => onChoose(kind)}
        >
          {kind === undefined ? '全部' : EVENT_KIND_NAMES[kind]}
        </Tap>
      ))}
    </View>
  )
}
