/**
 * The district's tree of organisations and its venues, as the pack gives them. `source` says how a row is known; a
 * placeholder is made up until the district gives its own, and is shown as （示例）.
 */

/** Kinds of organisation in a pack. */
export const ORGANISATION_KINDS = [
  'district',
  'town',
  'subdistrict',
  'state-owned-committee',
  'school-committee',
  'general-branch',
  'branch',
  'joint-branch',
] as const

export type OrganisationKind = (typeof ORGANISATION_KINDS)[number]

export interface Organisation {
  readonly code: string
  readonly name: string
  readonly kind: OrganisationKind
  readonly parent: string | null
  readonly source: string
}

export interface Venue {
  readonly code: string
  readonly name: string
  readonly organisation: string
  readonly source: string
}

/** A made-up row that stands in until the district gives its own; every screen shows it as （示例）. */
export function isPlaceholder(row: { readonly source: string }): boolean {
  return row.source === 'placeholder' || row.source.startsWith('placeholder:')
}

/** A youth belongs to one of these; the others stand above branches. */
export function isBranch(organisation: { readonly kind: string }): boolean {
  return organisation.kind === 'branch' || organisation.kind === 'joint-branch'
}

/** A town or sub-district (镇、街道). */
export function isTownship(organisation: { readonly kind: OrganisationKind }): boolean {
  return organisation.kind === 'town' || organisation.kind === 'subdistrict'
}

/** The codes from an organisation up to the district, itself first; empty when the code is unknown. */
export function pathOf(organisations: readonly Organisation[], code: string): readonly string[] {
  const byCode = new Map(organisations.map((organisation) => [organisation.code, organisation]))
  const path: string[] = []
  for (
    let at = byCode.get(code);
    at && !path.includes(at.code);
    at = at.parent === null ? undefined : byCode.get(at.parent)
  ) {
    path.push(at.code)
  }
  return path
}

/** What is wrong with a row of a table: its index (0 = first row after the header) and what was expected. English. */
export interface RowProblem {
  readonly row: number
  readonly expected: string
}

type Raw = Readonly<Record<string, string>>

function repeated(rows: readonly Raw[]): RowProblem[] {
  const seen = new Set<string>()
  return rows.flatMap((row, index) => {
    const code = row.code ?? ''
    if (!/^[A-Z][A-Z0-9-]{0,19}$/.test(code)) {
      return [{ row: index, expected: 'a code of capital letters, digits and -, at most 20 long' }]
    }
    if (seen.has(code)) return [{ row: index, expected: `a code used once (${code} stands above)` }]
    seen.add(code)
    return []
  })
}

function missing(rows: readonly Raw[]): RowProblem[] {
  return rows.flatMap((row, index) =>
    ['name', 'source'].filter((key) => !row[key]?.trim()).map((key) => ({ row: index, expected: `a ${key}` })),
  )
}

/** Everything wrong with the organisations of a pack. */
export function checkOrganisations(rows: readonly Raw[]): readonly RowProblem[] {
  const problems = [...repeated(rows), ...missing(rows)]
  const codes = new Set(rows.map((row) => row.code))
  const root = rows.findIndex((row) => !row.parent)
  const kinds = new Map(rows.map((row) => [row.code, row.kind]))
  rows.forEach((row, index) => {
    if (!ORGANISATION_KINDS.some((kind) => kind === row.kind)) {
      problems.push({ row: index, expected: `a kind (${ORGANISATION_KINDS.join(', ')})` })
    }
    if (row.parent && !codes.has(row.parent))
      problems.push({ row: index, expected: 'a parent that stands in this table' })
    if (!row.parent && (row.kind !== 'district' || index !== root)) {
      problems.push({ row: index, expected: 'a parent (only the district has none, and there is one)' })
    }
    if (row.parent && row.kind === 'district') problems.push({ row: index, expected: 'no parent: it is the district' })
    // A youth belongs to a branch, and whoever leads it sees its own people only.
    if (isBranch({ kind: kinds.get(row.parent) ?? '' }))
      problems.push({ row: index, expected: 'a parent that is not a branch' })
    if (row.parent && pathOf(rows as unknown as Organisation[], row.parent).includes(row.code ?? '')) {
      problems.push({ row: index, expected: 'a parent that is not below it' })
    }
  })
  if (root === -1) problems.push({ row: 0, expected: 'one row without a parent, the district' })
  return problems
}

/** Everything wrong with the venues of a pack. */
export function checkVenues(rows: readonly Raw[], organisationCodes: ReadonlySet<string>): readonly RowProblem[] {
  return [
    ...repeated(rows),
    ...missing(rows),
    ...rows.flatMap((row, index) =>
      organisationCodes.has(row.organisation ?? '') ? [] : [{ row: index, expected: 'an organisation that exists' }],
    ),
  ]
}
