import { useState } from 'react'
import { Card } from '../../../components/card/card'
import { Fold } from '../../../components/fold/fold'
import type { CloseOutView } from '../../../features/attendance/close-out'
import { Lines } from './lines'

interface OthersProps {
  view: CloseOutView
  onOpen: (person: string) => void
}

/** Who needs nothing: those who came unannounced, those who stayed away, those who were struck. */
export function Others({ view: { walkIns, noShows, struck }, onOpen }: OthersProps) {
  const [open, setOpen] = useState<string | null>(null)
  const parts = [
    { key: 'walk-ins', title: `现场来的 ${walkIns.length} 人`, lines: walkIns, opens: true },
    { key: 'no-shows', title: `报了名没来的 ${noShows.length} 人`, lines: noShows, opens: false },
    { key: 'struck', title: `划掉的 ${struck.length} 人`, lines: struck, opens: true },
  ].filter(({ lines }) => lines.length > 0)
  if (parts.length === 0) return null
  return (
    <Card list>
      {parts.map(({ key, title, lines, opens }) => (
        <Fold key={key} title={title} open={open === key} onToggle={() => setOpen(open === key ? null : key)}>
          <Lines lines={lines} onOpen={opens ? onOpen : undefined} />
        </Fold>
      ))}
    </Card>
  )
}
