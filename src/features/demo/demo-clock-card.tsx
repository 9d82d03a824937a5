import { useState } from 'react'
import type { DemoClock } from '#contract/session'
import { addDays, addMonths, daysBetween, localDate, localDateAt, type Instant, type LocalDate } from '#domain/time'
import { Button } from '../../components/button/button'
import { Card } from '../../components/card/card'
import { DateField } from '../../components/date-field/date-field'
import { Notice } from '../../components/notice/notice'
import { Words } from '../../components/words/words'
import { fullDayWords, timeWords } from '../../text/dates'
import { generalActProblemWords } from '../../text/general-problems'
import { useMoveDemoClock } from './use-demo-clock'

const DAY = 86_400_000

/** The demo's clock: only forward, for everyone in this demo. */
export function DemoClockCard({ clock }: { clock: DemoClock }) {
  const move = useMoveDemoClock()
  const [day, setDay] = useState('')
  const today = localDateAt(clock.now as Instant)
  const moveTo = (to: LocalDate) => void move.run(clock.offset + daysBetween(today, to) * DAY)
  return (
    <Card>
      <Words as="title">演示时钟</Words>
      <Words as="body">
        {`现在是 ${fullDayWords(today)} ${timeWords(clock.now as Instant)}。时间只能往前拨，对这个演示里的所有人都生效。`}
      </Words>
      {move.problem && <Notice>{generalActProblemWords(move.problem)}</Notice>}
      <Button busy={move.busy} onTap={() => moveTo(addDays(today, 1))}>
        往前 1 天
      </Button>
      <Button busy={move.busy} onTap={() => moveTo(addMonths(today, 1))}>
        往前 1 个月
      </Button>
      <DateField
        name="demo-day"
        label="拨到哪一天"
        value={day}
        min={addDays(today, 1)}
        max={addMonths(today, 60)}
        onChange={setDay}
      />
      {day > today && (
        <Button
          busy={move.busy}
          onTap={() => {
            moveTo(localDate(day))
            setDay('')
          }}
        >
          拨过去
        </Button>
      )}
    </Card>
  )
}
