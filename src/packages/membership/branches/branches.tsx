import { View } from '@tarojs/components'
import { useState } from 'react'
import type { OrganisationRow } from '#contract/organisation'
import { Card } from '../../../components/card/card'
import { SearchField } from '../../../components/search-field/search-field'
import { Words } from '../../../components/words/words'
import { level, nameIn, search, type Choice } from '../../../features/organisations/tree'
import { ChoiceRow } from './choice-row'

/** So many of a level are on its screen, within what the first drawing of a screen may weigh; the others are found by search. */
const LEVEL = 60
/** So many are found at once: every letter that is typed draws them anew. */
const FOUND = 6

interface BranchesProps {
  rows: readonly OrganisationRow[]
  /** Whose level it is; null = the district's. */
  parent: string | null
  onChoose: (choice: Choice) => void
}

/** One level of the tree, and a search through all of it. */
export function Branches({ rows, parent, onChoose }: BranchesProps) {
  const [typed, setTyped] = useState('')
  const searching = typed.trim() !== ''
  return (
    <>
      <SearchField name="organisation-search" label="搜索团支部" value={typed} onChange={setTyped} />
      <View>
        {searching ? (
          <Found choices={search(rows, typed)} onChoose={onChoose} />
        ) : (
          <Level
            name={parent === null ? null : nameIn(rows, parent)}
            choices={level(rows, parent)}
            onChoose={onChoose}
          />
        )}
      </View>
    </>
  )
}

interface ChoicesProps {
  choices: readonly Choice[]
  onChoose: (choice: Choice) => void
}

/** `name`: of what stands above; null for the district. */
function Level({ name, choices, onChoose }: ChoicesProps & { name: string | null }) {
  const hidden = choices.length - LEVEL
  return (
    <>
      {name !== null && <Words as="title">{name}</Words>}
      <Rows choices={choices.slice(0, LEVEL)} onChoose={onChoose} />
      {hidden > 0 && <Words as="body">{`还有 ${hidden} 个没有列出，在上面搜索。`}</Words>}
    </>
  )
}

function Found({ choices, onChoose }: ChoicesProps) {
  if (choices.length === 0) return <Words as="body">没有找到。换个词试试，或者问问你的团支书叫什么支部。</Words>
  const hidden = choices.length - FOUND
  const shown = choices.slice(0, FOUND)
  return (
    // The list as a whole, where it changes: row by row Taro would send it once a row.
    <View key={shown.map(({ code }) => code).join()}>
      <Rows choices={shown} onChoose={onChoose} />
      {hidden > 0 && <Words as="body">{`还有 ${hidden} 个，再多打几个字。`}</Words>}
    </View>
  )
}

function Rows({ choices, onChoose }: ChoicesProps) {
  return (
    <Card list>
      {choices.map((choice) => (
        <ChoiceRow key={choice.code} choice={choice} onChoose={onChoose} />
      ))}
    </Card>
  )
}
