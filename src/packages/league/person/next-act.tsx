import type { Turn } from '#contract/path'
import type { LocalDate } from '#domain/time'
import { Button } from '../../../components/button/button'
import { NextCard } from '../../../components/next-card/next-card'
import type { OfficeRecord } from '../../../features/people/person-acts'
import { clockWords } from '../../../text/dates'
import { OFFICE_ACTS } from '../../../text/league'
import { TURN_TODO } from '../../../text/turns'

interface NextActProps {
  act: OfficeRecord
  turn: Turn
  today: LocalDate
  onTap: (act: OfficeRecord) => void
}

/** The step whose turn it is, with its clock. */
export function NextAct({ act, turn, today, onTap }: NextActProps) {
  const clock = clockWords(turn, today)
  return (
    <NextCard title={`轮到你：${TURN_TODO[turn.act]}`} text={clock === '' ? undefined : `${clock}。`}>
      <Button kind="primary" onTap={() => onTap(act)}>
        {OFFICE_ACTS[act]}
      </Button>
    </NextCard>
  )
}
