import { Card } from '../../components/card/card'
import { Pill } from '../../components/pill/pill'
import { Row } from '../../components/row/row'
import { Words } from '../../components/words/words'
import type { PolicyView } from './requirement-rules'

/** The rules behind a number, where each of them stands, and of which edition they are. */
export function RulesCard({ policy }: { policy: PolicyView }) {
  return (
    <Card>
      <Words as="title">{policy.title}</Words>
      {policy.rules.map((rule) => (
        <Row
          key={rule.id}
          title={rule.title}
          note={rule.sourceTitle === null ? rule.note : `${rule.note}见${rule.sourceTitle}。`}
          trailing={<Pill tone="note">{rule.source}</Pill>}
        />
      ))}
      <Words as="caption">{policy.edition}</Words>
      {policy.unconfirmed !== null && <Words as="body">{policy.unconfirmed}</Words>}
    </Card>
  )
}
