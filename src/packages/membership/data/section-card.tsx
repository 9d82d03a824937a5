import { useState } from 'react'
import { Button } from '../../../components/button/button'
import { Card } from '../../../components/card/card'
import { Row } from '../../../components/row/row'
import { Words } from '../../../components/words/words'
import type { DataSection } from '../../../features/me/my-data'

const PAGE = 30

/** One kind of data that is kept. */
export function SectionCard({ section }: { section: DataSection }) {
  const [shown, setShown] = useState(PAGE)
  const { title, rows, empty } = section
  return (
    <Card>
      <Words as="title">{title}</Words>
      {rows.length === 0 && <Words as="body">{empty}</Words>}
      {rows.slice(0, shown).map((row) => (
        <Row key={row.key} title={row.title} note={row.value} />
      ))}
      {rows.length > shown && <Button onTap={() => setShown(shown + PAGE)}>再看 30 条</Button>}
    </Card>
  )
}
