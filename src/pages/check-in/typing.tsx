import { useState } from 'react'
import { Button } from '../../components/button/button'
import { Card } from '../../components/card/card'
import { SelectControl } from '../../components/control/select-control'
import { TextField } from '../../components/text-field/text-field'
import { Words } from '../../components/words/words'
import { eventsOn, type KnownEvents } from '../../features/check-in/known-events'
import type { ShownRules } from '../../features/check-in/row-view'
import type { CheckInFlow } from '../../features/check-in/use-check-in'
import { digitsOf } from '../../platform/typed-digits'
import { eventTitle } from '../../text/event-cards'
import type { Instant } from '#domain/time'

/** Which event isn't said. */
const ANY = 'any'

interface TypingProps {
  flow: CheckInFlow
  known: KnownEvents
  rules: ShownRules
  now: Instant
}

/** The six digits under the code, for a cracked camera or too much sun. */
export function Typing({ flow, known, rules, now }: TypingProps) {
  const on = eventsOn(known, rules, now)
  const mine = on.filter((card) => known.mine.includes(card))
  const [digits, setDigits] = useState('')
  // One that I registered for is the one, unless I say another.
  const [event, setEvent] = useState(mine.length === 1 ? (mine[0]?.id ?? ANY) : ANY)
  const [wrong, setWrong] = useState<string | undefined>()
  const send = () => {
    const six = digitsOf(digits)
    if (six === null) setWrong('请输入签到码下面的六位数字。')
    else flow.sendDigits(six, event === ANY ? null : event)
  }
  return (
    <>
      <Card>
        <Words as="title">输入六位数字</Words>
        <Words as="body">
          {flow.problem ?? '在组织者屏幕上，签到码的下面。数字每 15 秒换一次，看到什么就输什么。'}
        </Words>
        <TextField
          name="digits"
          label="六位数字"
          kind="number"
          maxLength={10}
          value={digits}
          error={wrong}
          onChange={(typed) => {
            setWrong(undefined)
            setDigits(typed)
          }}
          onConfirm={send}
        />
        {on.length > 0 && (
          <SelectControl
            name="event"
            label="哪一场活动"
            placeholder="哪一场活动"
            options={[
              { value: ANY, text: '不确定是哪一场' },
              ...on.map((card) => ({ value: card.id, text: eventTitle(card.kind, card.title) })),
            ]}
            value={event}
            onChange={setEvent}
          />
        )}
      </Card>
      <Button kind="primary" busy={flow.busy} onTap={send}>
        签到
      </Button>
      <Button onTap={flow.back}>返回</Button>
    </>
  )
}
