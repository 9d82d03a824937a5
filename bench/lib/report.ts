import { BRANCH_SIZE } from './people'
import type { Size } from './stand'
import { median, quantile, type Sample } from './statistics'
import { keeps, table, type Line } from './table'

/** p99 of the API by p50 of the same SQL; p50 of a path by p50 with a hundredth of the rows. */
const GOAL = { peer: 5, growth: 1.2 } as const

/**
 * What one round measures. `path`: each caller asks for their own, again and again; `anyone`: each time for somebody else's.
 * `-peer`: the same statements through bare pg.
 */
export type Kind =
  | 'path'
  | 'path-peer'
  | 'anyone'
  | 'large-path'
  | 'large-path-peer'
  | 'large-path-prepared'
  | 'large-anyone'
  | 'list'
  | 'list-peer'
  | 'list-query'
  | 'overview'
  | 'overview-peer'
  | 'sign-in'
  | 'sign-in-peer'
  | 'school'
  | 'school-peer'

export type Round = ReadonlyMap<Kind, Sample>

/** The rounds as a table. A figure is the median of the rounds' figures, a ratio the median of the rounds' ratios. */
export function report(rounds: readonly Round[], sizes: { readonly small: Size; readonly large: Size }): string {
  const { peer: goal, growth: most } = GOAL
  const small = short(sizes.small.ledger)
  const large = short(sizes.large.ledger)
  const lines: readonly Line[] = [
    { ...beside(rounds, `path, ledger of ${small}: p99 by bare pg's p50`, 'path', 'path-peer'), goal },
    { ...beside(rounds, `path, ledger of ${large}: p99 by bare pg's p50`, 'large-path', 'large-path-peer'), goal },
    beside(rounds, `path, ledger of ${large}: p99 by prepared pg's p50`, 'large-path', 'large-path-prepared'),
    { ...growth(rounds, `path, mine, ${large} by ${small}: p50 by p50`, 'large-path', 'path'), goal: most },
    { ...growth(rounds, `path, anyone's, ${large} by ${small}: p50 by p50`, 'large-anyone', 'anyone'), goal: most },
    growth(rounds, `its query through bare pg, mine, ${large} by ${small}`, 'large-path-peer', 'path-peer'),
    {
      ...beside(rounds, `branch list of ${BRANCH_SIZE}: p99 by bare pg's p50, query and log`, 'list', 'list-peer'),
      goal,
    },
    beside(rounds, `branch list of ${BRANCH_SIZE}: p99 by bare pg's p50, query alone`, 'list', 'list-query'),
    {
      ...beside(
        rounds,
        `overview of ${short(sizes.large.people)} people: p99 by bare pg's p50`,
        'overview',
        'overview-peer',
      ),
      goal,
    },
    ...(rounds.every((round) => round.has('sign-in'))
      ? [{ ...beside(rounds, "sign-in, an address each: p99 by bare pg's p50", 'sign-in', 'sign-in-peer'), goal }]
      : []),
    { ...beside(rounds, "sign-in, one address for all: p99 by bare pg's p50", 'school', 'school-peer'), goal },
  ]
  const missed = lines.filter((line) => !keeps(line)).length
  return `${table(lines)}\n\n${missed === 0 ? 'All goals are kept.' : `Goals missed: ${missed}.`}`
}

function beside(rounds: readonly Round[], what: string, kind: Kind, peer: Kind): Line {
  return {
    ...figures(rounds, what, kind, peer),
    ratio: over(rounds, (round) => quantile(round(kind).latencies, 0.99) / quantile(round(peer).latencies, 0.5)),
  }
}

function growth(rounds: readonly Round[], what: string, kind: Kind, before: Kind): Line {
  return {
    ...figures(rounds, what, kind, before),
    ratio: over(rounds, (round) => quantile(round(kind).latencies, 0.5) / quantile(round(before).latencies, 0.5)),
  }
}

function figures(rounds: readonly Round[], what: string, kind: Kind, peer: Kind): Line {
  const at = (of: Kind, q: number): number => over(rounds, (round) => quantile(round(of).latencies, q))
  return {
    what,
    n: rounds.reduce((sum, round) => sum + sampleOf(round, kind).latencies.length, 0),
    p50: at(kind, 0.5),
    p99: at(kind, 0.99),
    perSecond: over(rounds, (round) => round(kind).latencies.length / round(kind).seconds),
    peer50: at(peer, 0.5),
    peer99: at(peer, 0.99),
  }
}

/** The median over the rounds of a figure of one round. */
function over(rounds: readonly Round[], figure: (round: (kind: Kind) => Sample) => number): number {
  return median(rounds.map((round) => figure((kind) => sampleOf(round, kind))))
}

function sampleOf(round: Round, kind: Kind): Sample {
  const sample = round.get(kind)
  if (!sample) throw new Error(`A round lacks ${kind}.`)
  return sample
}

function short(count: number): string {
  return count >= 1_000_000 ? `${count / 1_000_000} M` : `${count / 1000} k`
}
