import type { GradeCorrectionBody } from '#contract/person'
import { decideGrade, decideGradeCorrection, type GradeClaim, type GradeEntry } from '#domain/civics/grades'
import type { Refusal } from '#domain/refusal'
import { parseLocalDate } from '#domain/time'
import { checkedWith, unanswered, type Checked, type Context, type Draft } from './draft'

export type GradeField = 'on' | 'grade' | 'term' | 'reason'

export interface GradeContext extends Context {
  /** The grade to correct; null = a new one. */
  readonly entry: GradeEntry | null
}

export type GradeBody = Omit<GradeCorrectionBody, 'requestId'>
/** A grade that strikes nothing. */
export type GivenGrade = GradeBody & { readonly grade: string }

export function startOfGrade({ entry, texts, today }: GradeContext): Draft<GradeField> {
  return {
    on: entry?.on ?? today,
    grade: entry?.grade ?? '',
    term: (entry && texts[entry.id]?.term) ?? '',
    reason: '',
  }
}

/** Asks the rules about a grade of the civics course. */
export function checkGrade(draft: Draft<GradeField>, context: GradeContext): Checked<GradeField, GivenGrade> {
  const on = parseLocalDate(draft.on)
  const missing = unanswered(draft, {
    on: '请选择考评的日期。',
    grade: '请选择等级。',
    term: '请填写是哪个学期，比如 高二上学期。',
    ...(context.entry === null ? {} : { reason: '请写下更正的原因。' }),
  })
  const refusal = on && draft.grade !== '' ? gradeRefusal({ grade: draft.grade, on }, draft, context) : null
  return checkedWith(draft, missing, refusal, 'grade', () => ({
    on: draft.on,
    grade: draft.grade,
    term: draft.term.trim(),
    reason: draft.reason.trim(),
  }))
}

function gradeRefusal(claim: GradeClaim, draft: Draft<GradeField>, context: GradeContext): Refusal | null {
  const { facts, texts, policy, today, entry } = context
  const guards = { affiliation: facts.affiliation?.state ?? 'none', occupation: facts.occupation } as const
  const decision =
    entry === null
      ? decideGrade(claim, guards, policy, today)
      : decideGradeCorrection(
          entry,
          facts.grades,
          { ...claim, sameWords: texts[entry.id]?.term === draft.term.trim() },
          guards,
          policy,
          today,
        )
  return decision.ok ? null : decision.refusal
}

/** What strikes a grade: no grade in its place. */
export function strikeOfGrade(entry: GradeEntry, { texts }: Pick<Context, 'texts'>, reason: string): GradeBody {
  return { on: entry.on, grade: null, term: texts[entry.id]?.term ?? '作废', reason: reason.trim() }
}
