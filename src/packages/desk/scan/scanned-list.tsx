import { useState } from 'react'
import { Card } from '../../../components/card/card'
import { Pill } from '../../../components/pill/pill'
import { Row } from '../../../components/row/row'
import { Words } from '../../../components/words/words'
import { useHostRows } from '../../../features/attendance/use-unsent'
import { DIRECTION_WORDS, rowName, shyName } from '../../../text/attendance'
import type { Scan } from './use-scans'

/** The last scans, with the surname alone: whoever stands at the door sees the screen too. A tap shows the whole name. */
export function ScannedList({ event, scans }: { event: string; scans: readonly Scan[] }) {
  const [shown, setShown] = useState<string | null>(null)
  const rows = useHostRows(event)
  if (scans.length === 0) return null
  return (
    <Card>
      <Words as="title">{`刚才扫的 ${scans.length} 人`}</Words>
      {scans.map(({ id, row, direction }) => {
        const kept = rows.find(({ body }) => body.requestId === id)
        const name = row === null ? '名单外的人' : shown === id ? rowName(row) : shyName(row)
        return (
          <Row
            key={id}
            title={name}
            note={row === null ? '联网后才知道是谁' : row.registered ? DIRECTION_WORDS[direction] : '没有报名'}
            trailing={<Fate kept={kept?.outcome} waiting={kept !== undefined} />}
            {...(row !== null && { onTap: () => setShown(shown === id ? null : id) })}
          />
        )
      })}
    </Card>
  )
}

function Fate({ kept, waiting }: { kept: unknown; waiting: boolean }) {
  if (!waiting) return <Pill tone="met">已上传</Pill>
  return kept === null ? <Pill tone="waiting">待上传</Pill> : <Pill tone="not-yet">没有记上</Pill>
}
