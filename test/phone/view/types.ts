/* What is used of j-component 1.4 and exparser, which ship no types of their internals. */
import type { AnyFunction, Bag } from '../util'

export interface ViewAttribute {
  name: string
  value: unknown
  /** JSON of an object value, taken when the tree was made. */
  json?: string
}

export interface ViewEvent {
  name: string
  handler: string
  id?: unknown
  isCapture: boolean
  isMutated: boolean
  isCatch: boolean
}

/** A node of the tree that wcc's code makes of a page's data. */
export interface VirtualNode {
  type: number
  tagName: string
  componentId: string
  content: string
  key?: string
  attrs: ViewAttribute[]
  event: Record<string, ViewEvent>
  children: VirtualNode[]
  exparserNode: ExparserNode
}

/** An element of exparser, WeChat's component framework. */
export interface ExparserNode {
  _vt?: VirtualNode
  id?: string
  dataset?: Bag
  childNodes: ExparserNode[]
  shadowRoot?: ExparserNode
  ownerShadowRoot?: ExparserNode
  $$?: Element
  getHostNode(): ExparserNode
  removeChild(child: ExparserNode): void
  insertBefore(child: ExparserNode, before: ExparserNode): void
  appendChild(child: ExparserNode): void
  triggerPageLifeTime(name: string, args: unknown[]): void
}

export type ViewElement = Element & { __wxElement?: ExparserNode }

/** `this` of a component's methods. */
export interface Caller extends Bag {
  _exparserNode: ExparserNode
  data: Bag
  setData: (data: unknown, callback?: unknown) => void
  selectComponent: (selector: string) => unknown
}

export interface ComponentInstance {
  instance: Caller
  attach(parent: Element): void
  detach(): void
}

/** A component as j-component's register() takes it. */
export interface ComponentDefinition extends Bag {
  data?: unknown
  properties?: Record<string, Bag>
  methods: Record<string, unknown>
  lifetimes: Record<string, AnyFunction>
  options?: Bag
}

export interface JComponent {
  register(definition: Bag): string
  behavior(definition: Bag): string
  create(id: string): ComponentInstance
}

export interface Exparser {
  Event: {
    create(name: string, detail: unknown, options: unknown): unknown
    dispatchEvent(node: ExparserNode, event: unknown): void
  }
  removeListenerFromElement(node: ExparserNode, name: string, id: unknown, options: { capture: boolean }): void
}

/** j-component's `src/render/render.js`. */
export interface Render {
  updateAttrs(node: ExparserNode, attrs: ViewAttribute[]): void
  updateEvent(node: ExparserNode, event: Record<string, ViewEvent>): void
  renderExparserNode(node: VirtualNode, host: ExparserNode | null, shadowRoot: ExparserNode): ExparserNode
}

/** j-component's `src/render/diff.js`. */
export interface Diff {
  diffVt(before: VirtualNode, after: VirtualNode): void
}
