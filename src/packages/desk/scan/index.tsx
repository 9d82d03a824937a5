import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { AttendanceReply } from '#contract/check-in'
import type { Direction } from '#domain/checkin/code'
import type { Instant } from '#domain/time'
import { Button } from '../../../components/button/button'
import { Card } from '../../../components/card/card'
import { Notice } from '../../../components/notice/notice'
import { Pill } from '../../../components/pill/pill'
import { Words } from '../../../components/words/words'
import { useAttendance } from '../../../features/attendance/use-attendance'
import { useUnsent } from '../../../features/attendance/use-unsent'
import { needSession } from '../../../features/reading/need-session'
import { readOf, withoutNote } from '../../../features/reading/read-of'
import { AppScreen } from '../../../features/shell/app-screen'
import { go } from '../../../platform/navigation'
import { useNow } from '../../../platform/use-now'
import { useSession } from '../../../platform/use-session'
import { links } from '../../../routes'
import { DIRECTION_WORDS } from '../../../text/attendance'
import { DirectionSwitch } from '../parts/direction-switch'
import { Head } from '../parts/head'
import { Refused } from '../parts/refused'
import { ScannedList } from './scanned-list'
import { useScans } from './use-scans'

/** Scans the codes that people show on their own phones; the list on this device says whose they are, also without a network. */
export default function ScanPage() {
  const { event = '' } = useRouter().params
  const now = useNow()
  const read = needSession(useSession(), withoutNote(readOf(useAttendance(event), now)))
  return (
    <AppScreen title="扫会员码" under={links.board(event)} read={read}>
      {(reply) => <ScanScreen event={event} reply={reply} now={now} />}
    </AppScreen>
  )
}

interface ScanScreenProps {
  event: string
  reply: AttendanceReply
  now: Instant
}

function ScanScreen({ event, reply, now }: ScanScreenProps) {
  const [direction, setDirection] = useState<Direction>('in')
  const unsent = useUnsent(event)
  const { scans, complaint, busy, start } = useScans(event, reply, direction)
  return (
    <>
      <Head card={reply.card} now={now} trailing={unsent > 0 && <Pill tone="waiting">{`${unsent} 条待上传`}</Pill>} />
      <DirectionSwitch value={direction} onChange={setDirection} />
      <Card>
        <Words as="body">
          {`请对方打开“签到”里的“我的会员码”。扫到就记下${DIRECTION_WORDS[direction]}，没有网络也行，联网后自动上传。`}
        </Words>
        {complaint !== null && <Notice>{complaint}</Notice>}
        <Button kind="primary" busy={busy} onTap={start}>
          {scans.length === 0 ? '开始扫' : '扫下一个'}
        </Button>
        <Button onTap={() => go(links.roll(event))}>扫不了？按名单点名</Button>
      </Card>
      <Refused event={event} reply={reply} />
      <ScannedList event={event} scans={scans} />
    </>
  )
}
