import type { Diff, Exparser, ExparserNode, Render, ViewAttribute, ViewEvent, VirtualNode } from './types'

/** `TYPE_TEXT` of j-component's `src/tool/constant.js`. */
const TYPE_TEXT = 18

/**
 * Replaces j-component's reconciliation, which has two defects that WeChat does not have:
 * 1. keyed children end up in the wrong order when a list is reordered;
 * 2. it compares object attributes by reference, so that an update of the page pushes the page's old `i` over what a
 *    custom-wrapper has received by its own setData. WeChat re-applies a property only when its data changed.
 */
export function correctReconciliation(diff: Diff, render: Render, exparser: Exparser): void {
  diff.diffVt = function diffVt(before: VirtualNode, after: VirtualNode): void {
    const node = before.exparserNode
    after.exparserNode = node
    node._vt = after
    if (after.type === TYPE_TEXT) return
    const attrs = changedAttributes(before.attrs, after.attrs)
    if (attrs.length) render.updateAttrs(node, attrs)
    if (sameEvents(before.event, after.event)) {
      after.event = before.event
    } else {
      for (const event of Object.values(before.event)) {
        exparser.removeListenerFromElement(node, event.name, event.id, { capture: event.isCapture })
      }
      render.updateEvent(node, after.event)
    }
    const keyed = new Map<string, VirtualNode>()
    const free: VirtualNode[] = []
    for (const child of before.children) {
      if (!child.key) free.push(child)
      else if (!keyed.has(child.key)) keyed.set(child.key, child)
    }
    const wanted = after.children.map((child) => {
      const old = child.key ? keyed.get(child.key) : free.shift()
      if (child.key) keyed.delete(child.key)
      if (old && sameKind(old, child)) {
        diffVt(old, child)
        return child.exparserNode
      }
      return render.renderExparserNode(child, null, node.ownerShadowRoot ?? node)
    })
    place(node, wanted)
  }
}

function place(parent: ExparserNode, wanted: ExparserNode[]): void {
  const keep = new Set(wanted)
  for (const child of [...parent.childNodes]) if (!keep.has(child)) parent.removeChild(child)
  wanted.forEach((child, index) => {
    const at = parent.childNodes[index]
    if (at === child) return
    if (at) parent.insertBefore(child, at)
    else parent.appendChild(child)
  })
}

function changedAttributes(before: ViewAttribute[], after: ViewAttribute[]): ViewAttribute[] {
  const old = new Map(before.map((attribute) => [attribute.name, attribute]))
  const changed: ViewAttribute[] = []
  for (const attribute of after) {
    const was = old.get(attribute.name)
    old.delete(attribute.name)
    if (!was || !sameValue(was, attribute)) changed.push(attribute)
  }
  for (const name of old.keys()) changed.push({ name, value: undefined })
  return changed
}

const sameValue = (a: ViewAttribute, b: ViewAttribute): boolean =>
  a.json !== undefined || b.json !== undefined ? a.json === b.json : a.value === b.value

function sameKind(a: VirtualNode, b: VirtualNode): boolean {
  if (a.type !== b.type) return false
  return a.type === TYPE_TEXT ? a.content === b.content : a.componentId === b.componentId && a.tagName === b.tagName
}

function sameEvents(a: Record<string, ViewEvent>, b: Record<string, ViewEvent>): boolean {
  const names = Object.keys(a)
  if (names.length !== Object.keys(b).length) return false
  return names.every((name) => {
    const one = a[name]
    const other = b[name]
    return (
      one !== undefined &&
      other !== undefined &&
      one.name === other.name &&
      one.handler === other.handler &&
      one.isCapture === other.isCapture &&
      one.isMutated === other.isMutated &&
      one.isCatch === other.isCatch
    )
  })
}
