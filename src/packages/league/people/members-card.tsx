import { useState } from 'react'
import { Button } from '../../../components/button/button'
import { Card } from '../../../components/card/card'
import { Pill } from '../../../components/pill/pill'
import { Row } from '../../../components/row/row'
import { Words } from '../../../components/words/words'
import type { MemberView } from '../../../features/people/model'
import { go } from '../../../platform/navigation'
import { links } from '../../../routes'

const PAGE = 30

/** Those whose branch is confirmed, with their class hours. */
export function MembersCard({ members }: { members: readonly MemberView[] }) {
  const [shown, setShown] = useState(PAGE)
  return (
    <Card>
      <Words as="title">{`已确认 ${members.length} 人`}</Words>
      {members.length === 0 && <Words as="body">还没有人。青年选择本支部、由团支书确认以后，会出现在这里。</Words>}
      {members.slice(0, shown).map((member) => (
        <Row
          key={member.person}
          title={member.name}
          note={member.note}
          trailing={<Pill tone={member.tone}>{member.state}</Pill>}
          onTap={() => go(links.person(member.person))}
        />
      ))}
      {members.length > shown && <Button onTap={() => setShown(shown + PAGE)}>再看 30 人</Button>}
    </Card>
  )
}
