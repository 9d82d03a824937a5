import { useState } from 'react'
import type { OrganisationRow } from '#contract/organisation'
import { Button } from '../../../components/button/button'
import { Row } from '../../../components/row/row'
import { SearchField } from '../../../components/search-field/search-field'
import { Sheet } from '../../../components/sheet/sheet'
import { Words } from '../../../components/words/words'
import { askedChoices } from '../../../features/hosting/class-draft'

const PAGE = 20

interface AskedSheetProps {
  rows: readonly OrganisationRow[]
  /** The venue's own organisation: the first choice. */
  own: string
  open: boolean
  onChoose: (code: string) => void
  onClose: () => void
}

/** Which committee or branch is asked. */
export function AskedSheet({ rows, own, open, onChoose, onClose }: AskedSheetProps) {
  const [typed, setTyped] = useState('')
  const [shown, setShown] = useState(PAGE)
  const choices = open ? askedChoices(rows, own, typed) : []
  return (
    <Sheet open={open} title="向谁申请" onClose={onClose}>
      <SearchField
        name="asked-search"
        label="搜索团委或团支部"
        value={typed}
        onChange={(value) => {
          setTyped(value)
          setShown(PAGE)
        }}
      />
      {choices.length === 0 && <Words as="body">没有找到。换个词试试。</Words>}
      {choices.slice(0, shown).map(({ code, title, note }) => (
        <Row key={code} title={title} note={note} onTap={() => onChoose(code)} />
      ))}
      {choices.length > shown && <Button onTap={() => setShown(shown + PAGE)}>再看 20 个</Button>}
    </Sheet>
  )
}
