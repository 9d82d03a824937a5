import { useState } from 'react'
import type { Instant } from '#domain/time'
import { Button } from '../../../components/button/button'
import { Card } from '../../../components/card/card'
import { Fold } from '../../../components/fold/fold'
import { Notice } from '../../../components/notice/notice'
import { Pill } from '../../../components/pill/pill'
import { Row } from '../../../components/row/row'
import { SearchField } from '../../../components/search-field/search-field'
import { Skeleton } from '../../../components/skeleton/skeleton'
import { Words } from '../../../components/words/words'
import { registrationLines, type RegistrationLine } from '../../../features/hosting/registrations-view'
import { useRegistrations } from '../../../features/hosting/use-registrations'
import { readOf } from '../../../features/reading/read-of'

/** The list, opened: masked names; a search is asked of the server, which knows the whole ones. */
export function List({ event, now }: { event: string; now: Instant }) {
  const [typed, setTyped] = useState('')
  const [search, setSearch] = useState('')
  const [old, setOld] = useState(false)
  const read = readOf(useRegistrations(event, search, true), now)
  const change = (value: string) => {
    setTyped(value)
    if (value.trim() === '') setSearch('')
  }
  const find = () => setSearch(typed.trim())
  return (
    <>
      <SearchField name="registered-search" label="按姓名找人" value={typed} onChange={change} onConfirm={find} />
      {typed.trim() !== '' && typed.trim() !== search && <Button onTap={find}>{`找“${typed.trim()}”`}</Button>}
      {read.state === 'loading' && <Skeleton />}
      {read.state === 'error' && (
        <>
          <Notice>{[read.title, read.hint].filter(Boolean).join('：')}</Notice>
          {read.retry && <Button onTap={read.retry}>再试一次</Button>}
        </>
      )}
      {read.state === 'content' && (
        <Lines
          {...registrationLines(read.value.people, now)}
          searched={search !== ''}
          more={read.value.more}
          old={old}
          onOld={() => setOld(!old)}
        />
      )}
    </>
  )
}

interface LinesProps {
  live: readonly RegistrationLine[]
  gone: readonly RegistrationLine[]
  searched: boolean
  more: boolean
  old: boolean
  onOld: () => void
}

function Lines({ live, gone, searched, more, old, onOld }: LinesProps) {
  return (
    <>
      <Card list>
        {live.length === 0 ? (
          <Words as="body">{searched ? '没有找到这个人。' : '还没有人报名。'}</Words>
        ) : (
          live.map((line) => <Line key={line.key} line={line} />)
        )}
      </Card>
      {more && <Words as="body">人太多，这里没有列全。按姓名找人，都能找到。</Words>}
      {gone.length > 0 && (
        <Card list>
          <Fold title={`退出的 ${gone.length} 人`} open={old} onToggle={onOld}>
            {gone.map((line) => (
              <Line key={line.key} line={line} />
            ))}
          </Fold>
        </Card>
      )}
    </>
  )
}

function Line({ line: { name, role, pill, since } }: { line: RegistrationLine }) {
  return <Row title={name} note={`${role} · ${since}`} trailing={<Pill tone={pill.tone}>{pill.text}</Pill>} />
}
