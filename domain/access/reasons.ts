import { isMinor } from '../profile/occupation'
import type { LocalDate } from '../time'
import type { Role } from './roles'

/**
 * Why an office above the branch opens the row of a minor: a short list, because a free text would be filled with dots.
 * The minor reads it in the log of who looked (未成年人网络保护条例 art. 36: least access, approved and logged).
 */
export const ACCESS_REASONS = ['nomination', 'overdue', 'help', 'complaint', 'inspection'] as const

export type AccessReason = (typeof ACCESS_REASONS)[number]

/** Whether an office must say why before it opens somebody's row. A branch secretary's own branch is their daily work. */
export function needsReason(role: Role, birthDate: LocalDate | null, on: LocalDate): boolean {
  return role !== 'branch-secretary' && isMinor(birthDate, on)
}

/** Whether an office sees whole names in a list; the others see masked ones. */
export function seesNames(role: Role): boolean {
  return role === 'branch-secretary'
}
