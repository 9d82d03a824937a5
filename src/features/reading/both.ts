import type { Read } from '../../components/screen/read'

/** Two answers of which a screen needs both: the state of the first that isn't there, else the two, with the first one's age. */
export function bothOf<A, B>(first: Read<A>, second: Read<B>): Read<readonly [A, B]> {
  if (first.state !== 'content') return first
  if (second.state !== 'content') return second
  return { ...first, value: [first.value, second.value] }
}
