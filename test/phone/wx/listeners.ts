import type { MiniProgram } from '../mini-program'
import { isFunction, type AnyFunction } from '../util'

/** Events that the harness itself sends; others come only from a test's emit(). */
const SENT = new Set([
  'onAppHide',
  'onAppShow',
  'onError',
  'onNetworkStatusChange',
  'onPageNotFound',
  'onUnhandledRejection',
])

/** Events that a quiet phone never sends: to listen for them is no gap of the harness. */
const RARE = new Set([
  'onAppRoute',
  'onAppRouteDone',
  'onKeyboardHeightChange',
  'onLazyLoadError',
  'onMemoryWarning',
  'onNeedPrivacyAuthorization',
  'onNetworkWeakChange',
  'onThemeChange',
  'onUserCaptureScreen',
  'onWindowResize',
])

/** Listeners of wx.onX. */
export class Listeners {
  private readonly listeners = new Map<string, AnyFunction[]>()

  constructor(private readonly app: MiniProgram) {}

  /** wx.onX(f) adds, wx.offX(f) removes, wx.offX() removes all. */
  change(name: string, listener: unknown): void {
    const event = name.replace(/^off/, 'on')
    const now = this.listeners.get(event) ?? []
    if (name.startsWith('off')) {
      this.listeners.set(event, isFunction(listener) ? now.filter((one) => one !== listener) : [])
      return
    }
    if (isFunction(listener)) this.listeners.set(event, [...now, listener])
    if (!SENT.has(event) && !RARE.has(event)) this.app.unsupported(event, 'kept, but sent only by emit()')
  }

  fire(event: string, argument: unknown): void {
    for (const listener of this.listeners.get(event) ?? []) {
      this.app.script.guard(() => listener.call(undefined, this.app.logic.convert(argument)))
    }
    this.app.activity.touch()
  }
}
