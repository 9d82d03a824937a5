export const marks: string[] = []
export const mark = (s: string) => {
  marks.push(s)
  console.log('MARK ' + s)
}
