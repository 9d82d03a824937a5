/** Everything that has happened to this app's pages, also written to the console, where the self-tests read it. */
export const marks: string[] = []

export function mark(what: string) {
  marks.push(what)
  console.log(`MARK ${what}`)
}
