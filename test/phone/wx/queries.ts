import type { MiniProgram } from '../mini-program'
import { asBag, asText, isFunction, type Bag } from '../util'
import type { ViewElement } from '../view/types'

import { canvasNode } from './canvas'
import type { SyncApi } from './types'

/** There is no layout: every element is this large. */
const ELEMENT = { left: 0, top: 0, right: 375, bottom: 50, width: 375, height: 50 }
const VIEWPORT = { left: 0, top: 0, right: 375, bottom: 724, width: 375, height: 724 }

function select({ navigator }: MiniProgram, selector: string): ViewElement[] {
  try {
    return [...(navigator.top?.view.box.querySelectorAll(selector) ?? [])]
  } catch {
    return [] // a selector that jsdom does not know
  }
}

const identity = (element: ViewElement | null): Bag =>
  element ? { id: element.id, dataset: element.__wxElement?.dataset ?? {} } : {}

interface Job {
  /** Null asks for the viewport. */
  selector: string | null
  many: boolean
  measure: (element: ViewElement | null) => Bag
  callback: unknown
}

/** wx.createSelectorQuery(): answers from the page on top. */
export function createQuery(app: MiniProgram): Bag {
  const jobs: Job[] = []
  const query: Bag = {}
  const chain = (): Bag => query
  const answer = ({ selector, many, measure }: Job): unknown => {
    if (selector === null) return measure(null)
    const elements = select(app, selector)
    if (many) return elements.map(measure)
    return elements[0] ? measure(elements[0]) : null
  }
  const node = (selector: string | null, many: boolean): Bag => {
    const add = (measure: Job['measure'], callback: unknown): Bag => {
      jobs.push({ selector, many, measure, callback })
      return chain()
    }
    return {
      boundingClientRect: (callback: unknown) =>
        add((element) => ({ ...identity(element), ...(element ? ELEMENT : VIEWPORT) }), callback),
      scrollOffset: (callback: unknown) =>
        add(
          (element) => ({ ...identity(element), scrollLeft: 0, scrollTop: 0, scrollWidth: 375, scrollHeight: 724 }),
          callback,
        ),
      fields: (wanted: unknown, callback: unknown) =>
        add((element) => {
          const { rect, size, node: wantsNode } = asBag(wanted)
          return {
            ...identity(element),
            ...(rect || size ? ELEMENT : {}),
            ...(wantsNode ? { node: canvasNode(app) } : {}),
          }
        }, callback),
      node: (callback: unknown) => add(() => ({ node: canvasNode(app) }), callback),
      context: (callback: unknown) => add(() => ({ context: {} }), callback),
    }
  }
  return Object.assign(query, {
    in: chain,
    select: (selector: unknown) => node(asText(selector), false),
    selectAll: (selector: unknown) => node(asText(selector), true),
    selectViewport: () => node(null, false),
    exec: (callback: unknown) => {
      app.script.later(() => {
        const answers = jobs.map((job) => {
          const one = app.logic.convert(answer(job))
          const { callback: own } = job
          if (isFunction(own)) app.script.guard(() => own.call(undefined, one))
          return one
        })
        if (isFunction(callback)) app.script.guard(() => callback.call(undefined, app.logic.convert(answers)))
      })
      return chain()
    },
  })
}

/** wx.createIntersectionObserver(): whatever exists is fully visible, and said so once. */
export function createObserver(app: MiniProgram): Bag {
  const observer: Bag = {}
  const chain = (): Bag => observer
  return Object.assign(observer, {
    relativeTo: chain,
    relativeToViewport: chain,
    disconnect: () => undefined,
    observe: (selector: unknown, callback: unknown) => {
      app.script.later(() => {
        if (!isFunction(callback) || !select(app, asText(selector)).length) return
        const seen = {
          id: '',
          dataset: {},
          intersectionRatio: 1,
          boundingClientRect: ELEMENT,
          intersectionRect: ELEMENT,
          relativeRect: ELEMENT,
          time: Date.now(),
        }
        app.script.guard(() => callback.call(undefined, app.logic.convert(seen)))
      })
    },
  })
}

export const querySync: Record<string, SyncApi> = {
  createSelectorQuery: createQuery,
  createIntersectionObserver: createObserver,
}
