import { useState } from 'react'
import { Button } from '../../../components/button/button'
import { Row } from '../../../components/row/row'
import type { CloseOutLine } from '../../../features/attendance/close-out'

/** So many lines are drawn at once. */
const PAGE = 20

interface LinesProps {
  lines: readonly CloseOutLine[]
  onOpen?: ((person: string) => void) | undefined
}

/** People of one kind; a tap opens what can be done about one. */
export function Lines({ lines, onOpen }: LinesProps) {
  const [shown, setShown] = useState(PAGE)
  return (
    <>
      {lines.slice(0, shown).map(({ person, name, note }) => (
        <Row key={person} title={name} note={note} {...(onOpen && { onTap: () => onOpen(person) })} />
      ))}
      {lines.length > shown && (
        <Button kind="quiet" onTap={() => setShown(lines.length)}>{`还有 ${lines.length - shown} 人`}</Button>
      )}
    </>
  )
}
