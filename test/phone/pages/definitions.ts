import type { MiniProgram } from '../mini-program'
import { asBag, bytesOf, isBag, isFunction, messageOf, stackOf, type AnyFunction, type Bag } from '../util'
import type { Caller, ComponentDefinition, ExparserNode } from '../view/types'

export interface Registered {
  kind: 'page' | 'component'
  config: Bag
}

const LIFETIMES = ['created', 'attached', 'ready', 'moved', 'detached'] as const

/** WeChat refuses to carry more than this in one setData. */
const SET_DATA_LIMIT = 1024 * 1024

/** Loads the code of pages and components and turns what it registers into definitions for the view. */
export class Definitions {
  private readonly registered = new Map<string, Registered>()
  private defining: { got?: Registered } | undefined
  /** Which page a root component (a page, a tab bar) stands for. */
  private readonly pageIds = new WeakMap<ExparserNode, number>()
  private readonly pageOf = new WeakMap<object, Bag>()
  /** What the last event handler returned: an input takes it as its new value. */
  returned: unknown

  constructor(private readonly app: MiniProgram) {}

  /** Page() and Component() of the file that is being loaded. */
  register(kind: Registered['kind'], config: unknown): void {
    if (this.defining) this.defining.got = { kind, config: asBag(config) }
  }

  /** Runs the code of a page or component, once. */
  load(path: string): Registered {
    const known = this.registered.get(path)
    if (known) return known
    const { script, logic, dist, journal } = this.app
    const root = dist.subpackageOf(path)
    if (root !== undefined && !journal.subpackages.includes(root)) journal.subpackages.push(root)
    const outer = this.defining
    const slot: { got?: Registered } = {}
    this.defining = slot
    let failure: unknown
    script.guard(() => {
      try {
        logic.require(`${path}.js`)
      } catch (error) {
        failure = error
        throw error
      }
    })
    this.defining = outer
    if (!slot.got) {
      const cause = failure === undefined ? '' : `: ${stackOf(failure) ?? messageOf(failure)}`
      throw new Error(`${path}.js registered neither Page nor Component${cause}`)
    }
    this.registered.set(path, slot.got)
    return slot.got
  }

  /** Definition for the view of the page or component at this path. */
  readonly define = (path: string): ComponentDefinition => {
    const { kind, config } = this.load(path)
    return kind === 'component' ? this.component(config) : this.page(config)
  }

  /** Lets the events of a page that was registered by Page() reach it. */
  bindPage(caller: Caller, page: Bag): void {
    this.pageOf.set(caller, page)
  }

  bindPageId(caller: Caller, id: number): void {
    this.pageIds.set(caller._exparserNode, id)
  }

  private page(config: Bag): ComponentDefinition {
    const { app, pageOf } = this
    const keepReturned = (value: unknown): void => {
      this.returned = value
    }
    const methods: Record<string, unknown> = {}
    for (const name of Object.keys(config)) {
      if (!isFunction(config[name])) continue
      methods[name] = function (this: object, event: unknown) {
        const page = pageOf.get(this)
        const handler = page?.[name]
        if (isFunction(handler)) {
          keepReturned(app.script.guard(() => handler.call(page, app.logic.convert(event))))
        }
      }
    }
    return { data: app.view.convert(config.data ?? {}), methods, lifetimes: {} }
  }

  /** Definition of a component, or of a behavior. */
  component(config: Bag, isBehavior = false): ComponentDefinition {
    const { view } = this.app
    const lifetimes = mapFunctions(config.lifetimes, this.inLogic)
    for (const name of LIFETIMES) {
      const own = config[name]
      if (!lifetimes[name] && isFunction(own)) lifetimes[name] = this.inLogic(own)
    }
    const definition: ComponentDefinition = {
      properties: this.properties(config.properties),
      data: view.convert(config.data ?? {}),
      methods: mapFunctions(config.methods, this.inLogic),
      observers: mapFunctions(config.observers, this.withData),
      pageLifetimes: mapFunctions(config.pageLifetimes, this.inLogic),
      options: { ...asBag(config.options) },
      lifetimes: isBehavior ? lifetimes : this.instrumented(lifetimes),
    }
    // Taro gives an empty object where there are none.
    if (Array.isArray(config.externalClasses)) definition.externalClasses = view.list(config.externalClasses)
    if (Array.isArray(config.behaviors)) definition.behaviors = view.list(config.behaviors)
    return definition
  }

  /** A function of the bundle as the view calls it: guarded, an event converted, `this` kept. */
  private readonly inLogic = (original: AnyFunction): AnyFunction => {
    const { app } = this
    const keepReturned = (value: unknown): void => {
      this.returned = value
    }
    return function (this: unknown, ...args) {
      const [event] = args
      const isEvent = isBag(event) && 'currentTarget' in event && 'target' in event
      const given = isEvent ? [app.logic.convert(event), ...args.slice(1)] : args
      const answer = app.script.guard(() => original.apply(this, given))
      if (isEvent) keepReturned(answer)
      return answer
    }
  }

  /** The same for observers, whose arguments are data. */
  private readonly withData = (original: AnyFunction): AnyFunction => {
    const { app } = this
    return function (this: unknown, ...args) {
      return app.script.guard(() =>
        original.apply(
          this,
          args.map((value) => app.logic.convert(value)),
        ),
      )
    }
  }

  private properties(declared: unknown): Record<string, Bag> {
    const { view } = this.app
    const typeOf = (type: unknown): unknown => (isFunction(type) ? (view.types[type.name] ?? null) : null)
    const out: Record<string, Bag> = {}
    for (const [name, property] of Object.entries(asBag(declared))) {
      if (property === null || isFunction(property)) {
        out[name] = { type: typeOf(property) }
        continue
      }
      const { type, value, observer } = asBag(property)
      const own: Bag = { type: typeOf(type) }
      if (value !== undefined) own.value = view.convert(value)
      if (observer !== undefined) own.observer = isFunction(observer) ? this.withData(observer) : observer
      out[name] = own
    }
    return out
  }

  /** Puts the counted setData and what j-component lacks on each instance, before the component's own `created`. */
  private instrumented(lifetimes: Record<string, AnyFunction>): Record<string, AnyFunction> {
    const created = lifetimes.created
    const prepare = (caller: Caller): void => {
      const apply = caller.setData.bind(caller)
      caller.setData = (data, callback) => {
        this.setData(data, apply, callback, caller)
      }
      caller.getPageId ??= () => `pageId:${this.pageIdOf(caller._exparserNode)}`
      caller.triggerEvent ??= () => undefined
    }
    return {
      ...lifetimes,
      created(this: unknown) {
        prepare(this as Caller)
        created?.call(this)
      },
    }
  }

  /** Id of the page a component stands on: that of the outermost host around it. */
  private pageIdOf(node: ExparserNode): number {
    let host = node
    while (host.ownerShadowRoot) host = host.ownerShadowRoot.getHostNode()
    return this.pageIds.get(host) ?? 0
  }

  /** The one way of data from logic to view: as JSON, counted, rendered at once. */
  setData(data: unknown, apply: (data: unknown) => void, callback: unknown, self: unknown): void {
    const { journal, view, script, activity } = this.app
    const where = this.app.route
    const json = JSON.stringify(data ?? {})
    const bytes = bytesOf(json)
    journal.setData.calls++
    journal.setData.bytes += bytes
    journal.setData.max = Math.max(journal.setData.max, bytes)
    if (bytes > SET_DATA_LIMIT) journal.error('setData', `setData of ${bytes} bytes exceeds 1024 KB`, where)
    const start = performance.now()
    try {
      apply(view.parse(json))
    } catch (error) {
      journal.error('render', messageOf(error), where, stackOf(error))
    }
    journal.viewMs += performance.now() - start
    activity.touch()
    if (isFunction(callback)) script.later(() => callback.call(self), 0)
  }
}

function mapFunctions(functions: unknown, wrap: (original: AnyFunction) => AnyFunction): Record<string, AnyFunction> {
  const out: Record<string, AnyFunction> = {}
  // Object.entries would miss methods that a class-like config inherits.
  const source = asBag(functions)
  for (const name in source) {
    const value = source[name]
    // Names of methods are allowed as observers too; they pass unchanged.
    out[name] = isFunction(value) ? wrap(value) : (value as AnyFunction)
  }
  return out
}
