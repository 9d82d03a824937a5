import type { OrganisationRow } from '#contract/organisation'
import { isTownship } from '#domain/policy/organisations'
import { KIND_NAMES, organisationName, placeName } from '../../text/names'

export interface Choice {
  readonly code: string
  readonly title: string
  /** What stands above it and what it is, where its name doesn't say so; '' when there is nothing to add. */
  readonly note: string
  /** Chosen by a tap; otherwise a tap opens what is below it. */
  readonly joinable: boolean
}

/** One level of the tree: what is directly below `parent` (null = below the district). Only ways that lead to a branch. */
export function level(rows: readonly OrganisationRow[], parent: string | null): readonly Choice[] {
  const root = rows.find((row) => row.parent === null)?.code
  const above = parent ?? root
  return rows
    .filter((row) => row.parent === above && (row.joinable || branchesBelow(rows, row.code) > 0))
    .map((row) => choice(rows, row))
}

/** Branches whose name, or whose parent's name, holds every word that was typed; in the district's order. */
export function search(rows: readonly OrganisationRow[], typed: string): readonly Choice[] {
  const words = typed.trim().toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return []
  return rows
    .filter((row) => row.joinable)
    .filter((row) => {
      const text = [row, ...parents(rows, row)]
        .map((one) => one.name)
        .join(' ')
        .toLowerCase()
      return words.every((word) => text.includes(word))
    })
    .map((row) => choice(rows, row))
}

/** The towns and sub-districts, for the question where one lives. */
export function townships(
  rows: readonly OrganisationRow[],
): readonly { readonly value: string; readonly text: string }[] {
  return rows.filter(isTownship).map((row) => ({ value: row.code, text: placeName(row) }))
}

/** An organisation's name; null while the tree isn't known or has no such code. */
export function nameIn(rows: readonly OrganisationRow[], code: string): string | null {
  const row = rows.find((one) => one.code === code)
  return row ? organisationName(row) : null
}

function parents(rows: readonly OrganisationRow[], of: OrganisationRow): readonly OrganisationRow[] {
  const found: OrganisationRow[] = []
  for (let at = rows.find((row) => row.code === of.parent); at && at.parent !== null;) {
    found.push(at)
    const { parent } = at
    at = rows.find((row) => row.code === parent)
  }
  return found
}

function branchesBelow(rows: readonly OrganisationRow[], code: string): number {
  return rows
    .filter((row) => row.parent === code)
    .reduce((sum, row) => sum + (row.joinable ? 1 : 0) + branchesBelow(rows, row.code), 0)
}

/** 示例高级中学 of 示例高级中学团委: whose League organisation it is. */
function bodyOf({ name }: OrganisationRow): string {
  return name.replace(/(团工委|团委|团总支)$/, '')
}

function choice(rows: readonly OrganisationRow[], row: OrganisationRow): Choice {
  const above = parents(rows, row)
    .filter((one) => !row.name.includes(bodyOf(one)))
    .map((one) => one.name)
    .reverse()
  const kind = KIND_NAMES[row.kind]
  const note = row.joinable
    ? [...above, ...(row.name.includes(kind) ? [] : [kind])].join(' · ')
    : `${kind} · 下有 ${branchesBelow(rows, row.code)} 个团支部`
  return { code: row.code, title: organisationName(row), note, joinable: row.joinable }
}
