import fc from 'fast-check'
import { addDays, localDate, type LocalDate } from '#domain/time'
import type { Act, ApplicationAct, ApplicationState } from '#domain/application/acts'

/** An act on a day, recorded on that day; the given parts replace its own. */
export function act(kind: Act, on: string, parts: Partial<ApplicationAct> = {}): ApplicationAct {
  const day = localDate(on)
  return {
    id: kind,
    act: kind,
    on: day,
    since: day,
    way: kind === 'nominated' ? 'nomination' : null,
    onPaper: false,
    people: kind === 'nominated' ? 7 : kind === 'mentored' ? 1 : null,
    corrects: null,
    voided: false,
    ...parts,
  }
}

/** What takes back the act of that id. */
export function voidOf(target: ApplicationAct, id = `void-${target.id}`): ApplicationAct {
  return { ...target, id, corrects: target.id, voided: true }
}

type State = Exclude<ApplicationState, 'none'>

/** The acts on the usual way, each on its day, and the state that each leads to. */
const USUAL: readonly (readonly [Act, State, string])[] = [
  ['submitted', 'submitted', '2026-02-01'],
  ['applied', 'applied', '2026-02-03'],
  ['talked', 'talked', '2026-02-10'],
  ['nominated', 'nominated', '2026-02-20'],
  ['activist', 'activist', '2026-03-01'],
  ['mentored', 'training', '2026-03-05'],
]

/** The acts of somebody who got as far as `state`, on the usual days or on others. */
export function actsUpTo(state: State, days: Partial<Record<Act, string>> = {}): readonly ApplicationAct[] {
  const last = USUAL.findIndex(([, reached]) => reached === state)
  return USUAL.slice(0, last + 1).map(([kind, , on]) => act(kind, days[kind] ?? on))
}

/** 入团积极分子 recorded from paper. */
export function onPaper(on: string, parts: Partial<ApplicationAct> = {}): ApplicationAct {
  return act('activist', on, { way: 'nomination', onPaper: true, ...parts })
}

/** What can follow in each state; for streams of acts that make sense. */
const FOLLOWS: Readonly<Record<ApplicationState, readonly (readonly [Act, ApplicationState])[]>> = {
  none: [['submitted', 'submitted']],
  submitted: [['applied', 'applied']],
  applied: [['talked', 'talked']],
  talked: [['nominated', 'nominated']],
  nominated: [
    ['activist', 'activist'],
    ['returned', 'talked'],
  ],
  activist: [['mentored', 'training']],
  training: [],
}

/**
 * Streams of acts as they can grow, from `first` on: in order, some recorded late, some replaced, the newest taken back now and
 * then, an application withdrawn and begun again, an activist recorded from paper.
 */
export function anyActs(first: LocalDate, maxLength = 9): fc.Arbitrary<readonly ApplicationAct[]> {
  const move = fc.record({
    kind: fc.constantFrom('go', 'go', 'go', 'go', 'go', 'go', 'replace', 'void', 'withdraw', 'paper'),
    choice: fc.nat(9),
    gap: fc.nat(60),
    lag: fc.nat(5),
  })
  return fc.array(move, { maxLength }).map((moves) => {
    const acts: ApplicationAct[] = []
    const standing: { readonly row: ApplicationAct; readonly before: ApplicationState }[] = []
    let state: ApplicationState = 'none'
    let today = first
    for (const { kind, choice, gap, lag } of moves) {
      const on = addDays(today, gap)
      today = addDays(on, lag)
      const top = standing[standing.length - 1]
      const id = `a${acts.length}`
      const recorded = { id, since: today }
      if (kind === 'replace' || kind === 'void') {
        if (!top || top.row.act === 'submitted' || top.row.act === 'withdrawn') continue
        standing.pop()
        const row = { ...top.row, ...recorded, corrects: top.row.id, voided: kind === 'void' }
        acts.push(row)
        if (kind === 'replace') standing.push({ ...top, row })
        else state = top.before
        continue
      }
      const paper = kind === 'paper' && state !== 'activist' && state !== 'training'
      const next: readonly [Act, ApplicationState] | undefined = paper
        ? ['activist', 'activist']
        : kind === 'withdraw' && state !== 'none'
          ? ['withdrawn', 'none']
          : FOLLOWS[state][choice % Math.max(1, FOLLOWS[state].length)]
      if (!next) continue
      const row = act(next[0], on, { ...recorded, onPaper: paper, ...(paper && { way: 'points' }) })
      acts.push(row)
      standing.push({ row, before: state })
      state = next[1]
    }
    return acts
  })
}
