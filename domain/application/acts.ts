import type { AdmissionWay } from '../policy/policy'
import type { LocalDate } from '../time'

/**
 * What is done to an application, as an append-only stream. An application is a `submitted` act with everything that follows
 * it; its state is derived from the acts. `nominated` and `returned` lie between the steps 2 and 3: the branch proposes,
 * the committee answers.
 */
export const ACTS = [
  'submitted',
  'applied',
  'talked',
  'nominated',
  'returned',
  'activist',
  'mentored',
  'withdrawn',
] as const

export type Act = (typeof ACTS)[number]

/** One act. Rows are appended, never changed: a wrong one is corrected by a new one that names it. */
export interface ApplicationAct {
  readonly id: string
  readonly act: Act
  /** The day on which it took place. */
  readonly on: LocalDate
  /** The day on which it was recorded. */
  readonly since: LocalDate
  /** By which way; of `nominated` and `activist`. */
  readonly way: AdmissionWay | null
  /** `activist` recorded afterwards from paper (补录), without the steps before it. */
  readonly onPaper: boolean
  /** League members of the branch (`nominated`) or mentors (`mentored`); null elsewhere. */
  readonly people: number | null
  /** The act that this one stands in the place of. */
  readonly corrects: string | null
  /** It takes back the act that it names instead of replacing it. */
  readonly voided: boolean
}

/** Where an application stands. `training` begins as soon as mentors are named. */
export type ApplicationState = 'none' | 'submitted' | 'applied' | 'talked' | 'nominated' | 'activist' | 'training'

/** The state that an act leads to. A returned nomination is back where it was before. */
const LEADS_TO: Readonly<Record<Act, ApplicationState>> = {
  submitted: 'submitted',
  applied: 'applied',
  talked: 'talked',
  nominated: 'nominated',
  returned: 'talked',
  activist: 'activist',
  mentored: 'training',
  withdrawn: 'none',
}

/** An open application, or none, with the standing act of each kind. */
export interface Application {
  readonly state: ApplicationState
  /** The day since which it has been so: when the last standing act was recorded. null = nothing was ever done. */
  readonly since: LocalDate | null
  readonly submitted: ApplicationAct | null
  readonly applied: ApplicationAct | null
  readonly talked: ApplicationAct | null
  readonly nominated: ApplicationAct | null
  /** The committee's no to the last nomination; null once the branch has nominated again. */
  readonly returned: ApplicationAct | null
  readonly activist: ApplicationAct | null
  readonly mentored: ApplicationAct | null
  /** The last application before this one was withdrawn by this act. */
  readonly withdrawn: ApplicationAct | null
}

/** The acts that stand, in their order: a correction in the place of what it corrects, and without what was taken back. */
export function standingActs(acts: readonly ApplicationAct[]): readonly ApplicationAct[] {
  const places: (ApplicationAct | null)[] = []
  const placeOf = new Map<string, number>()
  for (const act of acts) {
    const place = act.corrects === null ? places.length : placeOf.get(act.corrects)
    // A correction of what isn't there corrects nothing.
    if (place === undefined) continue
    // A correction doesn't restart a clock: it is waited since the act that it stands for.
    places[place] = act.voided ? null : { ...act, since: places[place]?.since ?? act.since }
    placeOf.set(act.id, place)
  }
  return places.filter((act): act is ApplicationAct => act !== null)
}

/** Derives the application from a person's acts, which come in the order of their stream. */
export function applicationOf(acts: readonly ApplicationAct[]): Application {
  const standing = standingActs(acts)
  const withdrawals = standing.map((act) => act.act).lastIndexOf('withdrawn')
  const open = standing.slice(withdrawals + 1)
  const last = (act: Act): ApplicationAct | null => open.filter((one) => one.act === act).pop() ?? null
  const newest = open[open.length - 1] ?? standing[withdrawals]
  return {
    state: newest ? LEADS_TO[newest.act] : 'none',
    since: newest?.since ?? null,
    submitted: last('submitted'),
    applied: last('applied'),
    talked: last('talked'),
    nominated: last('nominated'),
    returned: newest?.act === 'returned' ? newest : null,
    activist: last('activist'),
    mentored: last('mentored'),
    withdrawn: standing[withdrawals] ?? null,
  }
}
