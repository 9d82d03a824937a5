import { applicationOf } from '#domain/application/acts'
import { valueOf } from '#domain/policy/policy'
import { Card } from '../../../components/card/card'
import { Choices } from '../../../components/choices/choices'
import { Facts } from '../../../components/facts/facts'
import { SelectField } from '../../../components/select-field/select-field'
import { TextField } from '../../../components/text-field/text-field'
import { Words } from '../../../components/words/words'
import { answerDraft } from '../../../features/people/answer-draft'
import { nominationFacts } from '../../../features/people/nomination-facts'
import { lastDayWords } from '../../../text/league'
import { WAY_NAMES } from '../../../text/names'
import { DayField } from '../form/day-field'
import { StepScreen } from '../form/step-screen'

const ANSWERS = [
  { value: 'approved', text: '批准', note: '成为入团积极分子' },
  { value: 'returned', text: '退回', note: '写明原因，支部可以再推荐' },
]

/** The committee's answer to a nomination: approved, or returned with a reason. */
export default function AnswerPage() {
  return (
    <StepScreen
      title="答复推荐"
      button="提交答复"
      done="已答复"
      draft={answerDraft}
      intro={({ facts, texts, report, today }) => {
        const { nominated } = applicationOf(facts.acts)
        const { due, act } = report.turn
        return (
          <>
            {act === 'answer-nomination' && due !== null && (
              <Words as="body">{`答复${lastDayWords(due, today)}。`}</Words>
            )}
            {nominated && (
              <Card>
                <Words as="title">支部的推荐</Words>
                <Facts rows={nominationFacts(nominated, today)} />
                <Words as="body">{texts[nominated.id]?.minutes ?? '会议记录已删除。'}</Words>
              </Card>
            )}
          </>
        )
      }}
      fields={({ draft, errors, change }, { today, act, policy }) => (
        <>
          {act === null && (
            <Choices
              name="answer"
              label="团委的答复"
              options={ANSWERS}
              value={draft.answer}
              error={errors.answer}
              onChange={(answer) => change('answer', answer)}
            />
          )}
          <DayField
            label={draft.answer === 'returned' ? '退回的日期' : '批准的日期'}
            today={today}
            value={draft.on}
            error={errors.on}
            onChange={(on) => change('on', on)}
          />
          {act?.onPaper && (
            <SelectField
              name="way"
              label="入团方式"
              options={valueOf(policy, 'admission.ways').map((way) => ({ value: way, text: WAY_NAMES[way] }))}
              value={draft.way}
              error={errors.way}
              onChange={(way) => change('way', way)}
            />
          )}
          {draft.answer === 'approved' && (
            <TextField
              name="approved-by"
              label="谁批准的"
              hint="批准的团委或会议"
              maxLength={50}
              value={draft.approvedBy}
              error={errors.approvedBy}
              onChange={(approvedBy) => change('approvedBy', approvedBy)}
            />
          )}
          {draft.answer === 'returned' && (
            <TextField
              name="why"
              label="为什么退回"
              hint="支部和本人都看得到：缺什么，怎么补"
              multiline
              maxLength={500}
              value={draft.why}
              error={errors.why}
              onChange={(why) => change('why', why)}
            />
          )}
        </>
      )}
    />
  )
}
