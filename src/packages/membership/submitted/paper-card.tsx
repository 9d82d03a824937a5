import { Card } from '../../../components/card/card'
import { Row } from '../../../components/row/row'
import { Words } from '../../../components/words/words'
import { paperParagraphs } from '../../../text/application'

/** What to bring and to whom: the paper counts, not the tap. */
export function PaperCard({ branch }: { branch: string }) {
  return (
    <Card>
      <Words as="title">已提交，等待支部收到书面申请书</Words>
      {paperParagraphs(branch).map(({ title, text }) => (
        <Row key={title} title={title} note={text} />
      ))}
    </Card>
  )
}
