/*
 * This file is evaluated INSIDE the logic layer's realm (see realm.ts): it must not import anything at run time, and
 * must not use anything younger than what is left there when it has run.
 */
import type { TimerName } from '../script'

import type { BootOptions, EventChannel, Host, Realm } from './host'

type Callback = (...args: unknown[]) => unknown
type Bag = Record<string, unknown>

/** Gives the fresh context the globals of WeChat's logic layer and takes away what WeChat lacks. */
export function boot(host: Host, options: BootOptions): Realm {
  const G = globalThis as unknown as Bag
  const kindOf = (value: unknown): string => Object.prototype.toString.call(value)

  const convert = (value: unknown, depth = 0): unknown => {
    if (typeof value === 'function') {
      const original = value as Callback
      return function (this: unknown, ...args: unknown[]) {
        return convert(original.apply(this, args))
      }
    }
    if (value === null || typeof value !== 'object') return value
    if (depth > 60) return undefined
    if (kindOf(value) === '[object ArrayBuffer]') {
      const buffer = value as ArrayBuffer
      const copy = new ArrayBuffer(buffer.byteLength)
      new Uint8Array(copy).set(new Uint8Array(buffer))
      return copy
    }
    if (Array.isArray(value)) return Array.from(value as unknown[], (one) => convert(one, depth + 1))
    const source = value as Bag
    const target = (kindOf(value) === '[object Error]' ? new Error((value as Error).message) : {}) as unknown as Bag
    for (const key of Object.keys(source)) target[key] = convert(source[key], depth + 1)
    return target
  }

  // ---- timers, console
  const timers: TimerName[] = ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval']
  for (const name of timers) {
    G[name] = (first: unknown, delay: unknown, ...args: unknown[]) => host.timer(name, first, delay, args)
  }
  const levels = 'log info debug warn error group groupEnd table time timeEnd trace dir assert'.split(' ')
  const console: Bag = {}
  for (const level of levels) {
    console[level] = (...args: unknown[]) => {
      host.console(level, args)
    }
  }
  G.console = console

  // ---- the phone's clock, which may be wrong
  const RealDate = Date
  const now = (): number => RealDate.now() + host.clockOffset()
  const PhoneDate = function Date(...args: unknown[]): unknown {
    if ((new.target as unknown) === undefined) return new RealDate(now()).toString()
    return Reflect.construct(RealDate, args.length ? args : [now()], new.target)
  }
  Object.setPrototypeOf(PhoneDate, RealDate)
  PhoneDate.prototype = RealDate.prototype
  Object.defineProperty(PhoneDate, 'now', { value: now, writable: true, configurable: true })
  Object.defineProperty(PhoneDate, 'length', { value: RealDate.length, configurable: true })
  Object.defineProperty(RealDate.prototype, 'constructor', { value: PhoneDate, writable: true, configurable: true })
  G.Date = PhoneDate

  // ---- what WeChat lacks
  for (const name of options.gone) Reflect.deleteProperty(G, name)
  for (const dotted of options.younger) {
    const path = dotted.split('.')
    const last = path.pop()
    let holder: unknown = G
    for (const name of path) holder = holder ? (holder as Bag)[name] : undefined
    if (holder && last !== undefined) Reflect.deleteProperty(holder, last)
  }
  const NativeFunction = Function
  const NoFunction = function Function(...args: unknown[]): unknown {
    const body = args.length
      ? String(args[args.length - 1])
          .replace(/[;\s]+$/, '')
          .trim()
      : ''
    // The one idiom that WeChat's own runtime lets through: asking for the global object.
    if (args.length <= 1 && body === 'return this') return () => G
    host.blocked(`new Function(${body.slice(0, 80)})`)
    throw new EvalError('Code generation from strings disallowed for this context')
  }
  NoFunction.prototype = NativeFunction.prototype as unknown
  Object.defineProperty(NativeFunction.prototype, 'constructor', {
    value: NoFunction,
    writable: true,
    configurable: true,
  })
  G.Function = NoFunction
  G.eval = () => {
    host.blocked('eval')
    throw new EvalError('Code generation from strings disallowed for this context')
  }
  G.global = {}

  // ---- wx
  const call = (name: string, argument: unknown): unknown => {
    const given = (argument && typeof argument === 'object' ? argument : {}) as Bag
    const wantsCallback = ['success', 'fail', 'complete'].some((key) => typeof given[key] === 'function')
    let resolve: Callback | undefined
    let reject: Callback | undefined
    const promise = wantsCallback
      ? undefined
      : new Promise((onResolve, onReject) => {
          resolve = onResolve
          reject = onReject
        })
    host.callAsync(name, given, (failure, reply) => {
      const answer = convert(failure || reply)
      const tell = (key: string): void => {
        const listener = given[key]
        if (typeof listener === 'function') {
          host.guard(() => {
            ;(listener as Callback).call(given, answer)
          })
        }
      }
      if (failure) {
        tell('fail')
        if (reject) reject(answer)
      } else {
        tell('success')
        if (resolve) resolve(answer)
      }
      tell('complete')
    })
    return promise
  }
  const wx: Bag = {}
  for (const name of options.asyncNames) wx[name] = (argument: unknown) => call(name, argument)
  for (const name of options.syncNames) {
    wx[name] = (...args: unknown[]) => {
      let answer: unknown
      try {
        answer = host.callSync(name, args)
      } catch (error) {
        const { message } = error as Error
        throw Object.assign(new Error(message), { errMsg: message })
      }
      return convert(answer)
    }
  }
  for (const name of options.eventNames) {
    wx[name] = (listener: unknown) => {
      host.listen(name, listener)
    }
  }
  for (const name of options.unsupportedNames) {
    wx[name] = (argument: unknown) => {
      host.unsupported(name)
      if (/Sync$/.test(name)) throw new Error(`${name}:fail not supported by harness`)
      return /^create|^get.*Manager$/.test(name) ? undefined : call(name, argument)
    }
  }
  Object.assign(wx, convert(options.constants))
  G.wx = wx

  // ---- App, Page and their kin
  G.App = (config: unknown) => {
    host.App(config)
  }
  G.Page = (config: unknown) => {
    host.Page(config)
  }
  G.Component = (config: unknown) => {
    host.Component(config)
  }
  G.Behavior = (config: unknown) => host.Behavior(config)
  G.getApp = () => host.getApp()
  G.getCurrentPages = () => Array.from(host.pages())
  G.requirePlugin = (name: unknown) => {
    host.unsupported(`requirePlugin:${String(name)}`)
    throw new Error('requirePlugin:fail not supported by harness')
  }
  G.__wxConfig = convert(options.config)

  // ---- the channel between an opener and the page it opened
  const channelEnd = (): {
    end: EventChannel
    receive: (name: string, args: unknown[]) => void
    link: (send: (name: string, args: unknown[]) => void) => void
  } => {
    let listeners: Record<string, Callback[]> = {}
    const waiting: Record<string, unknown[][]> = {}
    let send: (name: string, args: unknown[]) => void = () => undefined
    const end: EventChannel = {
      on(name, listener) {
        listeners[name] = (listeners[name] || []).concat(listener)
        const queue = waiting[name] || []
        Reflect.deleteProperty(waiting, name)
        queue.forEach((args) => listener(...args))
      },
      once(name, listener) {
        const first = (...args: unknown[]): void => {
          end.off(name, first)
          listener(...args)
        }
        end.on(name, first)
      },
      off(name, listener) {
        listeners = { ...listeners, [name]: listener ? (listeners[name] || []).filter((one) => one !== listener) : [] }
      },
      emit(name, ...args) {
        send(name, args)
      },
    }
    return {
      end,
      receive(name, args) {
        const now = listeners[name] || []
        // What is emitted before anyone listens is kept for the first who does.
        if (!now.length) waiting[name] = (waiting[name] || []).concat([args])
        now.forEach((listener) => {
          host.guard(() => {
            listener(...args)
          })
        })
      },
      link(to) {
        send = to
      },
    }
  }

  return {
    convert: (value) => convert(value),
    channel() {
      const opener = channelEnd()
      const opened = channelEnd()
      opener.link(opened.receive)
      opened.link(opener.receive)
      return [opener.end, opened.end]
    },
    parse: (json) => JSON.parse(json) as unknown,
    Promise,
    Error,
  }
}
