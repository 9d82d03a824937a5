import type { MeReply, ProfileBody } from '#contract/me'
import type { OrganisationRow } from '#contract/organisation'
import type { Policy } from '#domain/policy/policy'
import { OCCUPATIONS } from '#domain/profile/occupation'
import { decideProfile } from '#domain/profile/profile'
import type { LocalDate } from '#domain/time'
import { refusalWords } from '../../text/refusals'

/** What was typed so far; '' where nothing was. */
export interface ProfileDraft {
  readonly name: string
  readonly birthDate: string
  readonly township: string
  readonly organisation: string
  readonly occupation: string
}

export type ProfileField = keyof ProfileDraft
export type FieldErrors = { readonly [F in ProfileField]?: string }

export type Checked =
  | { readonly kind: 'ready'; readonly body: Omit<ProfileBody, 'requestId'> }
  /** Under the age at which anything may be kept: nothing is sent. */
  | { readonly kind: 'under-age'; readonly minimum: number }
  | { readonly kind: 'errors'; readonly errors: FieldErrors }

/** Where the form starts: what was typed before, else what is known, else empty. */
export function startOf(draft: ProfileDraft | null, me: MeReply | undefined): ProfileDraft {
  const known = {
    name: me?.profile?.name ?? '',
    birthDate: me?.profile?.birthDate ?? '',
    township: me?.profile?.township?.code ?? '',
    organisation: me?.affiliation?.organisation.code ?? '',
    occupation: me?.profile?.occupation ?? '',
  }
  // A draft of an older version of this app may lack a field; and what the paper confirmed isn't a draft's to change.
  return { ...known, ...draft, ...(me?.profile?.birthDateConfirmed && { birthDate: known.birthDate }) }
}

/** Which field a refusal speaks of; null for one that speaks of none. */
export function fieldOf(code: string): ProfileField | null {
  switch (code) {
    case 'name-invalid':
      return 'name'
    case 'under-age':
    case 'birth-date-invalid':
    case 'birth-date-confirmed':
      return 'birthDate'
    case 'organisation-unknown':
    case 'organisation-not-a-branch':
      return 'organisation'
    case 'township-unknown':
      return 'township'
    default:
      return null
  }
}

const EMPTY: FieldErrors = {
  name: '请填写姓名。',
  birthDate: '请选择出生日期。',
  organisation: '请选择你所在的团支部。',
}

/**
 * Asks the rules about what was typed, before anything is sent. The age comes first, whatever else is missing: someone
 * too young shouldn't be asked for more. `known`: they already have a profile, so a birth date under the age is a slip of
 * the finger, told at the field.
 */
export function checkDraft(
  draft: ProfileDraft,
  organisations: readonly OrganisationRow[],
  policy: Policy,
  today: LocalDate,
  known: boolean,
): Checked {
  const claim = { ...draft, township: draft.township === '' ? null : draft.township }
  // The rule asks for a row's source nowhere here; the API gives it as `placeholder`.
  const rows = organisations.map((row) => ({ ...row, source: '' }))
  const decision = decideProfile(claim, rows, policy, today)
  if (!decision.ok && decision.refusal.code === 'under-age' && !known) {
    return { kind: 'under-age', minimum: decision.refusal.facts.minimum }
  }
  const errors: { [F in ProfileField]?: string } = {}
  for (const field of ['name', 'birthDate', 'organisation'] as const) {
    const words = EMPTY[field]
    if (draft[field].trim() === '' && words !== undefined) errors[field] = words
  }
  if (!decision.ok) {
    const field = fieldOf(decision.refusal.code)
    if (field && errors[field] === undefined) errors[field] = refusalWords(decision.refusal)
  }
  if (decision.ok && Object.keys(errors).length === 0) {
    const { name, birthDate, township, organisation } = decision.value
    const occupation = OCCUPATIONS.find((one) => one === draft.occupation) ?? null
    return { kind: 'ready', body: { name, birthDate, township, organisation, occupation } }
  }
  return { kind: 'errors', errors }
}
