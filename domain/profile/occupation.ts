import { ageOn, type LocalDate } from '../time'

/** What someone does: at a middle school, at a college or university, at work, or none of these. */
export const OCCUPATIONS = ['pupil', 'student', 'employed', 'other'] as const

export type Occupation = (typeof OCCUPATIONS)[number]

/** Of age (民法典 art. 17). */
const OF_AGE = 18

/** Whether someone is under 18 on a day; who has no known birth date is treated as one (least access, 未成年人网络保护条例). */
export function isMinor(birthDate: LocalDate | null, on: LocalDate): boolean {
  return birthDate === null || ageOn(birthDate, on, true) < OF_AGE
}

/** A name for who needs not know it: the first character, the others hidden, however many they are. */
export function maskName(name: string): string {
  const [first = ''] = Array.from(name)
  return `${first}**`
}
