import type { AttendanceReply, AttendanceRow } from '#contract/check-in'

/** How many are here, as the desk shows it. */
export interface Counts {
  /** Came and aren't struck. */
  readonly here: number
  readonly left: number
  readonly registered: number
  /** Came without having registered. */
  readonly walkIns: number
}

export const isHere = ({ in: came, out, struck }: Pick<AttendanceRow, 'in' | 'out' | 'struck'>) =>
  !struck && (came !== null || out !== null)

/** Counts who is on the list. */
export function countsOf({ people }: Pick<AttendanceReply, 'people'>): Counts {
  const here = people.filter(isHere)
  return {
    here: here.length,
    left: here.filter(({ out }) => out !== null).length,
    registered: people.filter(({ registered }) => registered).length,
    walkIns: here.filter(({ registered }) => !registered).length,
  }
}
