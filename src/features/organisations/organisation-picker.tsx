import { useState } from 'react'
import type { OrganisationRow } from '#contract/organisation'
import { Button } from '../../components/button/button'
import { Row } from '../../components/row/row'
import { SearchField } from '../../components/search-field/search-field'
import { Sheet } from '../../components/sheet/sheet'
import { Words } from '../../components/words/words'
import { level, nameIn, parentOf, search } from './tree'

const PAGE = 30

interface OrganisationPickerProps {
  open: boolean
  rows: readonly OrganisationRow[]
  onChoose: (code: string) => void
  onClose: () => void
}

/** The district's tree: level by level, or by search. Only a branch can be chosen. */
export function OrganisationPicker({ open, rows, onChoose, onClose }: OrganisationPickerProps) {
  const [typed, setTyped] = useState('')
  const [parent, setParent] = useState<string | null>(null)
  const [shown, setShown] = useState(PAGE)
  const searching = typed.trim() !== ''
  const choices = searching ? search(rows, typed) : level(rows, parent)
  const enter = (code: string | null) => {
    setParent(code)
    setShown(PAGE)
  }
  return (
    <Sheet open={open} title="选择团支部" onClose={onClose}>
      <SearchField name="organisation-search" label="搜索团支部" value={typed} onChange={setTyped} />
      {!searching && parent !== null && (
        <Row
          title={`返回上一级`}
          note={nameIn(rows, parent) ?? undefined}
          onTap={() => enter(parentOf(rows, parent))}
        />
      )}
      {searching && choices.length === 0 && (
        <Words as="body">没有找到。换个词试试，或者问问你的团支书叫什么支部。</Words>
      )}
      {choices.slice(0, shown).map((choice) => (
        <Row
          key={choice.code}
          title={choice.title}
          note={choice.note}
          onTap={() => (choice.joinable ? onChoose(choice.code) : enter(choice.code))}
        />
      ))}
      {choices.length > shown && <Button onTap={() => setShown(shown + PAGE)}>再看 30 个</Button>}
    </Sheet>
  )
}
