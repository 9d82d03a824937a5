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
import { organisationName } from '../../../text/names'
import { useOpening } from '../form/use-opening'
import { AffiliationSheet } from './affiliation-sheet'
import styles from './index.module.scss'
import { MembersTable } from './members-table'
import { Tasks } from './tasks'

/** A branch: what is to be done first, then who is where. */
export default function BranchPage() {
  const { organisation = '' } = useRouter().params
  const now = useNow()
  const me = useMe()
  const people = usePeople(organisation)
  const read = readOf(people, now)
  const office = me.data ? officeFor(me.data.roles, organisation) : undefined
  return (
    <AppScreen
      title="支部的人"
      wide
      read={needSession(
        useSession(),
        office === undefined && read.state === 'content'
          ? { state: 'loading' }
          : mapRead(read, (reply) => ({ reply, office: office ?? null })),
      )}
    >
      {(branch) => <Branch {...branch} today={localDateAt(now)} />}
    </AppScreen>
  )
}

interface BranchProps {
  reply: PeopleReply
  office: Role | null
  today: LocalDate
}

function Branch({ reply, office, today }: BranchProps) {
  const { code } = reply.organisation
  const policy = usePolicy()
  const opening = useOpening()
  const [asked, setAsked] = useState<{ readonly person: string; readonly name: string } | null>(null)
  const tasks = tasksOf(reply.people, office)
  const views = taskViews(tasks, code, today)
  const members = memberViews(reply.people, office, today)
  const { length: count } = tasks
  useEffect(() => {
    tellCount(links.branch(code), count)
  }, [code, count])

  const openTask = (task: TaskView) => {
    if (task.act === 'confirm-affiliation') setAsked({ person: task.person, name: task.name })
    else opening.open(task, (about) => taskLink(task.act, about))
  }
  const openMember = (member: MemberView) => {
    if (member.confirmed) return () => opening.open(member, links.person)
    return office === 'branch-secretary' ? () => setAsked(member) : undefined
  }
  const [first] = views
  const taught = office === 'branch-secretary' && members.some(({ confirmed }) => confirmed)
  const name = organisationName(reply.organisation)
  return (
    <>
      {office === 'branch-secretary' ? (
        <Top
          {...todayHeadline(tasks, name, today)}
          onClass={taught ? () => go(links.classOfMany(code)) : undefined}
          onBegin={first && (() => openTask(first))}
        />
      ) : (
        <Top title={name} note={`${members.length} 人`} />
      )}
      <Tasks tasks={views} onOpen={openTask} />
      <MembersTable
        members={members}
        asked={{
          classHours: hoursNumber(valueOf(policy, 'class-hours').tenths),
          volunteerHours: hoursOfMinutes(valueOf(policy, 'volunteer-hours').minutes),
        }}
        onOpen={openMember}
      />
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
        <Words as="headline">{title}</Words>
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
