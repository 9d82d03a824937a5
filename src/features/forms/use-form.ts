import { useState } from 'react'
import { ApiProblem, type Problem } from '../../platform/problem'
import type { Act } from '../../platform/use-act'
import { problemWords } from '../../text/problems'
import { withoutChanged } from './errors'

type Typed<Field extends string> = Readonly<Record<Field, string>>
type Wrong<Field extends string> = { readonly [F in Field]?: string }

interface FormOptions<Field extends string, Body, Reply> {
  readonly start: () => Typed<Field>
  /** Asks the rules about what was typed, before anything is sent. */
  readonly check: (
    draft: Typed<Field>,
  ) => { readonly kind: 'ready'; readonly body: Body } | { readonly kind: 'errors'; readonly errors: Wrong<Field> }
  readonly act: Act<[Body], Reply>
  /** Which field the server's no speaks of. */
  readonly fieldOf: (code: string, draft: Typed<Field>, facts: ApiProblem['facts']) => Field | null
  /** How its no is worded at that field. */
  readonly words?: ((problem: Problem) => string) | undefined
  /** Keeps what is typed beyond the screen. */
  readonly keep?: ((draft: Typed<Field>) => void) | undefined
  /** A question before it is sent; false leaves the form as it is. */
  readonly ask?: ((draft: Typed<Field>) => Promise<boolean>) | undefined
  readonly onDone: (reply: Reply) => void
}

/** What was typed, what is wrong with it, and the way to send it. It lives as long as its screen. */
export interface Form<Field extends string> {
  readonly draft: Typed<Field>
  readonly errors: Wrong<Field>
  readonly change: (field: Field, value: string) => void
  /** Several at once: fields that follow another one. */
  readonly changeMany: (changed: Partial<Typed<Field>>) => void
  /** Says what is wrong from outside the rules: a reason that only another button asks for. */
  readonly complain: (field: Field, words: string) => void
  readonly submit: () => void
  readonly busy: boolean
  /** Why the act failed, where no field can say it. */
  readonly problem: Problem | null
}

/** A form whose act is asked of the rules on the phone first, and done once. */
export function useForm<Field extends string, Body, Reply>({
  start,
  check,
  act,
  fieldOf,
  words = problemWords,
  keep,
  ask,
  onDone,
}: FormOptions<Field, Body, Reply>): Form<Field> {
  const [draft, setDraft] = useState(start)
  const [errors, setErrors] = useState<Wrong<Field>>({})

  const submit = async () => {
    const checked = check(draft)
    setErrors(checked.kind === 'errors' ? checked.errors : {})
    if (checked.kind === 'errors' || (ask && !(await ask(draft)))) return
    const reply = await act.run(checked.body)
    if (reply !== null) onDone(reply)
  }
  const { problem } = act
  const refused = problem instanceof ApiProblem ? fieldOf(problem.code, draft, problem.facts) : null
  const changeMany = (changed: Partial<Typed<Field>>) => {
    const next = { ...draft, ...changed }
    act.forgive()
    setErrors(withoutChanged(errors, changed))
    setDraft(next)
    keep?.(next)
  }
  return {
    draft,
    errors: problem && refused !== null ? { ...errors, [refused]: words(problem) } : errors,
    change: (field, value) => changeMany({ [field]: value } as Partial<Typed<Field>>),
    changeMany,
    complain: (field, words) => setErrors({ ...errors, [field]: words }),
    submit: () => void submit(),
    busy: act.busy,
    problem: refused === null ? problem : null,
  }
}
