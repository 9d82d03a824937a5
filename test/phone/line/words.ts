import type { Phone } from '../phone'

/** Who reads a path: the youth, or the secretary of their branch. */
export type Reader = 'youth' | 'secretary'

/** What a path page says, whoever opened it. */
export interface Told {
  /** Where somebody stands, whose turn it is, and the stage. */
  readonly banner: readonly string[]
  /** Each requirement's tile: ring, name, pill, note. */
  readonly tiles: readonly string[]
  /** Each step, as a screen reader says it. */
  readonly trail: readonly string[]
}

const REQUIREMENTS = /团课学习|志愿服务|思政课考评|培养考察|组织推荐/

/** What a path page says, in the words that the youth reads: an office reads the same but for 你 and 本人. */
export function told(phone: Phone, reader: Reader = 'youth'): Told {
  const lines = phone.text().split('\n')
  const from = lines.findIndex((line) => /共 \d+ 步$/.test(line))
  const to = lines.indexOf('申请', from)
  if (from < 0 || to < from) throw new Error(`no path on this page:\n${phone.text()}`)
  const labels = phone.labels()
  const tiles = phone
    .touchables()
    .map(({ name }) => name)
    .filter((name) => REQUIREMENTS.test(name) && !name.startsWith('登记'))
  const trail = labels.filter((label) => /^第 \d+ 步/.test(label))
  if (tiles.length !== 5 || trail.length < 3) throw new Error(`not a whole path on this page:\n${phone.text()}`)
  return {
    banner: [...lines.slice(from, to), ...labels.filter((label) => /^第 \d 段/.test(label))].map(toYouth(reader)),
    tiles: tiles.map(toYouth(reader)),
    trail: trail.map(toYouth(reader)),
  }
}

/** What a page says about one requirement: everything from its title to the pack's version, without what only an office may do. */
export function requirementWords(phone: Phone, title: string, reader: Reader = 'youth'): readonly string[] {
  const lines = phone.text().split('\n')
  const to = lines.findIndex((line) => line.startsWith('规定版本'))
  const from = lines.lastIndexOf(title, to)
  if (from < 0 || to < from) throw new Error(`no requirement ${title} on this page:\n${phone.text()}`)
  return lines
    .slice(from, to + 1)
    .filter((line) => line !== '更正这一条')
    .map(toYouth(reader))
}

/** An office's words as the youth's: what is the secretary's turn there waits for the secretary here. */
function toYouth(reader: Reader): (line: string) => string {
  if (reader === 'youth') return (line) => line
  return (line) => line.replace(/轮到你：?/g, '等团支书').replace(/轮到本人/g, '轮到你')
}
