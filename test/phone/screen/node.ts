import type { ExparserNode, VirtualNode } from '../view/types'

/** Something that is shown: an element, and what the finders need to know about it. */
export interface ScreenNode {
  readonly element: Element
  /** Undefined for elements that exparser does not know (the page's box). */
  readonly node: ExparserNode | undefined
  readonly virtual: VirtualNode | undefined
  /** As written and in kebab case: wcc says formType where a page says form-type. */
  readonly attrs: Readonly<Record<string, unknown>>
  /** `wx-view`, `wx-button` … */
  readonly tag: string
  readonly parent: ScreenNode | undefined
  readonly children: ScreenNode[]
  /** Texts and children in reading order. */
  readonly parts: (string | ScreenNode)[]
}

/** The node and all below it, in reading order. */
export function flatten(node: ScreenNode, out: ScreenNode[] = []): ScreenNode[] {
  out.push(node)
  for (const child of node.children) flatten(child, out)
  return out
}

/** The node itself or the nearest around it with this tag. */
export function closest(node: ScreenNode, tag: string): ScreenNode | undefined {
  for (let one: ScreenNode | undefined = node; one; one = one.parent) if (one.tag === tag) return one
  return undefined
}

export function isWithin(node: ScreenNode, outer: ScreenNode): boolean {
  for (let one = node.parent; one; one = one.parent) if (one === outer) return true
  return false
}

/** Keeps of overlapping nodes the innermost. */
export const innermost = (nodes: ScreenNode[]): ScreenNode[] =>
  nodes.filter((node) => !nodes.some((other) => other !== node && isWithin(other, node)))
