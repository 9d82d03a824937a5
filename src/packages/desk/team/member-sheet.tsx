import { useState } from 'react'
import type { AttendanceReply } from '#contract/check-in'
import { TEAM_ROLES, type TeamRole } from '#domain/checkin/attendance'
import { Button } from '../../../components/button/button'
import { Choices } from '../../../components/choices/choices'
import { Notice } from '../../../components/notice/notice'
import { Sheet } from '../../../components/sheet/sheet'
import { useTeam } from '../../../features/attendance/use-attendance-acts'
import { confirm, toast } from '../../../platform/dialogs'
import { clock } from '../../../platform/state'
import { memberName, TEAM_NOTES } from '../../../text/attendance'
import { TEAM_NAMES } from '../../../text/names'
import { deskActProblemWords } from '../../../text/desk-refusals'

type Member = AttendanceReply['members'][number]

interface MemberSheetProps {
  event: string
  /** null = closed. */
  member: Member | null
  onClose: () => void
}

/** What somebody of the team may do from now on, or that they are no longer of it. */
export function MemberSheet({ event, member, onClose }: MemberSheetProps) {
  return (
    <Sheet open={member !== null} title={member ? memberName(member) : ''} onClose={onClose}>
      {member && <Change key={member.person} event={event} member={member} onDone={onClose} />}
    </Sheet>
  )
}

function Change({ event, member, onDone }: { event: string; member: Member; onDone: () => void }) {
  const [role, setRole] = useState<string>(member.team)
  const act = useTeam(event)
  const set = async (team: TeamRole | null) => {
    if (!(await act.run({ account: null, person: member.person, team }))) return
    toast(team === null ? '移出了' : '改好了')
    onDone()
  }
  const takeOff = async () => {
    const sure = await confirm({
      title: `把${memberName(member)}移出班底？`,
      content: '对方不能再打开这场活动的签到台和名单。',
      yes: '移出',
      no: '不移出',
    })
    if (sure) await set(null)
  }
  return (
    <>
      <Choices
        name="member-team"
        label="来做什么"
        options={TEAM_ROLES.map((one) => ({ value: one, text: TEAM_NAMES[one], note: TEAM_NOTES[one] }))}
        value={role}
        onChange={setRole}
      />
      {act.problem && <Notice>{deskActProblemWords(act.problem, clock.now())}</Notice>}
      <Button
        kind="primary"
        busy={act.busy}
        onTap={() => void set(TEAM_ROLES.find((one) => one === role) ?? member.team)}
      >
        改好
      </Button>
      <Button kind="danger" busy={act.busy} onTap={() => void takeOff()}>
        移出班底
      </Button>
    </>
  )
}
