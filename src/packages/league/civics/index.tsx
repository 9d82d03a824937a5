import type { GradeEntry } from '#domain/civics/grades'
import { valueOf } from '#domain/policy/policy'
import { Choices } from '../../../components/choices/choices'
import { TextField } from '../../../components/text-field/text-field'
import { useForm, type Form } from '../../../features/forms/use-form'
import { fieldOf } from '../../../features/people/draft'
import {
  checkGrade,
  startOfGrade,
  strikeOfGrade,
  type GradeContext,
  type GradeField,
} from '../../../features/people/grade-draft'
import { useCorrectGrade, useRecordGrade } from '../../../features/people/use-record-entry'
import { DayField } from '../form/day-field'
import { EntryForm } from '../form/entry-form'
import { PersonScreen, type About } from '../form/person-screen'

/** Records a grade of the civics course, or puts a right one in the place of a wrong one. */
export default function CivicsPage() {
  return (
    <PersonScreen title="登记思政课考评">
      {(about) => {
        const entry = about.facts.grades.find(({ id }) => id === about.corrects)
        return entry ? <CorrectGrade about={about} entry={entry} /> : <NewGrade about={about} />
      }}
    </PersonScreen>
  )
}

function NewGrade({ about }: { about: About }) {
  const context = { ...about, entry: null }
  const form = useForm({
    start: () => startOfGrade(context),
    check: (draft) => checkGrade(draft, context),
    act: useRecordGrade(about.asked.person),
    fieldOf,
    onDone: () => about.done('已登记'),
  })
  return <GradeForm form={form} context={context} onStrike={() => undefined} />
}

function CorrectGrade({ about, entry }: { about: About; entry: GradeEntry }) {
  const context = { ...about, entry }
  const correct = useCorrectGrade(about.asked.person, entry.id)
  const form = useForm({
    start: () => startOfGrade(context),
    check: (draft) => checkGrade(draft, context),
    act: correct,
    fieldOf,
    onDone: () => about.done('已更正'),
  })
  const strike = async (reason: string) => {
    if (await correct.run(strikeOfGrade(entry, about, reason))) about.done('已作废')
  }
  return <GradeForm form={form} context={context} onStrike={(reason) => void strike(reason)} />
}

interface GradeFormProps {
  form: Form<GradeField>
  context: GradeContext
  onStrike: (reason: string) => void
}

function GradeForm({ form, context, onStrike }: GradeFormProps) {
  const { draft, errors, change } = form
  const { scale } = valueOf(context.policy, 'civics')
  return (
    <EntryForm form={form} correcting={context.entry !== null} onStrike={onStrike}>
      <Choices
        name="grade"
        label="等级"
        options={scale.map((grade) => ({ value: grade, text: grade }))}
        value={draft.grade}
        error={errors.grade}
        onChange={(grade) => change('grade', grade)}
      />
      <TextField
        name="term"
        label="哪个学期"
        hint="比如 高二上学期"
        maxLength={50}
        value={draft.term}
        error={errors.term}
        onChange={(term) => change('term', term)}
      />
      <DayField
        label="考评的日期"
        today={context.today}
        value={draft.on}
        error={errors.on}
        onChange={(on) => change('on', on)}
      />
    </EntryForm>
  )
}
