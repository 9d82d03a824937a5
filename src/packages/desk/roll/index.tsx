import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { AttendanceReply } from '#contract/check-in'
import type { Direction } from '#domain/checkin/code'
import { isEnough } from '#domain/checkin/team'
import type { Instant } from '#domain/time'
import { Card } from '../../../components/card/card'
import { Words } from '../../../components/words/words'
import { useAttendance } from '../../../features/attendance/use-attendance'
import { needSession } from '../../../features/reading/need-session'
import { readOf, withoutNote } from '../../../features/reading/read-of'
import { AppScreen } from '../../../features/shell/app-screen'
import { useNow } from '../../../platform/use-now'
import { useSession } from '../../../platform/use-session'
import { links } from '../../../routes'
import { Columns } from '../parts/columns'
import { DirectionSwitch } from '../parts/direction-switch'
import { Head } from '../parts/head'
import { HeadsForm } from '../parts/heads-form'
import { Refused } from '../parts/refused'
import { Paper } from './paper'
import { Roll } from './roll'
import { WalkIn } from './walk-in'

/** Calls the roll of a whole group on one screen, puts on who came unannounced, and enters a sheet of paper afterwards. */
export default function RollPage() {
  const { event = '' } = useRouter().params
  const now = useNow()
  const read = needSession(useSession(), withoutNote(readOf(useAttendance(event), now)))
  return (
    <AppScreen title="点名" under={links.board(event)} read={read}>
      {(reply) => <RollScreen event={event} reply={reply} now={now} />}
    </AppScreen>
  )
}

interface RollScreenProps {
  event: string
  reply: AttendanceReply
  now: Instant
}

function RollScreen({ event, reply, now }: RollScreenProps) {
  const [direction, setDirection] = useState<Direction>('in')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const change = (next: Direction) => {
    setDirection(next)
    setChosen(new Set())
  }
  return (
    <>
      <Head card={reply.card} now={now} />
      {reply.closed !== null && (
        <Card tone="sun">
          <Words as="body">这场活动已经收尾，现在记的要等负责人重新打开才算。</Words>
        </Card>
      )}
      <Refused event={event} reply={reply} />
      <Columns
        main={
          <>
            <DirectionSwitch value={direction} onChange={change} />
            <Roll event={event} reply={reply} direction={direction} chosen={chosen} onChoose={setChosen} />
          </>
        }
        side={
          <>
            <WalkIn event={event} direction={direction} />
            {isEnough(reply.team, 'host') && (
              <Card>
                <Words as="title">数人头</Words>
                <HeadsForm event={event} heads={reply.heads} guests={reply.guests} onDone={() => undefined} />
              </Card>
            )}
            <Paper event={event} reply={reply} chosen={[...chosen]} onDone={() => setChosen(new Set())} />
          </>
        }
      />
    </>
  )
}
