import type { OverviewRow, PersonRow } from '#contract/organisation'

/** Rows as the API gives them, for tests: everything that a case doesn't speak of is plain. */
export const BRANCH = { code: 'SH-X01-1', name: '示例高级中学高一(1)班团支部', placeholder: true }

type Confirmed = NonNullable<PersonRow['confirmed']>
type Requirement = Confirmed['requirements'][number]

/** One requirement that nothing was done for. */
export function requirement(rule: Requirement['rule'], part: Partial<Requirement> = {}): Requirement {
  return {
    rule,
    state: 'not-yet',
    gate: 'hard',
    need: 1,
    have: 0,
    pending: 0,
    value: null,
    earliest: null,
    ...part,
  }
}

/** Somebody whose branch has answered. */
export function member(
  name: string,
  confirmed: Partial<Omit<Confirmed, 'turn'>> & { turn?: Partial<Confirmed['turn']> } = {},
  row: Partial<Omit<PersonRow, 'confirmed'>> = {},
): PersonRow {
  const { turn, ...rest } = confirmed
  return {
    person: name,
    name,
    needsReason: false,
    affiliation: 'confirmed',
    since: '2026-09-01',
    due: null,
    organisation: BRANCH,
    ...row,
    confirmed: {
      state: 'none',
      activistOn: null,
      ready: false,
      requirements: [
        requirement('class-hours', { need: 80 }),
        requirement('volunteer-hours', { need: 1200 }),
        requirement('civics'),
        requirement('training.months', { need: 92 }),
        requirement('admission.ways'),
      ],
      ...rest,
      turn: { who: 'applicant', act: 'apply', since: null, due: null, rule: null, ...turn },
    },
  }
}

/** Somebody who waits for the branch's answer. */
export function claimant(name: string, since: string, due: string): PersonRow {
  return { ...member(name), affiliation: 'claimed', since, due, confirmed: null }
}

/** An organisation's own numbers. */
export function numbers(code: string, part: Partial<Omit<OverviewRow, 'organisation'>> = {}): OverviewRow {
  return {
    organisation: { code, name: code, placeholder: false },
    claimed: 0,
    confirmed: 0,
    ...part,
    steps: { none: 0, submitted: 0, applied: 0, talked: 0, nominated: 0, activist: 0, training: 0, ...part.steps },
    overdue: { affiliation: 0, talk: 0, nomination: 0, ...part.overdue },
  }
}
