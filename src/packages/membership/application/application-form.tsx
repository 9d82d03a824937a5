import { View } from '@tarojs/components'
import { useState } from 'react'
import type { MeReply } from '#contract/me'
import type { PathReply } from '#contract/path'
import { OCCUPATIONS } from '#domain/profile/occupation'
import { localDateAt } from '#domain/time'
import { Button } from '../../../components/button/button'
import { Card } from '../../../components/card/card'
import { Choices } from '../../../components/choices/choices'
import { Facts } from '../../../components/facts/facts'
import { Notice } from '../../../components/notice/notice'
import { TextField } from '../../../components/text-field/text-field'
import { Words } from '../../../components/words/words'
import {
  checkApplication,
  startOfApplication,
  WORDS_MAX,
  type ApplicationDraft,
  type ApplicationErrors,
} from '../../../features/application/model'
import { applicationDraft, useApply } from '../../../features/application/use-apply'
import { withoutChanged } from '../../../features/forms/errors'
import { usePolicy } from '../../../features/policy/use-policy'
import { toast } from '../../../platform/dialogs'
import { go } from '../../../platform/navigation'
import { useNow } from '../../../platform/use-now'
import { links } from '../../../routes'
import { goesToWords } from '../../../text/application'
import { fullDayWords } from '../../../text/dates'
import { OCCUPATION_NAMES, organisationName } from '../../../text/names'
import { actProblemWords } from '../../../text/problems'

interface ApplicationFormProps {
  me: MeReply
  path: PathReply
  /** The day on which an earlier one was withdrawn, in words. */
  withdrawn: string | null
}

/** 提交入团申请: what is known already, what one does, and one's own words. What is typed stays on the phone until it is sent. */
export function ApplicationForm({ me, path, withdrawn }: ApplicationFormProps) {
  const policy = usePolicy()
  const today = localDateAt(useNow())
  const apply = useApply()
  const [draft, setDraft] = useState(() => startOfApplication(applicationDraft.get() as ApplicationDraft | null, me))
  const [errors, setErrors] = useState<ApplicationErrors>({})
  // Once it has arrived, the next screen is on its way: it can't be sent again until then.
  const [sent, setSent] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)

  const change = (part: Partial<ApplicationDraft>) => {
    const next = { ...draft, ...part }
    setDraft(next)
    applicationDraft.set(next)
    apply.forgive()
    setErrors(withoutChanged(errors, part))
  }
  const submit = async () => {
    const checked = checkApplication(draft, path, policy, today)
    setErrors(checked.kind === 'errors' ? checked.errors : {})
    setRefused(checked.kind === 'refused' ? checked.words : null)
    if (checked.kind !== 'ready' || !(await apply.run(checked.body))) return
    setSent(true)
    toast('已提交')
  }
  const problem = refused ?? (apply.problem && actProblemWords(apply.problem))
  const branch = me.affiliation ? organisationName(me.affiliation.organisation) : ''

  return (
    <>
      <Words as="headline">告诉支部，我想入团</Words>
      <Words as="body">在这里提交以后，还要把手写、签名的申请书交给支部：收到书面申请书的那天，才是申请日。</Words>
      {withdrawn !== null && <Words as="body">{`上一次申请在${withdrawn}撤回了，可以重新提交。`}</Words>}
      <Card>
        <Facts
          rows={[
            { key: 'name', name: '姓名', value: me.profile?.name ?? '' },
            { key: 'birth', name: '出生日期', value: me.profile ? fullDayWords(me.profile.birthDate) : '' },
            { key: 'branch', name: '申请的团支部', value: branch },
          ]}
        />
        <Button kind="quiet" onTap={() => go(links.profile())}>
          不对？更正我的资料
        </Button>
      </Card>
      <Card>
        <Choices
          name="occupation"
          label="我现在是"
          options={OCCUPATIONS.map((value) => ({ value, text: OCCUPATION_NAMES[value] }))}
          value={draft.occupation}
          error={errors.occupation}
          onChange={(occupation) => change({ occupation })}
        />
        <TextField
          name="words"
          label="想对支部说的话"
          hint="为什么想入团，几句就好。书面申请书另外写。"
          optional
          multiline
          maxLength={WORDS_MAX}
          value={draft.words}
          error={errors.words}
          onChange={(words) => change({ words })}
        />
      </Card>
      <Words as="body">{goesToWords(branch)}</Words>
      <View>{problem && <Notice>{problem}</Notice>}</View>
      <Button kind="primary" busy={apply.busy || sent} onTap={() => void submit()}>
        提交入团申请
      </Button>
    </>
  )
}
