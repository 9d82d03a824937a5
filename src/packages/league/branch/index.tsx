import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import type { PeopleReply } from '#contract/organisation'
import type { Role } from '#domain/access/roles'
import { valueOf } from '#domain/policy/policy'
import { localDateAt, type LocalDate } from '#domain/time'
import { Button } from '../../../components/button/button'
import { classes } from '../../../components/classes'
import { Words } from '../../../components/words/words'
import { useMe } from '../../../features/me/use-me'
import { memberViews, type MemberView } from '../../../features/people/branch'
import { officeFor } from '../../../features/people/office'
import { taskLink } from '../../../features/people/person-acts'
import { tasksOf, taskViews, todayHeadline, type TaskView } from '../../../features/people/today'
import { usePeople } from '../../../features/people/use-people'
import { usePolicy } from '../../../features/policy/use-policy'
import { needSession } from '../../../features/reading/need-session'
import { mapRead, readOf } from '../../../features/reading/read-of'
import { AppScreen } from '../../../features/shell/app-screen'
import { tellCount } from '../../../platform/counts'
import { go } from '../../../platform/navigation'
import { useNow } from '../../../platform/use-now'
import { useSession } from '../../../platform/use-session'
import { links } from '../../../routes'
import { hoursNumber, hoursOfMinutes } from '../../../text/amounts'
import { MORE_PEOPLE } from '../../../text/league'
import { organisationName } from '../../../text/names'
import { EventTaskCards, useEventTasks, type EventTasks } from '../parts/event-tasks'
import { useOpening } from '../parts/use-opening'
import { AffiliationSheet } from './affiliation-sheet'
import styles from './index.module.scss'
import { Members } from './members'
import { Tasks } from './tasks'

/** The web's screen titles say how much there is to do; WeChat's are fixed, and the first line says it. */
const WEB = process.env.TARO_ENV === 'h5'

/** A branch: what is to be done first, then who is where. */
export default function BranchPage() {
  const { organisation = '' } = useRouter().params
  const now = useNow()
  const me = useMe()
  const people = usePeople(organisation)
  const read = readOf(people, now)
  const office = me.data ? officeFor(me.data.roles, organisation) : undefined
  const today = localDateAt(now)
  const events = useEventTasks({ classes: office === 'branch-secretary' ? organisation : null, words: null })
  const known = mapRead(read, (reply) => viewOf(reply, office ?? null, today, events))
  return (
    <AppScreen
      title={WEB && known.state === 'content' ? known.value.head.title : '支部的人'}
      wide
      read={needSession(useSession(), office === undefined && read.state === 'content' ? { state: 'loading' } : known)}
    >
      {(view) => <Branch view={view} />}
    </AppScreen>
  )
}

interface BranchView {
  readonly code: string
  readonly office: Role | null
  readonly head: { readonly title: string; readonly note: string }
  readonly tasks: readonly TaskView[]
  readonly events: EventTasks
  readonly members: readonly MemberView[]
  readonly more: boolean
}

function viewOf(
  { people, organisation, more }: PeopleReply,
  office: Role | null,
  today: LocalDate,
  events: EventTasks,
): BranchView {
  const tasks = tasksOf(people, office)
  const name = organisationName(organisation)
  const { code } = organisation
  return {
    code,
    office,
    head:
      office === 'branch-secretary'
        ? todayHeadline(tasks, name, today, events.classRequests)
        : { title: `支部里 ${people.length} 人`, note: name },
    tasks: taskViews(tasks, code, today),
    events,
    members: memberViews(people, office, today),
    more,
  }
}

function Branch({ view }: { view: BranchView }) {
  const { code, office, head, tasks, events, members, more } = view
  const policy = usePolicy()
  const opening = useOpening()
  const [asked, setAsked] = useState<{ readonly person: string; readonly name: string } | null>(null)
  const { length: count } = tasks
  useEffect(() => {
    if (office === 'branch-secretary') tellCount(links.branch(code), count)
  }, [code, count, office])

  const openTask = (task: TaskView) => {
    if (task.act === 'confirm-affiliation') setAsked({ person: task.person, name: task.name })
    else opening.open(task, (about) => taskLink(task.act, about))
  }
  const openMember = (member: MemberView) => {
    if (member.confirmed) return () => opening.open(member, links.person)
    return office === 'branch-secretary' ? () => setAsked(member) : undefined
  }
  const [first] = tasks
  const taught = office === 'branch-secretary' && members.some(({ confirmed }) => confirmed)
  return (
    <>
      <Top
        {...head}
        onClass={taught ? () => go(links.classOfMany(code)) : undefined}
        onBegin={office === 'branch-secretary' && first ? () => openTask(first) : undefined}
      />
      <Tasks tasks={tasks} onOpen={openTask}>
        <EventTaskCards organisation={code} tasks={events} />
      </Tasks>
      <Members
        members={members}
        asked={{
          classHours: hoursNumber(valueOf(policy, 'class-hours').tenths),
          volunteerHours: hoursOfMinutes(valueOf(policy, 'volunteer-hours').minutes),
        }}
        onOpen={openMember}
      />
      {more && <Words as="body">{MORE_PEOPLE}</Words>}
      <AffiliationSheet row={asked} onClose={() => setAsked(null)} />
      {opening.sheet}
    </>
  )
}

interface TopProps {
  title: string
  note: string
  onClass?: (() => void) | undefined
  onBegin?: (() => void) | undefined
}

/** How much there is to do, and where to begin. */
function Top({ title, note, onClass, onBegin }: TopProps) {
  return (
    <View className={classes(styles.top)}>
      <View>
        {!WEB && <Words as="headline">{title}</Words>}
        <Words as="body">{note}</Words>
      </View>
      {(onClass ?? onBegin) && (
        <View className={classes(styles.acts)}>
          {onClass && (
            <View className={classes(styles.act)}>
              <Button onTap={onClass}>记团课</Button>
            </View>
          )}
          {onBegin && (
            <View className={classes(styles.act)}>
              <Button kind="primary" onTap={onBegin}>
                开始办理
              </Button>
            </View>
          )}
        </View>
      )}
    </View>
  )
}
