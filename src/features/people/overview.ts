import type { OrganisationRow, OverviewReply, OverviewRow } from '#contract/organisation'
import { isBranch } from '#domain/policy/organisations'
import { STATE_NAMES } from '../../text/league'
import { organisationName } from '../../text/names'

/** Numbers of an organisation with everything below it. */
export interface Sums {
  readonly claimed: number
  readonly confirmed: number
  readonly steps: OverviewRow['steps']
  readonly overdue: OverviewRow['overdue']
}

export interface ChildView {
  readonly code: string
  readonly title: string
  /** A tap opens its people; otherwise what is below it. */
  readonly branch: boolean
  readonly sums: Sums
}

export interface OverviewView {
  readonly title: string
  readonly sums: Sums
  /** One level down, in the district's order; those without anybody are only counted. */
  readonly children: readonly ChildView[]
  readonly empty: number
}

const NOBODY: Sums = {
  claimed: 0,
  confirmed: 0,
  steps: { none: 0, submitted: 0, applied: 0, talked: 0, nominated: 0, activist: 0, training: 0 },
  overdue: { affiliation: 0, talk: 0, nomination: 0 },
}

/** Where an application stands, in the order of the way. */
export const STATES = ['none', 'submitted', 'applied', 'talked', 'nominated', 'activist', 'training'] as const

/** One level of the tree: the organisation's own sums, and those of each one directly below it with all that is below that. */
export function overviewView(reply: OverviewReply, tree: readonly OrganisationRow[], code: string): OverviewView {
  const parents = new Map(tree.map((row) => [row.code, row.parent]))
  const sums = new Map<string, Sums>()
  let all = NOBODY
  for (const row of reply.rows) {
    all = add(all, row)
    const child = levelBelow(parents, code, row.organisation.code)
    if (child !== null) sums.set(child, add(sums.get(child) ?? NOBODY, row))
  }
  const children = tree
    .filter((row) => row.parent === code)
    .map((row): ChildView => ({
      code: row.code,
      title: organisationName(row),
      branch: isBranch(row),
      sums: sums.get(row.code) ?? NOBODY,
    }))
  const some = children.filter(({ sums: { claimed, confirmed } }) => claimed + confirmed > 0)
  const self = tree.find((row) => row.code === code)
  return {
    title: self ? organisationName(self) : code,
    sums: all,
    children: some,
    empty: children.length - some.length,
  }
}

/** The one directly below `code` on the way up from an organisation; null for `code` itself, or when it lies elsewhere. */
function levelBelow(parents: ReadonlyMap<string, string | null>, code: string, from: string): string | null {
  const seen = new Set<string>()
  for (let at = from; !seen.has(at);) {
    seen.add(at)
    const parent = parents.get(at) ?? null
    if (parent === null) return null
    if (parent === code) return at
    at = parent
  }
  return null
}

function add(a: Sums, b: Sums): Sums {
  return {
    claimed: a.claimed + b.claimed,
    confirmed: a.confirmed + b.confirmed,
    steps: {
      none: a.steps.none + b.steps.none,
      submitted: a.steps.submitted + b.steps.submitted,
      applied: a.steps.applied + b.steps.applied,
      talked: a.steps.talked + b.steps.talked,
      nominated: a.steps.nominated + b.steps.nominated,
      activist: a.steps.activist + b.steps.activist,
      training: a.steps.training + b.steps.training,
    },
    overdue: {
      affiliation: a.overdue.affiliation + b.overdue.affiliation,
      talk: a.overdue.talk + b.overdue.talk,
      nomination: a.overdue.nomination + b.overdue.nomination,
    },
  }
}

/** What is overdue and with whom: 支部 2 · 团委 1; null when nothing is. */
export function overdueWords({ affiliation, talk, nomination }: Sums['overdue']): string | null {
  const branch = affiliation + talk
  const words = [branch > 0 ? `支部 ${branch}` : '', nomination > 0 ? `团委 ${nomination}` : ''].filter(Boolean)
  return words.length === 0 ? null : words.join(' · ')
}

/** The overdue ones by what they wait for, for the sums at the top. */
export function overdueLines({ affiliation, talk, nomination }: Sums['overdue']): readonly string[] {
  return [
    affiliation > 0 ? `${affiliation} 人等支部答复是不是本支部的人` : '',
    talk > 0 ? `${talk} 人等支部谈话` : '',
    nomination > 0 ? `${nomination} 人等团委答复推荐` : '',
  ].filter(Boolean)
}

/** 已提交 1，培养考察 2: the steps that somebody is at. */
export function stepWords(steps: Sums['steps']): string {
  return STATES.filter((state) => steps[state] > 0)
    .map((state) => `${STATE_NAMES[state]} ${steps[state]}`)
    .join('，')
}
