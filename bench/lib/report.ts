import { BRANCH_SIZE } from './people'
import type { Size } from './stand'
import { median, quantile, type Sample } from './statistics'
import { keeps, table, type Line } from './table'

/** p99 of the API by p50 of the same SQL; p50 of a path by p50 with a hundredth of the rows. */
const GOAL = { peer: 5, growth: 1.2 } as const

/**
 * What one round measures. `path`: each caller asks for their own, again and again. `mine` and `anyone` (each time somebody
 * else's): small and large in turns. `-peer`, `-query`: statements through bare pg. `-alone`: one caller instead of ten.
 */
export type Kind =
  | 'path'
  | 'path-peer'
  | 'large-path'
  | 'large-path-peer'
  | 'large-path-prepared'
  | 'mine'
  | 'large-mine'
  | 'anyone'
  | 'large-anyone'
  | 'mine-query'
  | 'large-mine-query'
  | 'list'
  | 'list-peer'
  | 'list-query'
  | 'overview'
  | 'overview-peer'
  | 'path-alone'
  | 'path-alone-peer'
  | 'list-alone'
  | 'list-alone-peer'
  | 'overview-alone'
  | 'overview-alone-peer'
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
  const peers = "p99 by bare pg's p50"
  const list = `branch list of ${BRANCH_SIZE}`
  const overview = `overview of ${short(sizes.large.people)} people`
  const lines: readonly Line[] = [
    { ...beside(rounds, `path, ledger of ${small}: ${peers}`, 'path', 'path-peer'), goal },
    { ...beside(rounds, `path, ledger of ${large}: ${peers}`, 'large-path', 'large-path-peer'), goal },
    beside(rounds, `path, ledger of ${large}: p99 by prepared pg's p50`, 'large-path', 'large-path-prepared'),
    { ...growth(rounds, `path, mine, ${large} by ${small}: p50 by p50`, 'large-mine', 'mine'), goal: most },
    { ...growth(rounds, `path, anyone's, ${large} by ${small}: p50 by p50`, 'large-anyone', 'anyone'), goal: most },
    growth(rounds, `its query through bare pg, mine, ${large} by ${small}`, 'large-mine-query', 'mine-query'),
    { ...beside(rounds, `${list}, query and log: ${peers}`, 'list', 'list-peer'), goal },
    beside(rounds, `${list}, query alone: ${peers}`, 'list', 'list-query'),
    { ...beside(rounds, `${overview}: ${peers}`, 'overview', 'overview-peer'), goal },
    ...(rounds.every((round) => round.has('sign-in'))
      ? [{ ...beside(rounds, `sign-in, an address each: ${peers}`, 'sign-in', 'sign-in-peer'), goal }]
      : []),
    { ...beside(rounds, `sign-in, one address for all: ${peers}`, 'school', 'school-peer'), goal },
    beside(rounds, `one caller: path, ledger of ${large}`, 'path-alone', 'path-alone-peer'),
    beside(rounds, `one caller: ${list}`, 'list-alone', 'list-alone-peer'),
    beside(rounds, `one caller: ${overview}`, 'overview-alone', 'overview-alone-peer'),
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
