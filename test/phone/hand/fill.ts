import type { MiniProgram } from '../mini-program'
import type { FindOptions } from '../screen/find'
import type { ScreenNode } from '../screen/node'
import type { Screen } from '../screen/screen'
import { asText, isBag } from '../util'

import type { Press } from './press'

/** WeChat's maxlength when a field names none. */
const DEFAULT_MAXLENGTH = 140

export interface FillOptions extends FindOptions {
  timeout?: number
  /** True: key by key instead of all at once. */
  type?: boolean
  /** True: press the keyboard's confirm key at the end. */
  confirm?: boolean
  /** False: stay in the field. */
  blur?: boolean
}

/** Types a value into an input or textarea: focus, input, confirm, blur; maxlength cuts. */
export async function fillField(
  app: MiniProgram,
  screen: Screen,
  press: Press,
  field: ScreenNode,
  value: string,
  options: FillOptions,
): Promise<void> {
  const { values } = screen
  const { maxlength } = field.attrs
  const limit =
    maxlength === undefined || maxlength === '' || maxlength === null ? DEFAULT_MAXLENGTH : Number(maxlength)
  const text = limit >= 0 ? value.slice(0, limit) : value
  press.send(field, 'focus', { value: values.of(field), height: 260 })
  const steps = options.type
    ? Array.from(text, (_, index) =>
        Array.from(text)
          .slice(0, index + 1)
          .join(''),
      )
    : [text]
  for (const step of steps) {
    app.definitions.returned = undefined
    values.set(field, 'value', step)
    press.send(field, 'input', {
      value: step,
      cursor: step.length,
      keyCode: step ? step.charCodeAt(step.length - 1) : 8,
    })
    // A handler may return what the field is to show instead.
    const { returned } = app.definitions as { returned: unknown }
    const replaced = isBag(returned) ? returned.value : returned
    if (typeof replaced === 'string') values.set(field, 'value', replaced)
    if (options.type) await app.activity.settle({ quiet: 5 })
  }
  await app.activity.settle({ quiet: 10 })
  const now = screen.again(field)
  if (options.confirm) press.send(now, 'confirm', { value: asText(values.of(now)) })
  if (options.blur !== false) press.send(now, 'blur', { value: asText(values.of(now)), cursor: text.length })
  await app.activity.settle()
}
