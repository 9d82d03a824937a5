import { parseWhole } from '../../text/numbers'

export type HeadsField = 'heads' | 'guests'

export type CheckedHeads =
  | {
      readonly kind: 'ready'
      readonly body: { readonly act: 'heads-counted'; readonly heads: number; readonly guests: number }
    }
  | { readonly kind: 'errors'; readonly errors: { readonly [F in HeadsField]?: string } }

/** Asks whether what was typed are numbers of people; no guests may stay empty. */
export function checkHeads({ heads, guests }: Readonly<Record<HeadsField, string>>): CheckedHeads {
  const [counted, children] = [parseWhole(heads), guests.trim() === '' ? 0 : parseWhole(guests)]
  if (counted !== null && children !== null) {
    return { kind: 'ready', body: { act: 'heads-counted', heads: counted, guests: children } }
  }
  return {
    kind: 'errors',
    errors: {
      ...(counted === null && { heads: '请填写人数，是一个整数。' }),
      ...(children === null && { guests: '请填写人数，没有就空着。' }),
    },
  }
}

/** Which field a refusal speaks of. */
export function headsFieldOf(code: string): HeadsField | null {
  return code === 'heads-out-of-range' ? 'heads' : null
}
