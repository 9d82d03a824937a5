import type { ReactNode } from 'react'
import { Card } from '../../../components/card/card'
import { Notice } from '../../../components/notice/notice'
import { Words } from '../../../components/words/words'
import { useForm, type Form } from '../../../features/forms/use-form'
import { fieldOf, type Draft } from '../../../features/people/draft'
import { standingAct, type StepContext, type StepDraft } from '../../../features/people/step-draft'
import { useRecordStep } from '../../../features/people/use-record-step'
import { CORRECTING } from '../../../text/league'
import { refusalWords } from '../../../text/refusals'
import { FormEnd } from './form-end'
import { PersonScreen, type About } from './person-screen'
import { ReasonField } from './reason-field'
import { VoidStep } from './void-step'

/** One kind of step, as its screen shows it. */
interface StepScreenProps<Field extends string> {
  title: string
  /** The button, and what is said once it is done. */
  button: string
  done: string
  draft: StepDraft<Field | 'reason'>
  fields: (form: Form<Field | 'reason'>, context: About & StepContext) => ReactNode
  /** What to know before it is written down. */
  intro?: (context: About & StepContext) => ReactNode
  /** A question before it is sent; false leaves the form as it is. */
  ask?: (draft: Draft<Field | 'reason'>, context: StepContext) => Promise<boolean>
}

/** Takes a step, or puts a right one in the place of the act that the address names. */
export function StepScreen<Field extends string>(props: StepScreenProps<Field>) {
  return (
    <PersonScreen title={props.title}>
      {(about) => {
        const act = standingAct(about.facts, about.corrects)
        if (about.corrects !== undefined && act === null) {
          return <Notice>{refusalWords({ code: 'entry-already-corrected', facts: {} })}</Notice>
        }
        return <StepForm {...props} context={{ ...about, act }} />
      }}
    </PersonScreen>
  )
}

function StepForm<Field extends string>({
  button,
  done,
  draft,
  fields,
  intro,
  ask,
  context,
}: StepScreenProps<Field> & { context: About & StepContext }) {
  const { act, asked } = context
  const form = useForm({
    start: () => draft.start(context),
    check: (typed) => draft.check(typed, context),
    act: useRecordStep(asked.person, act?.id ?? null),
    fieldOf,
    ask: ask && ((typed) => ask(typed, context)),
    onDone: () => context.done(act === null ? done : '已更正'),
  })
  const { reason } = form.draft
  return (
    <>
      {act === null ? intro?.(context) : <Words as="body">{CORRECTING}</Words>}
      <Card>
        {act !== null && (
          <ReasonField value={reason} error={form.errors.reason} onChange={(typed) => form.change('reason', typed)} />
        )}
        {fields(form, context)}
      </Card>
      <FormEnd problem={form.problem} busy={form.busy} onSubmit={form.submit}>
        {act === null ? button : '更正'}
      </FormEnd>
      {act !== null && (
        <VoidStep
          act={act}
          context={context}
          reason={reason}
          onUnexplained={(words) => form.complain('reason', words)}
        />
      )}
    </>
  )
}
