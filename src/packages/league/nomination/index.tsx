import { valueOf } from '#domain/policy/policy'
import { Choices } from '../../../components/choices/choices'
import { TextField } from '../../../components/text-field/text-field'
import { Card } from '../../../components/card/card'
import { Words } from '../../../components/words/words'
import { bodyOf, nominationDraft } from '../../../features/people/nomination-draft'
import { decidingWords } from '../../../text/league'
import { WAY_NAMES } from '../../../text/names'
import { DayField } from '../form/day-field'
import { StepScreen } from '../form/step-screen'

/** The branch recommends: by which way, who decided, what the minutes say. */
export default function NominationPage() {
  return (
    <StepScreen
      title="推荐"
      button="提交推荐"
      done="已提交，等团委答复"
      draft={nominationDraft}
      intro={({ report, texts }) => {
        const why = report.application.returned === null ? undefined : texts[report.application.returned]?.why
        return why === undefined ? null : (
          <Card tone="sun">
            <Words as="title">上次团委退回的原因</Words>
            <Words as="body">{why}</Words>
          </Card>
        )
      }}
      fields={({ draft, errors, change }, { today, policy }) => (
        <>
          <Choices
            name="way"
            label="推荐的方式"
            options={valueOf(policy, 'admission.ways').map((way) => ({ value: way, text: WAY_NAMES[way] }))}
            value={draft.way}
            error={errors.way}
            onChange={(way) => change('way', way)}
          />
          <TextField
            name="members"
            label="支部有多少名团员"
            kind="number"
            hint={decidingWords(bodyOf(draft.members, policy), valueOf(policy, 'branch.committee-from'))}
            maxLength={4}
            value={draft.members}
            error={errors.members}
            onChange={(members) => change('members', members)}
          />
          <DayField
            label="讨论通过的日期"
            today={today}
            value={draft.on}
            error={errors.on}
            onChange={(on) => change('on', on)}
          />
          <TextField
            name="minutes"
            label="会议记录"
            hint="谁参加，怎么讨论的，怎么决定的；团委和本人都看得到"
            multiline
            maxLength={1000}
            value={draft.minutes}
            error={errors.minutes}
            onChange={(minutes) => change('minutes', minutes)}
          />
        </>
      )}
    />
  )
}
