import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { EVENT_KINDS } from '#domain/events/event'
import { valueOf } from '#domain/policy/policy'
import { addMonths, localDateAt, parseLocalDate, startOfMonth, type LocalDate } from '#domain/time'
import { Button } from '../../../components/button/button'
import { Words } from '../../../components/words/words'
import { isIn, weeksOf } from '../../../features/events/calendar'
import { countsByDay } from '../../../features/events/card'
import { DateBar } from '../../../features/events/date-bar'
import { Days } from '../../../features/events/days'
import { EventList } from '../../../features/events/event-list'
import { EVERYWHERE, matches, placeOptions, whereOf } from '../../../features/events/filter'
import { dayToBegin, eventsOn, knownOf, monthSpan } from '../../../features/events/month'
import { AHEAD, type AheadReply } from '../../../features/events/use-ahead'
import { useEvents } from '../../../features/events/use-events'
import { isNarrow, useNarrowed } from '../../../features/events/use-narrowed'
import { useVenues } from '../../../features/events/use-venues'
import { usePolicy } from '../../../features/policy/use-policy'
import { readOf } from '../../../features/reading/read-of'
import { AppScreen } from '../../../features/shell/app-screen'
import { goInstead } from '../../../platform/navigation'
import { useKnown } from '../../../platform/use-known'
import { useNow } from '../../../platform/use-now'
import { links, tabLink } from '../../../routes'
import { dayWords } from '../../../text/dates'
import { EVENT_KIND_NAMES, monthWords, weekdayWords } from '../../../text/event-cards'

/** A month, what is on on its days, and a chosen day's events. Another month is this screen anew: forty-two days are no tap's weight. */
export default function MonthPage() {
  const { params } = useRouter()
  const now = useNow()
  const today = localDateAt(now)
  const rules = { 'event.offer-end': valueOf(usePolicy(), 'event.offer-end') }
  const opened = parseLocalDate(params.day ?? '') ?? today
  const [day, choose] = useState<LocalDate>(opened)
  const kind = EVENT_KINDS.find((one) => one === params.kind)
  const place = params.place ?? EVERYWHERE
  const where = whereOf(kind, place)
  const venues = useVenues().data?.venues ?? []

  const span = monthSpan(opened)
  const asked = useNarrowed(useEvents(span), span, where)
  const known = knownOf(asked, span, useKnown(AHEAD) as AheadReply | undefined)
  const read = readOf(known, now)
  const cards = known.data?.events.filter((card) => matches(card, where)) ?? []
  const show = (month: LocalDate, narrow = { kind: params.kind, place: params.place }) =>
    goInstead(links.month(dayToBegin(month, today), narrow))
  const names = [
    kind && EVENT_KIND_NAMES[kind],
    place !== EVERYWHERE &&
      placeOptions(venues, undefined)
        .find(({ value }) => value === place)
        ?.text.replace(/^· /, ''),
  ].filter(Boolean)

  return (
    <AppScreen
      title="月历"
      under={tabLink('events')}
      // The days stay where they are, whatever becomes of the list below them.
      read={{ state: 'content', value: null, ...(read.state === 'content' && read.note && { note: read.note }) }}
    >
      {() => (
        <>
          <DateBar
            title={monthWords(opened)}
            unit="月"
            onBack={() => show(addMonths(opened, -1))}
            onForward={() => show(addMonths(opened, 1))}
            now="本月"
            onNow={startOfMonth(opened) === startOfMonth(today) ? undefined : () => show(today)}
          />
          <Days
            weeks={weeksOf(span)}
            chosen={day}
            counts={countsByDay(cards)}
            marked={countsByDay(cards)}
            month={opened}
            onChoose={choose}
          />
          {names.length > 0 && (
            <>
              <Words as="body">{`只看${names.join('、')}`}</Words>
              <Button kind="quiet" onTap={() => show(opened, { kind: undefined, place: undefined })}>
                看全部活动
              </Button>
            </>
          )}
          <Words as="title">{`${dayWords(day, today)} 周${weekdayWords(day)}`}</Words>
          <EventList
            of={day}
            read={read}
            cards={eventsOn(cards, day)}
            rules={rules}
            none={
              known.data && !isIn(known.data, day)
                ? '没有连上服务，看不到这一天有没有活动。'
                : isNarrow(where)
                  ? '这一天没有符合的活动。'
                  : '这一天没有活动。'
            }
            onAll={undefined}
          />
        </>
      )}
    </AppScreen>
  )
}
