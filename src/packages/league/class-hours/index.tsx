import type { LedgerEntry } from '#domain/hours/ledger'
import { useForm } from '../../../features/forms/use-form'
import { fieldOf } from '../../../features/people/draft'
import { checkRecord, startOfRecord, strikeOf, type EntryContext } from '../../../features/people/record-draft'
import { useRecordClassHours } from '../../../features/people/use-record-entry'
import { ClassFields } from '../form/class-fields'
import { EntryForm } from '../form/entry-form'
import { PersonScreen, type About } from '../form/person-screen'

/** Records a class that somebody took, or puts a right entry in the place of a wrong one. */
export default function ClassHoursPage() {
  return (
    <PersonScreen title="登记团课">
      {(about) => (
        <ClassHoursForm
          context={{ ...about, entry: about.facts.entries.find(({ id }) => id === about.corrects) ?? null }}
        />
      )}
    </PersonScreen>
  )
}

function ClassHoursForm({ context }: { context: About & EntryContext }) {
  const { entry, asked, today } = context
  const record = useRecordClassHours(asked.person, entry?.id ?? null)
  const form = useForm({
    start: () => startOfRecord(context),
    check: (draft) => checkRecord(draft, context),
    act: record,
    fieldOf,
    onDone: () => context.done(entry === null ? '已登记' : '已更正'),
  })
  const strike = async (wrong: LedgerEntry, reason: string) => {
    if (await record.run(strikeOf(wrong, context, reason))) context.done('已作废')
  }
  return (
    <EntryForm form={form} correcting={entry !== null} onStrike={(reason) => entry && void strike(entry, reason)}>
      <ClassFields form={form} today={today} />
    </EntryForm>
  )
}
