import type { AttendanceReply, AttendanceRow } from '#contract/check-in'

/** How many are here, as the desk shows it. */
export interface Counts {
  /** Of those who registered. */
  readonly came: number
  readonly registered: number
  /** All who came and aren't struck, and how many of them have gone. */
  readonly here: number
  readonly left: number
  /** Came without having registered. */
  readonly walkIns: number
}

export const isHere = ({ in: came, out, struck }: Pick<AttendanceRow, 'in' | 'out' | 'struck'>) =>
  !struck && (came !== null || out !== null)

/** Counts who is on the list. */
export function countsOf({ people }: Pick<AttendanceReply, 'people'>): Counts {
  const here = people.filter(isHere)
  return {
    came: here.filter(({ registered }) => registered).length,
    here: here.length,
    left: here.filter(({ out }) => out !== null).length,
    registered: people.filter(({ registered }) => registered).length,
    walkIns: here.filter(({ registered }) => !registered).length,
  }
}
