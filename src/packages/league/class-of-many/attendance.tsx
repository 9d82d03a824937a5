import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../../components/button/button'
import { Card } from '../../../components/card/card'
import { classes } from '../../../components/classes'
import { CheckRow } from '../../../components/check-row/check-row'
import { Words } from '../../../components/words/words'
import styles from './attendance.module.scss'

/** So many lines are drawn at once. */
const PAGE = 30

interface AttendanceProps {
  people: readonly { readonly person: string; readonly name: string }[]
  chosen: ReadonlySet<string>
  onChange: (chosen: ReadonlySet<string>) => void
}

/** The branch as a list to tick: everybody, nobody, or one by one. */
export function Attendance({ people, chosen, onChange }: AttendanceProps) {
  const [shown, setShown] = useState(PAGE)
  const all = people.length > 0 && people.every(({ person }) => chosen.has(person))
  const toggle = (person: string) => {
    const next = new Set(chosen)
    if (!next.delete(person)) next.add(person)
    onChange(next)
  }
  return (
    <Card>
      <CheckRow
        title={all ? '全不选' : '全选'}
        note={`已选 ${chosen.size} 人，共 ${people.length} 人`}
        checked={all}
        onToggle={() => onChange(new Set(all ? [] : people.map(({ person }) => person)))}
      />
      {people.length === 0 && <Words as="body">还没有确认是本支部的人。</Words>}
      <View className={classes(styles.names)}>
        {people.slice(0, shown).map(({ person, name }) => (
          <CheckRow key={person} title={name} checked={chosen.has(person)} onToggle={() => toggle(person)} />
        ))}
      </View>
      {people.length > shown && (
        <Button kind="quiet" onTap={() => setShown(people.length)}>{`还有 ${people.length - shown} 人`}</Button>
      )}
    </Card>
  )
}
