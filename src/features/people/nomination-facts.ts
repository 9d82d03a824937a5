import type { ApplicationAct } from '#domain/application/acts'
import type { LocalDate } from '#domain/time'
import { dayWords } from '../../text/dates'
import { WAY_NAMES } from '../../text/names'

/** What a branch proposed, line by line; the minutes stand beside it. */
export function nominationFacts(
  { on, way, people }: ApplicationAct,
  today: LocalDate,
): readonly { readonly key: string; readonly name: string; readonly value: string }[] {
  return [
    ...(way === null ? [] : [{ key: 'way', name: '方式', value: WAY_NAMES[way] }]),
    { key: 'on', name: '讨论通过', value: dayWords(on, today) },
    ...(people === null ? [] : [{ key: 'people', name: '支部团员', value: `${people} 人` }]),
  ]
}
