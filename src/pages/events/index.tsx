import { View } from '@tarojs/components'
import { useState } from 'react'
import type { EventKind } from '#domain/events/event'
import { valueOf } from '#domain/policy/policy'
import { localDateAt, type LocalDate } from '#domain/time'
import { classes } from '../../components/classes'
import { SelectControl } from '../../components/control/select-control'
import { aheadOf, isIn, weeksOf } from '../../features/events/calendar'
import { countsByDay, eventsFrom } from '../../features/events/card'
import { DateBar } from '../../features/events/date-bar'
import { Days } from '../../features/events/days'
import { EventList } from '../../features/events/event-list'
import { EVERYWHERE, matches, placeOptions, whereOf } from '../../features/events/filter'
import { KindChips } from '../../features/events/kind-chips'
import { useAhead } from '../../features/events/use-ahead'
import { isNarrow, useNarrowed } from '../../features/events/use-narrowed'
import { useVenues } from '../../features/events/use-venues'
import { useMe } from '../../features/me/use-me'
import { usePolicy } from '../../features/policy/use-policy'
import { readOf } from '../../features/reading/read-of'
import { AppScreen } from '../../features/shell/app-screen'
import { go } from '../../platform/navigation'
import { useNow } from '../../platform/use-now'
import { links } from '../../routes'
import { weekWords } from '../../text/event-cards'
import styles from './index.module.scss'

/** What is on in the weeks ahead, for anyone: a week's strip, and what comes from the chosen day on. Other months are a screen of their own. */
export default function EventsPage() {
  const now = useNow()
  const today = localDateAt(now)
  const rules = { 'event.offer-end': valueOf(usePolicy(), 'event.offer-end') }
  // null = today, also after midnight.
  const [chosen, setChosen] = useState<LocalDate | null>(null)
  const [kind, setKind] = useState<EventKind | undefined>()
  const [place, setPlace] = useState(EVERYWHERE)
  const town = useMe().data?.profile?.township?.code
  const venues = useVenues().data?.venues ?? []

  const span = aheadOf(today)
  const weeks = weeksOf(span)
  const day = chosen !== null && isIn(span, chosen) ? chosen : today
  const at = weeks.findIndex((week) => week.includes(day))
  const where = whereOf(kind, place)
  const ahead = useAhead(span)
  const query = useNarrowed(ahead, span, where)
  const read = readOf(query, now)
  const cards = query.data?.events.filter((card) => matches(card, where)) ?? []
  const choose = (next: LocalDate) => setChosen(next === today ? null : next)
  /** A week begins with its Monday, this one with today. */
  const turn = (to: number) => choose(to === 0 ? today : (weeks[to]?.[0] ?? today))

  return (
    <AppScreen
      title="活动"
      tab="events"
      // The days and filters stay where they are, whatever becomes of the list below them.
      read={{ state: 'content', value: null, ...(read.state === 'content' && read.note && { note: read.note }) }}
    >
      {() => (
        <>
          <DateBar
            title={weekWords(weeks[at]?.[0] ?? today, today)}
            unit="周"
            first={at === 0}
            last={at === weeks.length - 1}
            onBack={() => turn(at - 1)}
            onForward={() => turn(at + 1)}
            now="今天"
            onNow={day === today ? undefined : () => setChosen(null)}
            other="看月"
            onOther={() => go(links.month(day, { kind, place }))}
          />
          <Days
            weeks={weeks}
            only={at}
            chosen={day}
            counts={countsByDay(ahead.data?.events ?? [])}
            marked={countsByDay(cards)}
            onChoose={choose}
          />
          <KindChips chosen={kind} onChoose={setKind} />
          <View className={classes(styles.place)}>
            {venues.length > 0 && (
              <SelectControl
                name="place"
                label="地点"
                placeholder="地点"
                options={placeOptions(venues, town)}
                value={place}
                onChange={setPlace}
              />
            )}
          </View>
          <EventList
            of={`${day} ${kind ?? ''} ${place}`}
            read={read}
            cards={eventsFrom(cards, day, now)}
            rules={rules}
            none={isNarrow(where) ? '没有符合的活动。' : '这一天和后面几周还没有活动。更远的日子在“看月”里。'}
            onAll={
              isNarrow(where)
                ? () => {
                    setKind(undefined)
                    setPlace(EVERYWHERE)
                  }
                : undefined
            }
          />
        </>
      )}
    </AppScreen>
  )
}
