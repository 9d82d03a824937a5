import { valueOf } from '#domain/policy/policy'
import { Card } from '../../../components/card/card'
import { SelectField } from '../../../components/select-field/select-field'
import { TextField } from '../../../components/text-field/text-field'
import { Words } from '../../../components/words/words'
import { useForm } from '../../../features/forms/use-form'
import { checkActivist, startOfActivist } from '../../../features/people/activist-draft'
import { fieldOf } from '../../../features/people/draft'
import { useRecordActivist } from '../../../features/people/use-record-activist'
import { WAY_NAMES } from '../../../text/names'
import { DayField } from '../form/day-field'
import { FormEnd } from '../form/form-end'
import { PersonScreen, type About } from '../form/person-screen'

const SEEN = [
  { value: 'yes', text: '看过了' },
  { value: 'no', text: '还没有看' },
]

/** The committee's officer records afterwards that somebody became 入团积极分子 on paper (补录). */
export default function ActivistPage() {
  return <PersonScreen title="补录入团积极分子">{(about) => <ActivistForm about={about} />}</PersonScreen>
}

/** The day of the approval, by which way, who approved, and that the paper was seen. */
function ActivistForm({ about }: { about: About }) {
  const { draft, errors, change, ...form } = useForm({
    start: () => startOfActivist(about.today),
    check: (typed) => checkActivist(typed, about),
    act: useRecordActivist(about.asked.person),
    fieldOf,
    onDone: () => about.done('已登记'),
  })
  return (
    <>
      <Words as="body">用于以前在纸上已经批准的人：前面的申请、谈话、推荐不再补。从批准的那一天起，团课才计入。</Words>
      <Card>
        <DayField
          label="批准的日期"
          today={about.today}
          value={draft.on}
          error={errors.on}
          onChange={(on) => change('on', on)}
        />
        <SelectField
          name="way"
          label="入团方式"
          options={valueOf(about.policy, 'admission.ways').map((way) => ({ value: way, text: WAY_NAMES[way] }))}
          value={draft.way}
          error={errors.way}
          onChange={(way) => change('way', way)}
        />
        <TextField
          name="approved-by"
          label="谁批准的"
          hint="批准的团委或会议"
          maxLength={50}
          value={draft.approvedBy}
          error={errors.approvedBy}
          onChange={(approvedBy) => change('approvedBy', approvedBy)}
        />
        <SelectField
          name="paper-seen"
          label="批准的纸质材料"
          options={SEEN}
          value={draft.paperSeen}
          error={errors.paperSeen}
          onChange={(paperSeen) => change('paperSeen', paperSeen)}
        />
      </Card>
      <FormEnd problem={form.problem} busy={form.busy} onSubmit={form.submit}>
        登记
      </FormEnd>
    </>
  )
}
