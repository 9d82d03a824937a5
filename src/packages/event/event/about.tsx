import { Card } from '../../../components/card/card'
import { Facts } from '../../../components/facts/facts'
import { Words } from '../../../components/words/words'
import type { EventView } from '../../../features/events/event-view'

/** What it is about, what to bring, and the rules that hold here. */
export function About({ event: { notes, facts, rules } }: { event: EventView }) {
  return (
    <>
      {notes.length > 0 && (
        <Card>
          <Words as="title">活动说明</Words>
          {notes.map((line, at) => (
            <Words key={at} as="body">
              {line}
            </Words>
          ))}
        </Card>
      )}
      <Card>
        <Words as="title">名额和规定</Words>
        <Facts rows={facts} />
        {rules.map((rule) => (
          <Words key={rule} as="body">
            {rule}
          </Words>
        ))}
      </Card>
    </>
  )
}
