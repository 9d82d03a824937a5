import { useRouter } from '@tarojs/taro'
import { useEffect } from 'react'
import type { PeopleReply } from '#contract/organisation'
import { localDateAt, type LocalDate } from '#domain/time'
import { Card } from '../../../components/card/card'
import { DataTable } from '../../../components/data-table/data-table'
import { Pill } from '../../../components/pill/pill'
import { TaskCard } from '../../../components/task-card/task-card'
import { Tiles } from '../../../components/tiles/tiles'
import { Words } from '../../../components/words/words'
import { nominationViews } from '../../../features/people/nominations'
import { usePeople } from '../../../features/people/use-people'
import { needSession } from '../../../features/reading/need-session'
import { readOf } from '../../../features/reading/read-of'
import { AppScreen } from '../../../features/shell/app-screen'
import { tellCount } from '../../../platform/counts'
import { useNow } from '../../../platform/use-now'
import { useSession } from '../../../platform/use-session'
import { links } from '../../../routes'
import { MORE_PEOPLE } from '../../../text/league'
import { organisationName } from '../../../text/names'
import { ByWidth } from '../parts/by-width'
import { EventTaskCards, useEventTasks } from '../parts/event-tasks'
import { useOpening } from '../parts/use-opening'

const COLUMNS = [
  { key: 'name', title: '姓名', width: '120px' },
  { key: 'branch', title: '团支部', width: 'minmax(0, 2fr)' },
  { key: 'since', title: '推荐', width: '96px' },
  { key: 'due', title: '最晚', width: '96px' },
  { key: 'clock', title: '还有多久', width: '140px' },
]

/** The web's screen titles say how much there is to do; WeChat's are fixed, and the first line says it. */
const WEB = process.env.TARO_ENV === 'h5'

/** The nominations that wait for the committee's answer: what is due first. */
export default function NominationsPage() {
  const { organisation = '' } = useRouter().params
  const now = useNow()
  const people = usePeople(organisation, 'nominated')
  const read = needSession(useSession(), readOf(people, now))
  return (
    <AppScreen
      title={WEB && read.state === 'content' ? headline(read.value.people.length) : '推荐待批'}
      wide
      read={read}
    >
      {(reply) => <Nominations reply={reply} today={localDateAt(now)} />}
    </AppScreen>
  )
}

function headline(count: number): string {
  return count === 0 ? '没有等答复的推荐' : `${count} 份推荐等你答复`
}

function Nominations({ reply, today }: { reply: PeopleReply; today: LocalDate }) {
  const opening = useOpening()
  const { code } = reply.organisation
  const rows = nominationViews(reply.people, today)
  const events = useEventTasks({ classes: code, words: code })
  const { length: count } = rows
  useEffect(() => {
    tellCount(links.nominations(code), count)
  }, [code, count])
  return (
    <>
      {!WEB && <Words as="headline">{headline(count)}</Words>}
      <Words as="body">{organisationName(reply.organisation)}</Words>
      {count === 0 ? (
        <Card>
          <Words as="body">支部推荐以后，会出现在这里。</Words>
        </Card>
      ) : (
        <ByWidth
          narrow={rows.map((row) => (
            <TaskCard
              key={row.person}
              title={row.name}
              who={row.branch}
              tone={row.tone}
              clock={row.clock}
              onTap={() => opening.open(row, links.person)}
            />
          ))}
          wide={() => (
            <DataTable
              label="等答复的推荐"
              columns={COLUMNS}
              rows={rows.map((row) => ({
                key: row.person,
                onTap: () => opening.open(row, links.person),
                cells: {
                  name: row.name,
                  branch: row.branch,
                  since: row.since,
                  due: row.due,
                  clock: <Pill tone={row.tone}>{row.clock}</Pill>,
                },
              }))}
            />
          )}
        />
      )}
      <Tiles>
        <EventTaskCards organisation={code} tasks={events} />
      </Tiles>
      {reply.more && <Words as="body">{MORE_PEOPLE}</Words>}
      {opening.sheet}
    </>
  )
}
