import type { StepChange } from '#contract/application'
import { standingActs, type Act, type ApplicationAct } from '#domain/application/acts'
import { decideAct, decideActCorrection, type ActClaim, type ApplicationGuards } from '#domain/application/decide'
import type { PathFacts } from '#domain/path/facts'
import type { Refusal } from '#domain/refusal'
import type { Checked, Context, Draft } from './draft'

/** A step, with the words that go with it. */
export type Step = Exclude<StepChange, { readonly act: 'void' }>

/** A step that is taken now, or that stands in the place of a wrong one, with the reason. */
export interface StepBody {
  readonly step: Step
  /** '' where nothing is corrected. */
  readonly reason: string
}

export interface StepContext extends Context {
  /** The act to correct; null = the step is taken now. */
  readonly act: ApplicationAct | null
}

/** How one kind of step is written down: where its form starts, and what the rules say to what was typed. */
export interface StepDraft<Field extends string> {
  readonly start: (context: StepContext) => Draft<Field>
  readonly check: (draft: Draft<Field>, context: StepContext) => Checked<Field, StepBody>
}

/** The words beside an act; none where they were erased. */
export function wordsOf({ act, texts }: StepContext): Readonly<Partial<Record<string, string>>> {
  return (act && texts[act.id]) ?? {}
}

/** Asks of a correction why; a step that is taken now needs no reason. */
export function reasonOf({ act }: StepContext): { readonly reason?: string } {
  return act === null ? {} : { reason: '请写下更正的原因。' }
}

function guardsOf({ affiliation, birthDate, acts }: PathFacts): ApplicationGuards {
  return { affiliation: affiliation?.state ?? 'none', birthDate, acts }
}

/** Why a step may not be taken, or not stand in the place of the wrong one; null when it may. */
export function stepRefusal(claim: ActClaim, { facts, act, policy, today }: StepContext): Refusal | null {
  const decision =
    act === null
      ? decideAct(claim, guardsOf(facts), policy, today)
      : decideActCorrection(act, { kind: 'replace', claim }, guardsOf(facts), policy, today)
  return decision.ok ? null : decision.refusal
}

/** Why an act can't be taken back; null when it can. */
export function voidRefusal(act: ApplicationAct, { facts, policy, today }: Context): Refusal | null {
  const decision = decideActCorrection(act, { kind: 'void' }, guardsOf(facts), policy, today)
  return decision.ok ? null : decision.refusal
}

/** Whether an act is past correcting: the application was withdrawn, or the committee has answered. */
export function isClosed(act: ApplicationAct, context: Context): boolean {
  return voidRefusal(act, context)?.code === 'step-not-correctable'
}

/** A standing act by its id: what a correction may name. */
export function standingAct(facts: PathFacts, id: string | undefined): ApplicationAct | null {
  return standingActs(facts.acts).find((act) => act.id === id) ?? null
}

/** Which office recorded an act, and so corrects it; null for what the applicant did. */
export function keeperOf(act: Act): 'branch' | 'committee' | null {
  switch (act) {
    case 'applied':
    case 'talked':
    case 'nominated':
    case 'mentored':
      return 'branch'
    case 'returned':
    case 'activist':
      return 'committee'
    case 'submitted':
    case 'withdrawn':
      return null
  }
}
