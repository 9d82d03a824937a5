import { Card } from '../../components/card/card'
import { Pill } from '../../components/pill/pill'
import { Row } from '../../components/row/row'
import { Words } from '../../components/words/words'
import type { PolicyView } from './model'

/** The rule behind the number, and where each part of it stands. */
export function RulesCard({ policy, title }: { policy: PolicyView; title: string }) {
  return (
    <Card>
      <Words as="title">{title}</Words>
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
