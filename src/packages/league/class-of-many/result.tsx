import { Button } from '../../../components/button/button'
import { Card } from '../../../components/card/card'
import { Row } from '../../../components/row/row'
import { Words } from '../../../components/words/words'
import type { ClassResult } from '../../../features/people/class-result'
import { back } from '../../../platform/navigation'
import { links } from '../../../routes'

/** Who was recorded, and who wasn't and why: one person's no holds up nobody else. */
export function Result({ result, organisation }: { result: ClassResult; organisation: string }) {
  const { recorded, refused } = result
  return (
    <>
      <Words as="headline">{`已登记 ${recorded.length} 人`}</Words>
      {refused.length > 0 && (
        <Card>
          <Words as="title">{`没有登记的 ${refused.length} 人`}</Words>
          {refused.map(({ person, name, why }) => (
            <Row key={person} title={name} note={why} />
          ))}
        </Card>
      )}
      {recorded.length > 0 && (
        <Card>
          <Words as="title">已登记</Words>
          <Words as="body">{recorded.join('、')}</Words>
        </Card>
      )}
      <Button kind="primary" onTap={() => back(links.branch(organisation))}>
        回到支部
      </Button>
    </>
  )
}
