import { useState } from 'react'
import type { AttendanceReply } from '#contract/check-in'
import type { Direction } from '#domain/checkin/code'
import { Button } from '../../../components/button/button'
import { Card } from '../../../components/card/card'
import { CheckRow } from '../../../components/check-row/check-row'
import { Fold } from '../../../components/fold/fold'
import { Row } from '../../../components/row/row'
import { SearchField } from '../../../components/search-field/search-field'
import { Words } from '../../../components/words/words'
import { pendingPeople } from '../../../features/attendance/pending'
import { rollLines, type RollLine } from '../../../features/attendance/roll'
import { useHostRows } from '../../../features/attendance/use-unsent'
import { confirm, toast } from '../../../platform/dialogs'
import { addHostCheckIn } from '../../../platform/host-check-ins'
import { DIRECTION_WORDS } from '../../../text/attendance'

/** So many lines are drawn at once. */
const PAGE = 30

interface RollProps {
  event: string
  reply: AttendanceReply
  direction: Direction
  chosen: ReadonlySet<string>
  onChoose: (chosen: ReadonlySet<string>) => void
}

/** Who is expected, as a list to tick; works without a network, and is sent when there is one. */
export function Roll({ event, reply, direction, chosen, onChoose }: RollProps) {
  const [typed, setTyped] = useState('')
  const [shown, setShown] = useState(PAGE)
  const [old, setOld] = useState(false)
  const pending = pendingPeople(useHostRows(event), reply, direction)
  const { open, done } = rollLines(reply, direction, typed, pending)
  const words = DIRECTION_WORDS[direction]
  const all = open.length > 0 && open.every(({ person }) => chosen.has(person))
  const toggle = (person: string) => {
    const next = new Set(chosen)
    if (!next.delete(person)) next.add(person)
    onChoose(next)
  }
  const record = async () => {
    const people = Array.from(chosen)
    if (all && people.length > 1 && !(await sureOfAll(people.length, words))) return
    const { kept } = await addHostCheckIn({ event, way: 'roll', direction, code: null, account: null, people })
    onChoose(new Set())
    toast(kept ? `${people.length} 人${words}记下了` : '手机存储满了，先别关小程序')
  }
  return (
    <>
      <SearchField name="roll-search" label="按姓名找人" value={typed} onChange={setTyped} />
      <Card>
        {open.length === 0 ? (
          <Words as="body">{nobodyWords(typed, reply.people.length, words)}</Words>
        ) : (
          <CheckRow
            title={all ? '全不选' : '全选'}
            note={`已选 ${chosen.size} 人，没${words}的 ${open.length} 人`}
            checked={all}
            onToggle={() => onChoose(new Set(all ? [] : open.map(({ person }) => person)))}
          />
        )}
        {open.slice(0, shown).map(({ person, name, note }) => (
          <CheckRow
            key={person}
            title={name}
            note={note}
            checked={chosen.has(person)}
            onToggle={() => toggle(person)}
          />
        ))}
        {open.length > shown && (
          <Button kind="quiet" onTap={() => setShown(open.length)}>{`还有 ${open.length - shown} 人`}</Button>
        )}
      </Card>
      {chosen.size > 0 && <Button kind="primary" onTap={() => void record()}>{`给 ${chosen.size} 人${words}`}</Button>}
      {done.length > 0 && (
        <Card list>
          <Fold title={`已${words}的 ${done.length} 人`} open={old} onToggle={() => setOld(!old)}>
            {done.map((line) => (
              <Done key={line.person} line={line} />
            ))}
          </Fold>
        </Card>
      )}
    </>
  )
}

function Done({ line: { name, note } }: { line: RollLine }) {
  return <Row title={name} note={note} />
}

function nobodyWords(typed: string, people: number, words: string): string {
  if (typed.trim() !== '') return '没有找到还没点到的这个人。'
  return people === 0 ? '还没有人报名。现场来的，请在下面加上。' : `所有人都${words}了。`
}

function sureOfAll(people: number, words: string): Promise<boolean> {
  return confirm({
    title: `给 ${people} 人全部${words}？`,
    content: '没有来的人，请先从名单里去掉勾。',
    yes: `全部${words}`,
    no: '再看看',
  })
}
