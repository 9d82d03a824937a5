import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { AttendanceReply } from '#contract/check-in'
import type { Direction } from '#domain/checkin/code'
import { isEnough } from '#domain/checkin/team'
import type { Instant } from '#domain/time'
import { Card } from '../../../components/card/card'
import { Pill } from '../../../components/pill/pill'
import { Row } from '../../../components/row/row'
import { countsOf } from '../../../features/attendance/counts'
import { useAttendance } from '../../../features/attendance/use-attendance'
import { useBoard } from '../../../features/attendance/use-board'
import { useUnsent } from '../../../features/attendance/use-unsent'
import { needSession } from '../../../features/reading/need-session'
import { readOf, withoutNote } from '../../../features/reading/read-of'
import { AppScreen } from '../../../features/shell/app-screen'
import { go } from '../../../platform/navigation'
import { NetworkProblem } from '../../../platform/problem'
import { useNow } from '../../../platform/use-now'
import { useSession } from '../../../platform/use-session'
import { useShownInterval } from '../../../platform/use-shown-interval'
import { links, tabLink } from '../../../routes'
import { Acts } from '../parts/acts'
import { Columns } from '../parts/columns'
import { DirectionSwitch } from '../parts/direction-switch'
import { Head } from '../parts/head'
import { Refused } from '../parts/refused'
import { BoardState } from './board-state'
import { CodeCard } from './code-card'
import { Numbers } from './numbers'

/** How often the count is asked for, milliseconds. */
const COUNT_MS = 10_000

/** The check-in desk: a code that renews itself, with or without a network, and how many have come. */
export default function BoardPage() {
  const { event = '' } = useRouter().params
  const now = useNow()
  const query = useAttendance(event)
  useShownInterval(query.refresh, COUNT_MS)
  const read = needSession(useSession(), withoutNote(readOf(query, now)))
  return (
    <AppScreen title="签到台" under={tabLink('mine')} read={read}>
      {(reply) => (
        <BoardScreen event={event} reply={reply} offline={query.problem instanceof NetworkProblem} now={now} />
      )}
    </AppScreen>
  )
}

interface BoardScreenProps {
  event: string
  reply: AttendanceReply
  offline: boolean
  now: Instant
}

function BoardScreen({ event, reply, offline, now }: BoardScreenProps) {
  const [direction, setDirection] = useState<Direction>('in')
  const { board, busy, open, takeOver } = useBoard(event, reply)
  const unsent = useUnsent(event)
  // One constant for both: the compiler follows what kind it is.
  const { showing, otherwise } =
    board.kind === 'showing' ? { showing: board.desk.reply, otherwise: null } : { showing: null, otherwise: board }
  return (
    <>
      <Head
        card={reply.card}
        now={now}
        trailing={showing && <Pill tone="waiting">{offline ? '没有网络，照常用' : '离线可用'}</Pill>}
      />
      <Refused event={event} reply={reply} />
      <Columns
        main={
          showing ? (
            <>
              <DirectionSwitch value={direction} onChange={setDirection} />
              <CodeCard desk={showing} direction={direction} />
            </>
          ) : (
            <BoardState event={event} board={otherwise} busy={busy} onOpen={open} onTakeOver={takeOver} />
          )
        }
        side={
          <>
            <Numbers counts={countsOf(reply)} direction={direction} unsent={unsent} />
            <Acts
              acts={[
                { key: 'roll', text: '点名', onTap: () => go(links.roll(event)) },
                { key: 'scan', text: '扫会员码', onTap: () => go(links.scanOwnCodes(event)) },
                ...(isEnough(reply.team, 'host')
                  ? [{ key: 'close', text: '收尾', onTap: () => go(links.closeOut(event)) }]
                  : []),
              ]}
            />
            <Card list>
              <Row title="班底" note="谁一起开签到台、扫码" onTap={() => go(links.team(event))} />
            </Card>
          </>
        }
      />
    </>
  )
}
