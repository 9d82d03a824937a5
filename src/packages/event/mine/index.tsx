import { useState } from 'react'
import type { MyAttendancesReply } from '#contract/check-in'
import type { Instant } from '#domain/time'
import { Button } from '../../../components/button/button'
import { Card } from '../../../components/card/card'
import { Pill } from '../../../components/pill/pill'
import { Row } from '../../../components/row/row'
import { Words } from '../../../components/words/words'
import { myAttendanceRow, type MyAttendanceRow } from '../../../features/check-in/my-attendance'
import { useMyAttendances } from '../../../features/check-in/use-my-attendances'
import { myEventsView, type MyEventRow, type MyEventsView } from '../../../features/events/my-events'
import { useMyEvents } from '../../../features/events/use-my-events'
import { bothOf } from '../../../features/reading/both'
import { needSession } from '../../../features/reading/need-session'
import { mapRead, readOf } from '../../../features/reading/read-of'
import { AppScreen } from '../../../features/shell/app-screen'
import { go } from '../../../platform/navigation'
import { useNow } from '../../../platform/use-now'
import { useSession } from '../../../platform/use-session'
import { links, tabLink } from '../../../routes'

const PAGE = 10

/** My events: those I go to, those I wait for, where I was and what it counts, and what else is past. */
export default function MyEventsPage() {
  const now = useNow()
  const asked = bothOf(readOf(useMyEvents(), now), readOf(useMyAttendances(), now))
  const read = mapRead(asked, ([events, attendances]) => viewOf(myEventsView(events, now), attendances, now))
  return (
    <AppScreen<View> title="我的活动" read={needSession(useSession(), read)}>
      {({ coming, waiting, been, past }) => (
        <>
          {waiting.length > 0 && <Part title="候补" rows={waiting} />}
          {coming.length > 0 && <Part title="要去的" rows={coming} />}
          {coming.length + waiting.length === 0 && (
            <Card>
              <Words as="title">还没有要去的活动</Words>
              <Words as="body">看看这一周、你那个镇街有什么。</Words>
              <Button kind="primary" onTap={() => go(tabLink('events'))}>
                看看活动
              </Button>
            </Card>
          )}
          {been.length > 0 && <Part title="去过的" rows={been} />}
          {past.length > 0 && <Part title="过去的" rows={past} />}
        </>
      )}
    </AppScreen>
  )
}

interface View extends MyEventsView {
  readonly been: readonly MyAttendanceRow[]
}

/** An event where I was stands once: with what it counts. */
function viewOf(events: MyEventsView, { attendances }: MyAttendancesReply, now: Instant): View {
  const been = attendances.map((one) => myAttendanceRow(one, now))
  const there = new Set(been.map(({ id }) => id))
  const without = (rows: readonly MyEventRow[]) => rows.filter(({ id }) => !there.has(id))
  return { coming: without(events.coming), waiting: events.waiting, been, past: without(events.past) }
}

function Part({ title, rows }: { title: string; rows: readonly (MyEventRow | MyAttendanceRow)[] }) {
  const [shown, setShown] = useState(PAGE)
  return (
    <Card>
      <Words as="title">{title}</Words>
      {rows.slice(0, shown).map((row) => (
        <Row
          key={row.id}
          title={row.title}
          note={row.note}
          trailing={<Pill tone={row.tone}>{row.fate}</Pill>}
          onTap={() => go(links.event(row.id))}
        />
      ))}
      {rows.length > shown && (
        <Button kind="quiet" onTap={() => setShown(shown + PAGE)}>
          {`再看后面的（${rows.length - shown} 场）`}
        </Button>
      )}
    </Card>
  )
}
