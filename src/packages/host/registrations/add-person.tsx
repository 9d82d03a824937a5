import type { DeskReply } from '#contract/event'
import type { Instant } from '#domain/time'
import { Button } from '../../../components/button/button'
import { Card } from '../../../components/card/card'
import { Choices } from '../../../components/choices/choices'
import { Notice } from '../../../components/notice/notice'
import { Words } from '../../../components/words/words'
import { useForm } from '../../../features/forms/use-form'
import { addFieldOf, checkAdd, type AddField } from '../../../features/hosting/add-draft'
import { useAddPerson } from '../../../features/hosting/use-add-person'
import { AccountField } from '../../../features/session/account-field'
import { accountOf } from '../../../features/session/desk-draft'
import { toast } from '../../../platform/dialogs'
import { eventActProblemWords, eventProblemWords } from '../../../text/event-refusals'
import { EVENT_ROLE_NAMES } from '../../../text/names'

/** Puts somebody on who can't do it themselves: by the code that they read in 我的. */
export function AddPerson({ desk, now }: { desk: DeskReply['desk']; now: Instant }) {
  const { id, roles } = desk.card
  const [only, ...others] = roles
  const start = (): Readonly<Record<AddField, string>> => ({
    account: '',
    role: only && others.length === 0 ? only.role : '',
  })
  const { draft, errors, change, changeMany, ...form } = useForm({
    start,
    check: (typed) => checkAdd(typed, accountOf),
    act: useAddPerson(id),
    fieldOf: addFieldOf,
    words: (problem) => eventProblemWords(problem, now),
    onDone: () => {
      toast('已加上，对方会收到消息')
      changeMany(start())
    },
  })
  return (
    <Card>
      <Words as="title">帮人报名</Words>
      <AccountField
        name="account"
        value={draft.account}
        error={errors.account}
        onChange={(account) => change('account', account)}
      />
      {(others.length > 0 || errors.role !== undefined) && (
        <Choices
          name="role"
          label="来做什么"
          options={roles.map(({ role }) => ({ value: role, text: EVENT_ROLE_NAMES[role] }))}
          value={draft.role}
          error={errors.role}
          onChange={(role) => change('role', role)}
        />
      )}
      {form.problem && <Notice>{eventActProblemWords(form.problem, now)}</Notice>}
      <Button busy={form.busy} onTap={form.submit}>
        加上
      </Button>
    </Card>
  )
}
