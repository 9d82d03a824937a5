import { TEAM_ROLES } from '#domain/checkin/attendance'
import { Button } from '../../../components/button/button'
import { Card } from '../../../components/card/card'
import { Choices } from '../../../components/choices/choices'
import { Notice } from '../../../components/notice/notice'
import { Words } from '../../../components/words/words'
import { checkTeam, teamFieldOf, type TeamField } from '../../../features/attendance/team-draft'
import { useTeam } from '../../../features/attendance/use-attendance-acts'
import { useForm } from '../../../features/forms/use-form'
import { AccountField } from '../../../features/session/account-field'
import { accountOf } from '../../../features/session/desk-draft'
import { toast } from '../../../platform/dialogs'
import { clock } from '../../../platform/state'
import { TEAM_NOTES } from '../../../text/attendance'
import { TEAM_NAMES } from '../../../text/names'
import { deskActProblemWords, deskProblemWords } from '../../../text/desk-refusals'

const start = (): Readonly<Record<TeamField, string>> => ({ account: '', team: 'helper' })

/** Names somebody by the code that they read in 我的; they find the event there. */
export function AddMember({ event }: { event: string }) {
  const { draft, errors, change, changeMany, ...form } = useForm({
    start,
    check: (typed) => checkTeam(typed, accountOf),
    act: useTeam(event),
    fieldOf: teamFieldOf,
    words: (problem) => deskProblemWords(problem, clock.now()),
    onDone: () => {
      toast('加上了，对方在“我的”里能看到')
      changeMany(start())
    },
  })
  return (
    <Card>
      <Words as="title">加一个人</Words>
      <AccountField
        name="team-account"
        value={draft.account}
        error={errors.account}
        onChange={(account) => change('account', account)}
      />
      <Choices
        name="team"
        label="来做什么"
        options={[...TEAM_ROLES]
          .reverse()
          .map((role) => ({ value: role, text: TEAM_NAMES[role], note: TEAM_NOTES[role] }))}
        value={draft.team}
        error={errors.team}
        onChange={(team) => change('team', team)}
      />
      {form.problem && <Notice>{deskActProblemWords(form.problem, clock.now())}</Notice>}
      <Button busy={form.busy} onTap={form.submit}>
        加上
      </Button>
    </Card>
  )
}
