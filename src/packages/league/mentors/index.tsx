import { Fragment } from 'react'
import { valueOf } from '#domain/policy/policy'
import { Choices } from '../../../components/choices/choices'
import { TextField } from '../../../components/text-field/text-field'
import { Words } from '../../../components/words/words'
import { mentorsDraft, mentorSlots } from '../../../features/people/mentors-draft'
import { mentorLabel, mentorsIntro } from '../../../text/league'
import { MEMBERSHIP_NAMES } from '../../../text/names'
import { DayField } from '../form/day-field'
import { StepScreen } from '../form/step-screen'

const MEMBERSHIPS = (['league', 'party'] as const).map((value) => ({ value, text: MEMBERSHIP_NAMES[value] }))

/** The mentors of an activist, each a member of the League or the Party, and from when. */
export default function MentorsPage() {
  return (
    <StepScreen
      title="培养联系人"
      button="定下培养联系人"
      done="已记录"
      draft={mentorsDraft}
      intro={({ policy }) => <Words as="body">{mentorsIntro(valueOf(policy, 'mentors.count'))}</Words>}
      fields={({ draft, errors, change }, { today, policy }) => (
        <>
          <DayField
            label="从哪一天起"
            today={today}
            value={draft.on}
            error={errors.on}
            onChange={(on) => change('on', on)}
          />
          {mentorSlots(policy).map(({ name, membership, needed }, index) => (
            <Fragment key={name}>
              <TextField
                name={name}
                label={mentorLabel(index)}
                optional={!needed}
                maxLength={50}
                value={draft[name] ?? ''}
                error={errors[name]}
                onChange={(typed) => change(name, typed)}
              />
              {(needed || draft[name]) && (
                <Choices
                  name={membership}
                  label="是团员还是党员"
                  options={MEMBERSHIPS}
                  value={draft[membership] ?? ''}
                  error={errors[membership]}
                  onChange={(chosen) => change(membership, chosen)}
                />
              )}
            </Fragment>
          ))}
        </>
      )}
    />
  )
}
