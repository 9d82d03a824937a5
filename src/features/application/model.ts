import type { ApplicationBody } from '#contract/application'
import type { MeReply } from '#contract/me'
import type { PathReply } from '#contract/path'
import type { ApplicationAct } from '#domain/application/acts'
import { decideAct, type ApplicationGuards } from '#domain/application/decide'
import type { PathFacts } from '#domain/path/facts'
import { pathReport } from '#domain/path/report'
import type { Policy } from '#domain/policy/policy'
import { OCCUPATIONS } from '#domain/profile/occupation'
import type { LocalDate } from '#domain/time'
import { refusalWords } from '../../text/refusals'

/** The contract's limit of the applicant's own words, in characters. */
export const WORDS_MAX = 500

/** What was chosen and typed so far; '' where nothing was. */
export interface ApplicationDraft {
  readonly occupation: string
  readonly words: string
}

export type ApplicationField = keyof ApplicationDraft
export type ApplicationErrors = { readonly [F in ApplicationField]?: string }

export type CheckedApplication =
  | { readonly kind: 'ready'; readonly body: Omit<ApplicationBody, 'requestId'> }
  | { readonly kind: 'errors'; readonly errors: ApplicationErrors }
  /** The rules say no, whatever is typed. */
  | { readonly kind: 'refused'; readonly words: string }

/** Where the form starts: what was typed before, else what the profile says. */
export function startOfApplication(draft: ApplicationDraft | null, me: Pick<MeReply, 'profile'>): ApplicationDraft {
  return { occupation: me.profile?.occupation ?? '', words: '', ...draft }
}

/** The rules' no to applying today, as a sentence; null when one may. */
export function whyNotApply(reply: PathReply, policy: Policy, today: LocalDate): string | null {
  const decision = decideAct({ act: 'submitted', on: today }, guardsOf(reply), policy, today)
  return decision.ok ? null : refusalWords(decision.refusal)
}

/** Asks the rules about what was typed, before anything is sent. */
export function checkApplication(
  draft: ApplicationDraft,
  reply: PathReply,
  policy: Policy,
  today: LocalDate,
): CheckedApplication {
  const refused = whyNotApply(reply, policy, today)
  if (refused !== null) return { kind: 'refused', words: refused }
  const occupation = OCCUPATIONS.find((one) => one === draft.occupation)
  const words = draft.words.trim()
  const tooLong = Array.from(words).length > WORDS_MAX
  if (!occupation || tooLong) {
    return {
      kind: 'errors',
      errors: {
        ...(!occupation && { occupation: '请选一个，思政课要不要看，由它决定。' }),
        ...(tooLong && { words: `最多 ${WORDS_MAX} 个字，请短一些。` }),
      },
    }
  }
  return { kind: 'ready', body: { occupation, words } }
}

function guardsOf({ facts }: PathReply): ApplicationGuards {
  const { birthDate, affiliation, acts } = facts as unknown as PathFacts
  return { affiliation: affiliation?.state ?? 'none', birthDate, acts }
}

/**
 * The path as it is after an act of one's own, before the server is asked again: the same function over the facts with the new
 * one, so that the screen doesn't show what was just left behind.
 */
export function afterAct(
  reply: PathReply,
  act: { readonly id: string; readonly act: 'submitted' | 'withdrawn'; readonly words: string },
  policy: Policy,
  today: LocalDate,
): PathReply {
  const facts = reply.facts as unknown as PathFacts
  const added: ApplicationAct = {
    id: act.id,
    act: act.act,
    on: today,
    since: today,
    way: null,
    onPaper: false,
    people: null,
    corrects: null,
    voided: false,
  }
  const next: PathFacts = { ...facts, acts: [...facts.acts, added] }
  return {
    facts: next as unknown as PathReply['facts'],
    texts: act.words === '' ? reply.texts : { ...reply.texts, [act.id]: { words: act.words } },
    report: pathReport(next, policy, today) as unknown as PathReply['report'],
  }
}
