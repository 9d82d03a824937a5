import { TextField } from '../../../components/text-field/text-field'
import { Words } from '../../../components/words/words'
import { talkDraft } from '../../../features/people/talk-draft'
import { lastDayWords } from '../../../text/league'
import { DayField } from '../form/day-field'
import { StepScreen } from '../form/step-screen'

/** Somebody of the branch talked with the applicant: when, who, about what. */
export default function TalkPage() {
  return (
    <StepScreen
      title="谈话记录"
      button="记录谈话"
      done="已记录"
      draft={talkDraft}
      intro={({ report, today }) => {
        const { talkDue } = report.application
        return talkDue === null ? null : <Words as="body">{`谈话${lastDayWords(talkDue, today)}。`}</Words>
      }}
      fields={({ draft, errors, change }, { today }) => (
        <>
          <DayField
            label="谈话的日期"
            today={today}
            value={draft.on}
            error={errors.on}
            onChange={(on) => change('on', on)}
          />
          <TextField
            name="by"
            label="谁谈的"
            maxLength={50}
            value={draft.by}
            error={errors.by}
            onChange={(by) => change('by', by)}
          />
          <TextField
            name="content"
            label="谈了什么"
            hint="几句话就好，本人也看得到"
            multiline
            maxLength={1000}
            value={draft.content}
            error={errors.content}
            onChange={(content) => change('content', content)}
          />
        </>
      )}
    />
  )
}
