import { View } from '@tarojs/components'
import { useState } from 'react'
import type { EventCard as Card, EventsReply } from '#contract/event'
import { Button } from '../../components/button/button'
import { classes } from '../../components/classes'
import { Notice } from '../../components/notice/notice'
import type { Read } from '../../components/screen/read'
import { Skeleton } from '../../components/skeleton/skeleton'
import { Words } from '../../components/words/words'
import { cardView, type ListRules } from '../../features/events/card'
import { EventCard } from '../../features/events/event-card'
import { go } from '../../platform/navigation'
import { useNow } from '../../platform/use-now'
import { links } from '../../routes'
import styles from './index.module.scss'

/** So many are drawn at first, so many more at a tap, and so many at once at most: each costs a phone three quarters of a kilobyte. */
const FIRST = 8
const MORE = 6
const MOST = 20

interface ListProps {
  /** What it is a list of: another one begins at its beginning. */
  of: string
  read: Read<EventsReply>
  cards: readonly Card[]
  rules: ListRules
  /** Takes the filters away, where there are some. */
  onAll: (() => void) | undefined
}

/** What is on, in the order of time. */
export function List({ of, read, cards, rules, onAll }: ListProps) {
  const now = useNow()
  const [seen, setSeen] = useState({ of, end: FIRST })
  const end = seen.of === of ? seen.end : FIRST
  const begin = Math.max(0, end - MOST)
  const show = (next: number) => setSeen({ of, end: next })
  if (read.state === 'loading') return <Skeleton />
  if (read.state === 'error') {
    return (
      <>
        <Notice>{read.hint ?? read.title}</Notice>
        {read.retry && <Button onTap={read.retry}>再试一次</Button>}
      </>
    )
  }
  // What comes and goes has places of its own: put in between the others, it would make WeChat send all of them again.
  return (
    <>
      <View>{begin > 0 && <Button onTap={() => show(end - MORE)}>看前面的</Button>}</View>
      <View className={classes(styles.cards)}>
        {cards.slice(begin, end).map((card, at) => (
          // By its place: another day changes the words of the cards that are there, instead of sending new ones.
          <EventCard key={at} card={cardView(card, rules, now)} onTap={() => go(links.event(card.id))} />
        ))}
      </View>
      <View>
        {cards.length > end && <Button onTap={() => show(end + MORE)}>再看后面的</Button>}
        {cards.length === 0 && (
          <Words as="body">{onAll ? '没有符合的活动。' : '这一天和后面几周还没有活动。往后翻一周看看。'}</Words>
        )}
        {cards.length === 0 && onAll && <Button onTap={onAll}>看全部活动</Button>}
        {read.state === 'content' && read.value.more && cards.length <= end && (
          <Words as="body">活动很多，没有列完：往后翻一周，或者选一个类型、一个地点。</Words>
        )}
      </View>
    </>
  )
}
