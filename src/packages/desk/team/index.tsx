import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { AttendanceReply } from '#contract/check-in'
import { isEnough } from '#domain/checkin/team'
import type { Instant } from '#domain/time'
import { Card } from '../../../components/card/card'
import { classes } from '../../../components/classes'
import { Row } from '../../../components/row/row'
import { Words } from '../../../components/words/words'
import { useAttendance } from '../../../features/attendance/use-attendance'
import { needSession } from '../../../features/reading/need-session'
import { readOf, withoutNote } from '../../../features/reading/read-of'
import { AppScreen } from '../../../features/shell/app-screen'
import { useNow } from '../../../platform/use-now'
import { useSession } from '../../../platform/use-session'
import { links } from '../../../routes'
import { memberName } from '../../../text/attendance'
import { TEAM_NAMES } from '../../../text/names'
import { Head } from '../parts/head'
import { AddMember } from './add-member'
import styles from './index.module.scss'
import { MemberSheet } from './member-sheet'

/** Who runs the event, and what each may do. */
export default function TeamPage() {
  const { event = '' } = useRouter().params
  const now = useNow()
  const read = needSession(useSession(), withoutNote(readOf(useAttendance(event), now)))
  return (
    <AppScreen title="班底" under={links.board(event)} read={read}>
      {(reply) => <TeamScreen event={event} reply={reply} now={now} />}
    </AppScreen>
  )
}

interface TeamScreenProps {
  event: string
  reply: AttendanceReply
  now: Instant
}

function TeamScreen({ event, reply, now }: TeamScreenProps) {
  const [opened, setOpened] = useState<string | null>(null)
  const lead = isEnough(reply.team, 'lead')
  const member = reply.members.find(({ person }) => person === opened) ?? null
  return (
    <View className={classes(styles.narrow)}>
      <Head card={reply.card} now={now} />
      <Card list>
        {reply.members.map((one) => (
          <Row
            key={one.person}
            title={memberName(one)}
            note={
              [one.own && one.name !== null ? '我' : '', one.maker ? '发起这场活动的人' : '']
                .filter(Boolean)
                .join(' · ') || undefined
            }
            trailing={TEAM_NAMES[one.team]}
            {...(lead && { onTap: () => setOpened(one.person) })}
          />
        ))}
      </Card>
      {lead ? <AddMember event={event} /> : <Words as="body">班底由负责人定。</Words>}
      <MemberSheet event={event} member={member} onClose={() => setOpened(null)} />
    </View>
  )
}
