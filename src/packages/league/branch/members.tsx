import { View } from '@tarojs/components'
import { useState } from 'react'
import { Bar } from '../../../components/bar/bar'
import { Button } from '../../../components/button/button'
import { Card } from '../../../components/card/card'
import { classes } from '../../../components/classes'
import { DataTable } from '../../../components/data-table/data-table'
import { Pill } from '../../../components/pill/pill'
import { SearchField } from '../../../components/search-field/search-field'
import { Words } from '../../../components/words/words'
import { byName, type BarView, type MemberView } from '../../../features/people/branch'
import { ByWidth } from '../parts/by-width'
import { MemberRow } from './member-row'
import styles from './members.module.scss'

/** So many lines are drawn at once; a search finds the others. */
const PAGE = 20
/** From so many people on one searches by name. */
const SEARCH_FROM = 11

interface MembersProps {
  members: readonly MemberView[]
  /** What the pack asks for, for the columns' titles: 8, 20. */
  asked: { readonly classHours: string; readonly volunteerHours: string }
  /** undefined where the row can't be opened. */
  onOpen: (member: MemberView) => (() => void) | undefined
}

/** The branch, line by line: who is where, what each has, whose turn it is. */
export function Members({ members, asked, onOpen }: MembersProps) {
  const [typed, setTyped] = useState('')
  const [shown, setShown] = useState(PAGE)
  if (members.length === 0) {
    return (
      <Card>
        <Words as="title">还没有人</Words>
        <Words as="body">青年选择本支部以后，会出现在这里。</Words>
      </Card>
    )
  }
  const found = byName(members, typed)
  const lines = found.slice(0, shown)
  return (
    <>
      {members.length >= SEARCH_FROM && (
        <View className={classes(styles.search)}>
          <SearchField name="member-search" label="搜索姓名" value={typed} onChange={setTyped} />
        </View>
      )}
      {found.length === 0 && <Words as="body">没有找到。换个字试试。</Words>}
      {lines.length > 0 && (
        <ByWidth
          narrow={
            <Card list>
              {lines.map((member) => (
                <MemberRow key={member.person} member={member} onTap={onOpen(member)} />
              ))}
            </Card>
          }
          wide={() => (
            <DataTable
              label="支部的人"
              columns={columnsOf(asked, members)}
              rows={lines.map((member) => ({ key: member.person, onTap: onOpen(member), cells: cellsOf(member) }))}
            />
          )}
        />
      )}
      {found.length > shown && (
        <Button onTap={() => setShown(shown + PAGE)}>{`再看 ${Math.min(PAGE, found.length - shown)} 人`}</Button>
      )}
    </>
  )
}

/** What each has is left out where it is nobody's to see at once: above the branch, of minors. */
function columnsOf({ classHours, volunteerHours }: MembersProps['asked'], members: readonly MemberView[]) {
  const open = members.some((member) => member.classHours !== null)
  return [
    { key: 'name', title: '姓名', width: 'minmax(0, 1.2fr)' },
    { key: 'step', title: '到哪一步', width: '96px' },
    ...(open
      ? [
          { key: 'class', title: `团课 ${classHours}`, width: '128px' },
          { key: 'service', title: `志愿 ${volunteerHours}`, width: '128px' },
          { key: 'civics', title: '思政课', width: '64px' },
          { key: 'training', title: '培养期', width: '96px' },
        ]
      : []),
    { key: 'turn', title: '轮到谁', width: 'minmax(0, 1.8fr)' },
  ]
}

function cellsOf(member: MemberView) {
  const { name, step, classHours, volunteerHours, civics, training, turn, mine } = member
  return {
    name,
    step,
    class: classHours && <Hours bar={classHours} />,
    service: volunteerHours && <Hours bar={volunteerHours} />,
    civics,
    training,
    turn: mine ? <Pill tone="mine">{turn}</Pill> : turn,
  }
}

function Hours({ bar }: { bar: BarView }) {
  return <Bar have={bar.have} need={bar.need} text={bar.text} label={bar.label} />
}
