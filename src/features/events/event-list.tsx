import { View } from '@tarojs/components'
import { useReachBottom } from '@tarojs/taro'
import { useRef, useState } from 'react'
import type { EventCard as Card, EventsReply } from '#contract/event'
import { Button } from '../../components/button/button'
import { classes } from '../../components/classes'
import { Notice } from '../../components/notice/notice'
import type { Read } from '../../components/screen/read'
import { Skeleton } from '../../components/skeleton/skeleton'
import { Words } from '../../components/words/words'
import { go } from '../../platform/navigation'
import { useNow } from '../../platform/use-now'
import { links } from '../../routes'
import { cardView, type ListRules } from './card'
import { EventCard } from './event-card'
import styles from './event-list.module.scss'

/**
 * So many are drawn at once: on a phone a screenful, since each travels through setData with half a kilobyte, and as many again
 * whenever the end is reached. A browser has no setData, and columns to fill.
 */
const STEP = process.env.TARO_ENV === 'h5' ? 12 : 3
/** So many are drawn at most: more nodes are slow on a cheap phone, and who scrolls so far looks for another day. */
const MOST = 10 * STEP

interface EventListProps {
  /** What it is a list of: another one begins at its beginning. */
  of: string
  read: Read<EventsReply>
  cards: readonly Card[]
  rules: ListRules
  /** What is said where there are none. */
  none: string
  /** Takes the filters away, where there are some. */
  onAll: (() => void) | undefined
}

/** Events in the order of time. */
export function EventList({ of, read, cards, rules, none, onAll }: EventListProps) {
  const now = useNow()
  const [seen, setSeen] = useState({ of, steps: 1 })
  const steps = seen.of === of ? seen.steps : 1
  const drawn = useRef(1)
  drawn.current = Math.max(drawn.current, steps)
  const end = steps * STEP
  const left = cards.length > end && end < MOST
  const more = () => setSeen({ of, steps: steps + 1 })
  useReachBottom(() => {
    if (left) more()
  })
  const cut = cards.length > MOST || (read.state === 'content' && read.value.more)
  const there = read.state === 'content'
  const empty = there && cards.length === 0
  // What comes and goes has places of its own: put in between the others, it would make WeChat send all of them again.
  return (
    <>
      <View className={classes(there && styles.cards)}>
        {read.state === 'loading' && <Skeleton />}
        {read.state === 'error' && <Notice>{read.hint ?? read.title}</Notice>}
        {read.state === 'error' && read.retry && <Button onTap={read.retry}>再试一次</Button>}
        {there && <Cards cards={cards.slice(0, STEP)} rules={rules} now={now} />}
      </View>
      <View className={classes(!there && styles.gone)}>
        <View>
          {Array.from({ length: drawn.current - 1 }, (_, step) => {
            const [from, to] = [(step + 1) * STEP, (step + 2) * STEP]
            const shown = to <= end && from < cards.length
            return (
              <View key={step} className={classes(styles.cards, !shown && styles.gone)}>
                <Cards cards={cards.slice(from, to)} shown={shown} rules={rules} now={now} />
              </View>
            )
          })}
        </View>
        <View className={classes(!left && styles.gone)}>
          <Button onTap={more}>再看后面的</Button>
        </View>
        <View>
          {empty && <Words as="body">{none}</Words>}
          {empty && onAll && <Button onTap={onAll}>看全部活动</Button>}
          {!left && cut && !empty && (
            <Words as="body">活动很多，没有列完：选后面的一天，或者选一个类型、一个地点。</Words>
          )}
        </View>
      </View>
    </>
  )
}

interface CardsProps {
  cards: readonly Card[]
  /** Hidden with the place that they stand in: what changes in them meanwhile isn't drawn. */
  shown?: boolean
  rules: ListRules
  now: ReturnType<typeof useNow>
}

/**
 * Cards beside each other. They stay in their places: another day changes their words alone, and one that isn't needed is hidden.
 * Put in or taken away, it would make Taro send all beside it again.
 */
function Cards({ cards, shown = true, rules, now }: CardsProps) {
  const last = useRef({ cards, all: cards })
  if (shown) last.current = { cards, all: [...cards, ...last.current.all.slice(cards.length)] }
  return last.current.all.map((card, at) => (
    <EventCard
      key={at}
      card={cardView(card, rules, now)}
      gone={at >= last.current.cards.length}
      onTap={() => go(links.event(card.id))}
    />
  ))
}
