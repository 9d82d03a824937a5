import type { AttendanceReply } from '#contract/check-in'
import { Button } from '../../../components/button/button'
import { Card } from '../../../components/card/card'
import { Notice } from '../../../components/notice/notice'
import { refusedLines } from '../../../features/attendance/refused'
import { useHostRows } from '../../../features/attendance/use-unsent'
import { clock, hostRows } from '../../../platform/state'

/** What was recorded on this device and not taken, and why; it stays until somebody has seen it. */
export function Refused({ event, reply }: { event: string; reply: AttendanceReply }) {
  const lines = refusedLines(useHostRows(event), reply, clock.now())
  if (lines.length === 0) return null
  return (
    <Card tone="sun">
      {lines.map(({ id, words }) => (
        <Notice key={id}>{words}</Notice>
      ))}
      <Button onTap={() => hostRows.seen(lines.map(({ id }) => id))}>知道了</Button>
    </Card>
  )
}
