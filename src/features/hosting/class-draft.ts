import type { ClassRequestBody } from '#contract/event'
import type { OrganisationRow } from '#contract/organisation'
import { tenthsMax } from '#domain/events/credits'
import { isBranch } from '#domain/policy/organisations'
import type { Policy } from '#domain/policy/policy'
import type { Instant } from '#domain/time'
import { hoursNumber } from '../../text/amounts'
import { eventRefusalWords } from '../../text/event-refusals'
import { KIND_NAMES, organisationName } from '../../text/names'
import { parseTenths } from '../../text/numbers'

export type ClassField = 'organisation' | 'hours'
export type ClassBody = Omit<ClassRequestBody, 'requestId'>

type Draft = Readonly<Record<ClassField, string>>

export type CheckedClass =
  | { readonly kind: 'ready'; readonly body: ClassBody }
  | { readonly kind: 'errors'; readonly errors: { readonly [F in ClassField]?: string } }

interface Times {
  readonly start: number
  readonly end: number
}

const instants = ({ start, end }: Times) => ({ start: start as Instant, end: end as Instant })

/** Where the request starts: at the venue's own organisation, with as much as the event's length holds. */
export function startOfClass(times: Times, organisation: string, policy: Policy): Draft {
  return { organisation, hours: hoursNumber(tenthsMax(instants(times), policy)) }
}

/** Asks whether what was typed can be a request. */
export function checkClass(draft: Draft, times: Times, policy: Policy, now: Instant): CheckedClass {
  const tenths = parseTenths(draft.hours)
  const maximum = tenthsMax(instants(times), policy)
  const errors: { [F in ClassField]?: string } = {}
  if (draft.organisation === '') errors.organisation = '请选择向哪个组织申请。'
  if (tenths === null) errors.hours = '请填写学时，比如 2 或 1.5。'
  else if (tenths < 1 || tenths > maximum) {
    errors.hours = eventRefusalWords('class-out-of-range', { minimum: 1, maximum }, now) ?? ''
  }
  return tenths === null || Object.keys(errors).length > 0
    ? { kind: 'errors', errors }
    : { kind: 'ready', body: { organisation: draft.organisation, tenths } }
}

/** Which field a refusal speaks of. */
export function classFieldOf(code: string): ClassField | null {
  if (code === 'class-out-of-range') return 'hours'
  return code === 'organisation-unknown' ? 'organisation' : null
}

export interface AskedChoice {
  readonly code: string
  readonly title: string
  readonly note: string
}

/**
 * The organisations that can be asked: the venue's own first, then its branches, the other branches, the other committees. The district
 * itself has nobody who answers. With words typed, those whose name or parent's name holds all of them.
 */
export function askedChoices(rows: readonly OrganisationRow[], own: string, typed: string): readonly AskedChoice[] {
  const words = typed.trim().toLowerCase().split(/\s+/).filter(Boolean)
  const nameOf = (code: string | null) => rows.find((row) => row.code === code)?.name ?? ''
  const rank = (row: OrganisationRow) => {
    if (row.code === own) return 0
    return row.parent === own ? 1 : isBranch(row) ? 2 : 3
  }
  return rows
    .filter((row) => row.parent !== null)
    .filter((row) => {
      const text = `${row.name} ${nameOf(row.parent)}`.toLowerCase()
      return words.every((word) => text.includes(word))
    })
    .map((row, place) => ({ row, place }))
    .sort((a, b) => rank(a.row) - rank(b.row) || a.place - b.place)
    .map(({ row }) => ({
      code: row.code,
      title: organisationName(row),
      note:
        rank(row) === 0 ? '这个青年爱里的上级' : [nameOf(row.parent), KIND_NAMES[row.kind]].filter(Boolean).join(' · '),
    }))
}
