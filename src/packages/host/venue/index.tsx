import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { VenueEventsReply } from '#contract/event'
import { localDateAt, startOfMonth, type Instant, type LocalDate } from '#domain/time'
import { Button } from '../../../components/button/button'
import { Card } from '../../../components/card/card'
import { classes } from '../../../components/classes'
import { Words } from '../../../components/words/words'
import { useVenueEvents } from '../../../features/hosting/use-venue-events'
import { monthSpan, venueMonth, type EventLine } from '../../../features/hosting/venue-month'
import { useMe } from '../../../features/me/use-me'
import { needSession } from '../../../features/reading/need-session'
import { readOf } from '../../../features/reading/read-of'
import { AppScreen } from '../../../features/shell/app-screen'
import { go } from '../../../platform/navigation'
import { useNow } from '../../../platform/use-now'
import { useSession } from '../../../platform/use-session'
import { links } from '../../../routes'
import { venueName } from '../../../text/event-cards'
import { CopySheet } from './copy-sheet'
import { EventLineCard } from './event-line-card'
import styles from './index.module.scss'
import { MonthBar } from './month-bar'

/** A venue's desk: its events by month, and the way to a new one. */
export default function VenuePage() {
  const { venue = '' } = useRouter().params
  const now = useNow()
  const today = localDateAt(now)
  const [month, setMonth] = useState(() => startOfMonth(today))
  const { from, to } = monthSpan(month)
  const roles = useMe().data?.roles ?? []
  const host = roles.some((held) => held.role === 'venue-host' && held.venue?.code === venue)
  const read = needSession(useSession(), readOf(useVenueEvents(venue, from, to), now))
  return (
    <AppScreen title="青年爱里" wide read={read}>
      {(reply) => <Venue reply={reply} host={host} month={month} onMonth={setMonth} now={now} />}
    </AppScreen>
  )
}

interface VenueProps {
  reply: VenueEventsReply
  host: boolean
  month: LocalDate
  onMonth: (month: LocalDate) => void
  now: Instant
}

function Venue({ reply, host, month, onMonth, now }: VenueProps) {
  const [copying, setCopying] = useState(false)
  const { drafts, coming, past } = venueMonth(reply.events, now)
  const { code } = reply.venue
  return (
    <>
      <Words as="headline">{venueName(reply.venue)}</Words>
      {host && (
        <View className={classes(styles.acts)}>
          <View className={classes(styles.act)}>
            <Button kind="primary" onTap={() => go(links.newEvent(code))}>
              新建活动
            </Button>
          </View>
          <View className={classes(styles.act)}>
            <Button onTap={() => setCopying(true)}>从以前的活动复制</Button>
          </View>
        </View>
      )}
      <MonthBar month={month} onChange={onMonth} />
      {reply.events.length === 0 && (
        <Card>
          <Words as="body">
            {host ? '这个月还没有活动。新建一场，先存草稿，想好了再发布。' : '这个月还没有活动。'}
          </Words>
        </Card>
      )}
      <Lines title="草稿" lines={drafts} />
      <Lines title="已发布" lines={coming} />
      <Lines title="过去的" lines={past} />
      <CopySheet venue={code} today={localDateAt(now)} open={copying} onClose={() => setCopying(false)} />
    </>
  )
}

function Lines({ title, lines }: { title: string; lines: readonly EventLine[] }) {
  if (lines.length === 0) return null
  return (
    <>
      <Words as="title">{`${title} ${lines.length}`}</Words>
      <View className={classes(styles.lines)}>
        {lines.map((line) => (
          <EventLineCard key={line.id} line={line} onTap={() => go(links.desk(line.id))} />
        ))}
      </View>
    </>
  )
}
