import type { MiniProgram } from '../mini-program'
import type { ScreenNode } from '../screen/node'
import type { Screen } from '../screen/screen'
import { asBag, asList, asText, squash, type Bag } from '../util'

import type { Press } from './press'

/** A picker's answer: words or index of an item, a date or time, one per column, or null for cancel. */
export type PickValue = string | number | readonly (string | number)[] | null

/** Chooses a value in a picker, slider or picker-view. */
export async function choose(
  app: MiniProgram,
  screen: Screen,
  press: Press,
  picker: ScreenNode,
  value: PickValue,
  name: string,
): Promise<void> {
  app.tappedAt = Date.now()
  const { values } = screen
  if (picker.tag === 'wx-slider') {
    values.set(picker, 'value', value)
    press.send(picker, 'change', { value: Number(value) })
  } else if (picker.tag === 'wx-picker-view') {
    press.send(picker, 'change', { value: asList(value) })
  } else if (value === null) {
    press.send(picker, 'cancel', {})
  } else {
    const detail = await answerOf(app, screen, press, picker, value, name)
    values.set(picker, 'value', detail.value)
    press.send(picker, 'change', detail)
  }
  await app.activity.settle()
}

async function answerOf(
  app: MiniProgram,
  screen: Screen,
  press: Press,
  picker: ScreenNode,
  value: Exclude<PickValue, null>,
  name: string,
): Promise<Bag> {
  const mode = asText(picker.attrs.mode) || 'selector'
  switch (mode) {
    case 'selector':
      return { value: indexIn(asList(picker.attrs.range), picker, value, name) }
    case 'multiSelector': {
      const indexes: number[] = []
      for (const [column, wanted] of (asList(value) as (string | number)[]).entries()) {
        // A column may change with the choice in the one before it.
        const now = screen.again(picker)
        const index = indexIn(asList(asList(now.attrs.range)[column]), now, wanted, name)
        indexes.push(index)
        press.send(now, 'columnchange', { column, value: index })
        await app.activity.settle({ quiet: 10 })
      }
      return { value: indexes }
    }
    case 'region':
      return { value: asList(value), code: [], postcode: '' }
    default:
      return { value: checkedTime(picker, mode, asText(value), name) }
  }
}

function indexIn(range: unknown[], picker: ScreenNode, value: unknown, name: string): number {
  if (typeof value === 'number') {
    if (value < 0 || value >= range.length) throw new Error(`picker "${name}": index ${value} of ${range.length}`)
    return value
  }
  const key = asText(picker.attrs['range-key'])
  const items = range.map((item) => asText(key ? asBag(item)[key] : item))
  const wanted = squash(value)
  let index = items.findIndex((item) => squash(item) === wanted)
  if (index < 0) index = items.findIndex((item) => squash(item).includes(wanted))
  if (index < 0) throw new Error(`picker "${name}": no "${asText(value)}" in ${items.join(' / ')}`)
  return index
}

function checkedTime(picker: ScreenNode, mode: string, value: string, name: string): string {
  const shape = mode === 'time' ? /^\d\d:\d\d$/ : /^\d{4}(-\d\d(-\d\d)?)?$/
  if (!shape.test(value)) throw new Error(`picker "${name}" (${mode}): bad value ${value}`)
  const start = asText(picker.attrs.start)
  const end = asText(picker.attrs.end)
  if ((start && value < start) || (end && value > end)) {
    throw new Error(`picker "${name}": ${value} is outside of ${start}..${end}`)
  }
  return value
}
