import type { LedgerEntry } from '#domain/hours/ledger'
import { Choices } from '../../../components/choices/choices'
import { TextField } from '../../../components/text-field/text-field'
import { useForm } from '../../../features/forms/use-form'
import { fieldOf } from '../../../features/people/draft'
import type { EntryContext } from '../../../features/people/record-draft'
import { checkService, minutesOf, startOfService, strikeOfService } from '../../../features/people/service-draft'
import { useRecordService } from '../../../features/people/use-record-entry'
import { asMinutes } from '../../../text/league'
import { DayField } from '../form/day-field'
import { EntryForm } from '../form/entry-form'
import { PersonScreen, type About } from '../form/person-screen'

const UNITS = [
  { value: 'hour', text: '小时' },
  { value: 'minute', text: '分钟' },
]

/** Records service that somebody did, or puts a right entry in the place of a wrong one. */
export default function VolunteerHoursPage() {
  return (
    <PersonScreen title="登记志愿服务">
      {(about) => (
        <ServiceForm
          context={{ ...about, entry: about.facts.entries.find(({ id }) => id === about.corrects) ?? null }}
        />
      )}
    </PersonScreen>
  )
}

function ServiceForm({ context }: { context: About & EntryContext }) {
  const { entry, asked, today } = context
  const record = useRecordService(asked.person, entry?.id ?? null)
  const form = useForm({
    start: () => startOfService(context),
    check: (draft) => checkService(draft, context),
    act: record,
    fieldOf,
    onDone: () => context.done(entry === null ? '已登记' : '已更正'),
  })
  const strike = async (wrong: LedgerEntry, reason: string) => {
    if (await record.run(strikeOfService(wrong, context, reason))) context.done('已作废')
  }
  const { draft, errors, change } = form
  return (
    <EntryForm form={form} correcting={entry !== null} onStrike={(reason) => entry && void strike(entry, reason)}>
      <DayField
        label="服务的日期"
        today={today}
        value={draft.on}
        error={errors.on}
        onChange={(on) => change('on', on)}
      />
      <TextField
        name="amount"
        label="时长"
        kind="decimal"
        hint={asMinutes(minutesOf(draft))}
        maxLength={8}
        value={draft.amount}
        error={errors.amount}
        onChange={(amount) => change('amount', amount)}
      />
      <Choices name="unit" label="单位" options={UNITS} value={draft.unit} onChange={(unit) => change('unit', unit)} />
      <TextField
        name="content"
        label="做了什么"
        maxLength={200}
        value={draft.content}
        error={errors.content}
        onChange={(content) => change('content', content)}
      />
      <TextField
        name="witness"
        label="谁可以作证"
        hint="组织服务的人，或一起服务的人"
        maxLength={50}
        value={draft.witness}
        error={errors.witness}
        onChange={(witness) => change('witness', witness)}
      />
    </EntryForm>
  )
}
