import { View } from '@tarojs/components'
import { useState } from 'react'
import type { EventKind } from '#domain/events/event'
import { valueOf } from '#domain/policy/policy'
import { addDays, addMonths, localDateAt, type LocalDate } from '#domain/time'
import { classes } from '../../components/classes'
import { SelectControl } from '../../components/control/select-control'
import { daysIn, monthSpan, weekSpan } from '../../features/events/calendar'
import { countsByDay, eventsFrom } from '../../features/events/card'
import { DateBar } from '../../features/events/date-bar'
import { Days } from '../../features/events/days'
import { EVERYWHERE, matches, placeOf, placeOptions, type Where } from '../../features/events/filter'
import { KindChips } from '../../features/events/kind-chips'
import { useEvents } from '../../features/events/use-events'
import { useVenues } from '../../features/events/use-venues'
import { useMe } from '../../features/me/use-me'
import { usePolicy } from '../../features/policy/use-policy'
import { readOf } from '../../features/reading/read-of'
import { AppScreen } from '../../features/shell/app-screen'
import { useNow } from '../../platform/use-now'
import { monthWords, weekWords } from '../../text/event-cards'
import styles from './index.module.scss'
import { List } from './list'

/** What is on, for anyone: a week's strip or a month, and what comes from the chosen day on. */
export default function EventsPage() {
  const now = useNow()
  const today = localDateAt(now)
  const rules = { 'event.offer-end': valueOf(usePolicy(), 'event.offer-end') }
  // null = today, also after midnight.
  const [chosen, setChosen] = useState<LocalDate | null>(null)
  const [byMonth, setByMonth] = useState(false)
  const [kind, setKind] = useState<EventKind | undefined>()
  const [place, setPlace] = useState(EVERYWHERE)
  const town = useMe().data?.profile?.township?.code
  const venues = useVenues().data?.venues ?? []

  const day = chosen ?? today
  const span = byMonth ? monthSpan(day) : weekSpan(day)
  const home = !byMonth && span.from === weekSpan(today).from
  const where: Where = { ...(kind !== undefined && { kind }), ...placeOf(place) }
  const narrowed = Object.keys(where).length > 0
  const all = useEvents(span, home)
  // More than fits into one answer: then the server narrows, else what is here already.
  const some = useEvents(all.data?.more && narrowed ? span : null, false, where)
  const query = all.data?.more && narrowed ? some : all
  const read = readOf(query, now)
  const cards = query.data?.events.filter((card) => matches(card, where)) ?? []
  const choose = (next: LocalDate) => setChosen(next === today ? null : next)
  const go = (step: 1 | -1) => choose(byMonth ? addMonths(day, step) : addDays(day, 7 * step))

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
            title={byMonth ? monthWords(day) : weekWords(span.from, today)}
            unit={byMonth ? '月' : '周'}
            onBack={() => go(-1)}
            onForward={() => go(1)}
            onToday={chosen === null ? undefined : () => setChosen(null)}
            other={byMonth ? '看周' : '看月'}
            onOther={() => setByMonth(!byMonth)}
          />
          <Days
            days={daysIn(span, byMonth ? 42 : 7)}
            chosen={day}
            counts={countsByDay(cards)}
            {...(byMonth && { month: day })}
            onChoose={(next) => {
              choose(next)
              setByMonth(false)
            }}
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
          <View>
            {(!byMonth || read.state !== 'content') && (
              <List
                of={`${day} ${kind ?? ''} ${place}`}
                read={read}
                cards={eventsFrom(cards, day, now)}
                rules={rules}
                onAll={
                  narrowed
                    ? () => {
                        setKind(undefined)
                        setPlace(EVERYWHERE)
                      }
                    : undefined
                }
              />
            )}
          </View>
        </>
      )}
    </AppScreen>
  )
}
