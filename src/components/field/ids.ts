/** The ids by which an input finds its hint and its error. */
export const hintId = (name: string) => `${name}-hint`
export const errorId = (name: string) => `${name}-error`

/** Which of the two is shown now. */
export function describedBy(name: string, hint: string | undefined, error: string | undefined): string | undefined {
  if (error !== undefined) return errorId(name)
  return hint === undefined ? undefined : hintId(name)
}
