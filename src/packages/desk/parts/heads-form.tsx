import { Button } from '../../../components/button/button'
import { Notice } from '../../../components/notice/notice'
import { TextField } from '../../../components/text-field/text-field'
import { checkHeads, headsFieldOf } from '../../../features/attendance/heads-draft'
import { useSettle } from '../../../features/attendance/use-attendance-acts'
import { useForm } from '../../../features/forms/use-form'
import { toast } from '../../../platform/dialogs'
import { clock } from '../../../platform/state'
import { deskActProblemWords, deskProblemWords } from '../../../text/desk-refusals'

interface HeadsFormProps {
  event: string
  heads: number | null
  guests: number
  onDone: () => void
}

/** The heads that were counted at the door, and the children among the guests, of whom nothing else is kept. */
export function HeadsForm({ event, heads, guests, onDone }: HeadsFormProps) {
  const { draft, errors, change, ...form } = useForm({
    start: () => ({ heads: heads === null ? '' : String(heads), guests: guests === 0 ? '' : String(guests) }),
    check: checkHeads,
    act: useSettle(event),
    fieldOf: headsFieldOf,
    words: (problem) => deskProblemWords(problem, clock.now()),
    onDone: () => {
      toast('人数记下了')
      onDone()
    },
  })
  return (
    <>
      <TextField
        name="heads"
        label="门口数到多少人"
        hint="14 岁以下的小朋友不算在里面"
        kind="number"
        maxLength={4}
        value={draft.heads}
        error={errors.heads}
        onChange={(value) => change('heads', value)}
      />
      <TextField
        name="guests"
        label="14 岁以下的小朋友"
        hint="只记人数，不留姓名"
        optional
        kind="number"
        maxLength={4}
        value={draft.guests}
        error={errors.guests}
        onChange={(value) => change('guests', value)}
      />
      {form.problem && <Notice>{deskActProblemWords(form.problem, clock.now())}</Notice>}
      <Button busy={form.busy} onTap={form.submit}>
        记下人数
      </Button>
    </>
  )
}
