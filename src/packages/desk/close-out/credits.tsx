import { useState } from 'react'
import { Card } from '../../../components/card/card'
import { Fold } from '../../../components/fold/fold'
import { Row } from '../../../components/row/row'
import { Words } from '../../../components/words/words'
import type { CloseOutView } from '../../../features/attendance/close-out'
import { Lines } from './lines'

/** What the close credits to how many, and why not; each person's on a tap. */
export function Credits({ view: { credits, closed } }: { view: CloseOutView }) {
  const [open, setOpen] = useState(false)
  const { amounts, nothing, lines } = credits
  return (
    <Card>
      <Words as="title">{closed === null ? '收尾以后会记' : '收尾时记了'}</Words>
      {lines.length === 0 && <Words as="body">还没有人签到。</Words>}
      {[...amounts, ...nothing].map(({ key, text, people }) => (
        <Row key={key} title={text} trailing={`${people} 人`} />
      ))}
      {lines.length > 0 && (
        <Fold title="每个人" open={open} onToggle={() => setOpen(!open)}>
          <Lines lines={lines} />
        </Fold>
      )}
    </Card>
  )
}
