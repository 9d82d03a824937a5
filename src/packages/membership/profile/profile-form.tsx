import { useDidShow } from '@tarojs/taro'
import { useState } from 'react'
import type { MeReply } from '#contract/me'
import type { OrganisationRow } from '#contract/organisation'
import { OCCUPATIONS } from '#domain/profile/occupation'
import { localDateAt } from '#domain/time'
import { Button } from '../../../components/button/button'
import { Card } from '../../../components/card/card'
import { ChoiceField } from '../../../components/choice-field/choice-field'
import { Choices } from '../../../components/choices/choices'
import { DateField } from '../../../components/date-field/date-field'
import { FixedField } from '../../../components/field/fixed-field'
import { Notice } from '../../../components/notice/notice'
import { SelectField } from '../../../components/select-field/select-field'
import { TextField } from '../../../components/text-field/text-field'
import { Words } from '../../../components/words/words'
import { withoutChanged } from '../../../features/forms/errors'
import { keptProfile } from '../../../features/me/kept-profile'
import { checkDraft, fieldOf, startOf, type FieldErrors, type ProfileDraft } from '../../../features/me/profile-draft'
import { useSaveProfile } from '../../../features/me/use-save-profile'
import { nameIn, townships } from '../../../features/organisations/tree'
import { usePolicy } from '../../../features/policy/use-policy'
import { go } from '../../../platform/navigation'
import { ApiProblem } from '../../../platform/problem'
import { useNow } from '../../../platform/use-now'
import { links } from '../../../routes'
import { fullDayWords } from '../../../text/dates'
import { OCCUPATION_NAMES } from '../../../text/names'
import { actProblemWords, problemWords } from '../../../text/problems'

const UNTOLD = 'untold'

interface ProfileFormProps {
  me: MeReply
  organisations: readonly OrganisationRow[]
  /** `phone`: nothing was sent; `server`: it said so and ended the session. */
  onTooYoung: (minimum: number, told: 'phone' | 'server') => void
  onSaved: () => void
}

/** Name, birth date, where one lives if wished, and the branch. What is typed stays on the phone until it is sent. */
export function ProfileForm({ me, organisations, onTooYoung, onSaved }: ProfileFormProps) {
  const known = me.profile !== null
  const confirmed = me.profile?.birthDateConfirmed ?? false
  const policy = usePolicy()
  const today = localDateAt(useNow())
  const save = useSaveProfile(known)
  const [draft, setDraft] = useState(() => startOf(keptProfile.get(), me))
  const [errors, setErrors] = useState<FieldErrors>({})

  const change = (part: Partial<ProfileDraft>) => {
    const next = { ...draft, ...part }
    setDraft(next)
    keptProfile.set(next)
    save.forgive()
    setErrors(withoutChanged(errors, part))
  }
  // The branch is chosen on a page of its own.
  useDidShow(() => {
    const { organisation } = startOf(keptProfile.get(), me)
    if (organisation !== draft.organisation) change({ organisation })
  })
  const submit = async () => {
    const checked = checkDraft(draft, organisations, policy, today, known)
    if (checked.kind === 'under-age') {
      onTooYoung(checked.minimum, 'phone')
      return
    }
    setErrors(checked.kind === 'errors' ? checked.errors : {})
    const saved = checked.kind === 'ready' ? await save.run(checked.body) : null
    if (saved?.kind === 'saved') onSaved()
    if (saved?.kind === 'under-age') onTooYoung(saved.minimum, 'server')
  }

  const { problem } = save
  const refused = problem instanceof ApiProblem ? problem : null
  const told = refused ? fieldOf(refused.code) : null
  const shown: FieldErrors = refused && told ? { ...errors, [told]: problemWords(refused) } : errors

  return (
    <>
      {!known && <Words as="body">团支书确认以前，只看得到你的姓名。</Words>}
      <Card>
        <TextField
          name="name"
          label="姓名"
          hint="和身份证上的一样"
          maxLength={60}
          value={draft.name}
          error={shown.name}
          onChange={(name) => change({ name })}
        />
        {confirmed ? (
          <FixedField
            label="出生日期"
            value={fullDayWords(draft.birthDate)}
            hint="团支书已按书面申请书核对，以它为准。写错了，请找团支书更正。"
          />
        ) : (
          <DateField
            name="birth-date"
            label="出生日期"
            min="1950-01-01"
            max={today}
            value={draft.birthDate}
            error={shown.birthDate}
            onChange={(birthDate) => change({ birthDate })}
          />
        )}
        <ChoiceField
          name="organisation"
          label="所在的团支部"
          hint="由团支书确认"
          placeholder="选择团支部"
          value={draft.organisation === '' ? null : (nameIn(organisations, draft.organisation) ?? draft.organisation)}
          error={shown.organisation}
          onOpen={() => go(links.branches())}
        />
        <Choices
          name="occupation"
          label="我现在是"
          hint="可以不填。在校学生要看思政课考评，其他人不用。"
          options={OCCUPATIONS.map((value) => ({ value, text: OCCUPATION_NAMES[value] }))}
          value={draft.occupation}
          error={shown.occupation}
          onChange={(occupation) => change({ occupation: occupation === draft.occupation ? '' : occupation })}
        />
        <SelectField
          name="township"
          label="居住的镇或街道"
          optional
          options={[{ value: UNTOLD, text: '不填' }, ...townships(organisations)]}
          placeholder="不填"
          value={draft.township === '' ? UNTOLD : draft.township}
          error={shown.township}
          onChange={(value) => change({ township: value === UNTOLD ? '' : value })}
        />
      </Card>
      {problem && told === null && <Notice>{actProblemWords(problem)}</Notice>}
      <Button kind="primary" busy={save.busy} onTap={() => void submit()}>
        保存
      </Button>
    </>
  )
}
