import { OCCUPATIONS } from '#domain/profile/occupation'
import { localDate } from '#domain/time'
import { DateField } from '../../../components/date-field/date-field'
import { SelectField } from '../../../components/select-field/select-field'
import { TextField } from '../../../components/text-field/text-field'
import { Words } from '../../../components/words/words'
import { otherBirthDate, paperDraft } from '../../../features/people/paper-draft'
import { confirm } from '../../../platform/dialogs'
import { fullDayWords } from '../../../text/dates'
import { PAPER_INTRO } from '../../../text/league'
import { OCCUPATION_NAMES } from '../../../text/names'
import { DayField } from '../form/day-field'
import { StepScreen } from '../form/step-screen'

const DOING = OCCUPATIONS.map((value) => ({ value, text: OCCUPATION_NAMES[value] }))

/** The earliest birth date that can be picked. */
const FIRST = localDate('1950-01-01')

/** The written application was received: by whom, when, and which birth date stands on it. */
export default function PaperPage() {
  return (
    <StepScreen
      title="收到申请书"
      button="确认收到"
      done="已确认收到"
      draft={paperDraft}
      intro={() => <Words as="body">{PAPER_INTRO}</Words>}
      ask={async ({ birthDate }, context) => {
        const other = otherBirthDate(birthDate, context)
        if (other === null) return true
        return confirm({
          title: '出生日期不一样',
          content: `本人填的是 ${fullDayWords(other)}，你填的是 ${fullDayWords(birthDate)}。再看一眼申请书，确认以后以纸上的为准。`,
          yes: '以纸为准',
          no: '再看看',
        })
      }}
      fields={({ draft, errors, change }, { today }) => (
        <>
          <DayField
            label="收到的日期"
            today={today}
            value={draft.on}
            error={errors.on}
            onChange={(on) => change('on', on)}
          />
          <TextField
            name="received-by"
            label="谁收的"
            maxLength={50}
            value={draft.receivedBy}
            error={errors.receivedBy}
            onChange={(receivedBy) => change('receivedBy', receivedBy)}
          />
          <DateField
            name="birth-date"
            label="申请书上写的出生日期"
            hint="照着纸填，不照手机上的"
            min={FIRST}
            max={today}
            value={draft.birthDate}
            error={errors.birthDate}
            onChange={(birthDate) => change('birthDate', birthDate)}
          />
          <SelectField
            name="occupation"
            label="申请人现在在做什么"
            hint="先填的是本人说的；申请书上不一样，就照申请书改"
            options={DOING}
            value={draft.occupation}
            error={errors.occupation}
            onChange={(occupation) => change('occupation', occupation)}
          />
        </>
      )}
    />
  )
}
