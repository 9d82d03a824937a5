import { truthy } from '../util'
import { isHidden, type Visibility } from '../view/styles'
import type { ViewElement } from '../view/types'

import type { ScreenNode } from './node'

const ELEMENT = 1
const TEXT = 3

/** Reads what of an element and below is shown; undefined when it is hidden itself. */
export function scan(element: ViewElement, visibility: Visibility, parent?: ScreenNode): ScreenNode | undefined {
  const node = element.__wxElement
  const virtual = node?._vt
  const attrs: Record<string, unknown> = {}
  for (const { name, value } of virtual?.attrs ?? []) {
    attrs[name] = value
    attrs[name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)] = value
  }
  const found: ScreenNode = {
    element,
    node,
    virtual,
    attrs,
    tag: element.tagName.toLowerCase(),
    parent,
    children: [],
    parts: [],
  }
  if (truthy(attrs.hidden) || isHidden(element, visibility)) return undefined
  if (found.tag === 'wx-page-container' && !truthy(attrs.show)) return undefined
  for (const child of element.childNodes) {
    if (child.nodeType === TEXT) {
      found.parts.push(child.nodeValue ?? '')
    } else if (child.nodeType === ELEMENT) {
      const below = scan(child as ViewElement, visibility, found)
      if (!below) continue
      found.children.push(below)
      found.parts.push(below)
    }
  }
  return found
}
