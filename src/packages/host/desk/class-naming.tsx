import { useState } from 'react'
import type { DeskReply } from '#contract/event'
import type { Instant } from '#domain/time'
import { Button } from '../../../components/button/button'
import { Card } from '../../../components/card/card'
import { ChoiceField } from '../../../components/choice-field/choice-field'
import { Notice } from '../../../components/notice/notice'
import { TextField } from '../../../components/text-field/text-field'
import { Words } from '../../../components/words/words'
import { useForm } from '../../../features/forms/use-form'
import { checkClass, classFieldOf, startOfClass } from '../../../features/hosting/class-draft'
import { useAskClass } from '../../../features/hosting/use-ask-class'
import { nameIn } from '../../../features/organisations/tree'
import { useOrganisations } from '../../../features/organisations/use-organisations'
import { usePolicy } from '../../../features/policy/use-policy'
import { toast } from '../../../platform/dialogs'
import { organisationName } from '../../../text/names'
import { eventActProblemWords, eventProblemWords } from '../../../text/event-refusals'
import { namingWords } from '../../../text/host'
import { PillAbove } from '../parts/pill-above'
import { AskedSheet } from './asked-sheet'

interface ClassNamingProps {
  reply: DeskReply
  /** Whether it can be asked for now. */
  may: boolean
  now: Instant
}

/** Whether an organisation has named the event a class, and the way to ask for it. */
export function ClassNaming({ reply, may, now }: ClassNamingProps) {
  const [asking, setAsking] = useState(false)
  const naming = namingWords(reply.naming)
  if (!naming && !may) return null
  return (
    <Card>
      <Words as="title">认定为团课</Words>
      {naming ? (
        <PillAbove tone={naming.tone} text={naming.text}>
          {naming.why}
        </PillAbove>
      ) : (
        <Words as="body">认定以后，参加者才计团课学时。由团委或团支部答复。</Words>
      )}
      {may && !asking && <Button onTap={() => setAsking(true)}>申请认定</Button>}
      {may && asking && <Ask reply={reply} now={now} onDone={() => setAsking(false)} />}
    </Card>
  )
}

function Ask({ reply, now, onDone }: { reply: DeskReply; now: Instant; onDone: () => void }) {
  const { card } = reply.desk
  const own = card.venue.organisation
  const policy = usePolicy()
  const rows = useOrganisations().data?.organisations ?? []
  const [choosing, setChoosing] = useState(false)
  const { draft, errors, change, ...form } = useForm({
    start: () => startOfClass(card, own.code, policy),
    check: (typed) => checkClass(typed, card, policy, now),
    act: useAskClass(card.id),
    fieldOf: classFieldOf,
    words: (problem) => eventProblemWords(problem, now),
    onDone: () => {
      toast('已提出')
      onDone()
    },
  })
  const chosen =
    draft.organisation === own.code ? organisationName(own) : (nameIn(rows, draft.organisation) ?? draft.organisation)
  return (
    <>
      <ChoiceField
        name="organisation"
        label="向谁申请"
        placeholder="选择组织"
        value={draft.organisation === '' ? null : chosen}
        error={errors.organisation}
        onOpen={() => setChoosing(true)}
      />
      <TextField
        name="hours"
        label="计多少学时"
        kind="decimal"
        hint="按活动的时间算，最多到这里"
        maxLength={5}
        value={draft.hours}
        error={errors.hours}
        onChange={(hours) => change('hours', hours)}
      />
      {form.problem && <Notice>{eventActProblemWords(form.problem, now)}</Notice>}
      <Button busy={form.busy} onTap={form.submit}>
        提出申请
      </Button>
      <AskedSheet
        rows={rows}
        own={own.code}
        open={choosing}
        onClose={() => setChoosing(false)}
        onChoose={(code) => {
          change('organisation', code)
          setChoosing(false)
        }}
      />
    </>
  )
}
