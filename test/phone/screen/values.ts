import { truthy } from '../util'
import type { ExparserNode } from '../view/types'

import { flatten, type ScreenNode } from './node'

interface Held {
  /** The attribute's value when the person changed the control. */
  seen: unknown
  value: unknown
}

/** Controls that have a value, as a form collects them. */
const FIELDS = new Set([
  'wx-input',
  'wx-textarea',
  'wx-picker',
  'wx-switch',
  'wx-slider',
  'wx-checkbox-group',
  'wx-radio-group',
])

/**
 * What the native controls hold. A control shows what the person did to it until the bundle sets the attribute to
 * something else.
 */
export class Values {
  private readonly held = new WeakMap<ExparserNode, Map<string, Held>>()

  private slot(node: ScreenNode, attribute: string): Held {
    const current = node.attrs[attribute]
    if (!node.node) return { seen: current, value: current }
    let slots = this.held.get(node.node)
    if (!slots) {
      slots = new Map()
      this.held.set(node.node, slots)
    }
    let slot = slots.get(attribute)
    if (!slot || slot.seen !== current) {
      slot = { seen: current, value: current }
      slots.set(attribute, slot)
    }
    return slot
  }

  /** What an attribute of a control stands at. */
  get(node: ScreenNode, attribute: string): unknown {
    return this.slot(node, attribute).value
  }

  set(node: ScreenNode, attribute: string, value: unknown): void {
    this.slot(node, attribute).value = value
  }

  isChecked(node: ScreenNode): boolean {
    return truthy(this.get(node, 'checked'))
  }

  /** The value of a field or a group, as its events and its form give it. */
  of(node: ScreenNode): unknown {
    switch (node.tag) {
      case 'wx-checkbox-group':
        return flatten(node)
          .filter((one) => one.tag === 'wx-checkbox' && this.isChecked(one))
          .map((one) => one.attrs.value)
      case 'wx-radio-group':
        return flatten(node).find((one) => one.tag === 'wx-radio' && this.isChecked(one))?.attrs.value ?? ''
      case 'wx-switch':
        return this.isChecked(node)
      default:
        return this.get(node, 'value') ?? ''
    }
  }

  /** What a form submits. */
  collect(form: ScreenNode): Record<string, unknown> {
    const out: Record<string, unknown> = {}
    for (const node of flatten(form)) {
      const { name } = node.attrs
      if (typeof name === 'string' && name && FIELDS.has(node.tag)) out[name] = this.of(node)
    }
    return out
  }
}
