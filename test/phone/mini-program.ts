import { Activity } from './activity'
import type { Dist } from './dist'
import type { Handset } from './handset'
import type { Journal } from './journal'
import { GONE, YOUNGER } from './logic/engine'
import type { Host } from './logic/host'
import { LogicRealm } from './logic/realm'
import { Network } from './net/network'
import type { LaunchOptions } from './options'
import { Definitions } from './pages/definitions'
import { Navigator } from './pages/navigator'
import { forgetRejections, watchRejections } from './rejections'
import { Script } from './script'
import { asText, isFunction, messageOf, parseQuery, sleep, stackOf, type Bag } from './util'
import { View } from './view/view'
import { answerAsync } from './wx/call'
import { Listeners } from './wx/listeners'
import { apiNames, syncApi } from './wx/table'
import { zoneOf } from './zone'

/** The toast or loading on the screen: it belongs to WeChat, not to the page. */
export interface Overlay {
  title: string
  mask: boolean
  /** When it goes by itself; undefined for a loading. */
  until?: number
}

/** One run of the mini-program on a handset, from its cold start until it is killed. */
export class MiniProgram {
  readonly dist: Dist
  readonly journal: Journal
  readonly activity = new Activity()
  readonly script: Script
  readonly listeners: Listeners
  readonly network: Network
  readonly logic: LogicRealm
  readonly view: View
  readonly definitions: Definitions
  readonly navigator: Navigator
  readonly launch: Bag
  /** The last launch or return to the foreground. */
  enter: Bag
  overlay: Overlay | undefined
  /** The person left it by going back from the first page, or it left by itself. */
  exited = false
  /** When the person last tapped: some calls are allowed only right after. */
  tappedAt = 0
  private app: Bag | undefined
  private readonly entry: { route: string; query: Record<string, string> }

  constructor(
    readonly handset: Handset,
    options: LaunchOptions,
  ) {
    this.dist = handset.dist
    this.journal = handset.journal
    this.entry = entryOf(options, this.dist)
    this.launch = {
      path: this.entry.route,
      query: this.entry.query,
      scene: options.scene ?? 1001,
      referrerInfo: {},
      shareTicket: undefined,
      mode: 'default',
      apiCategory: 'default',
    }
    this.enter = this.launch
    this.script = new Script(
      this.journal,
      this.activity,
      () => this.route,
      (text) => {
        this.appLife('onError', text)
        this.listeners.fire('onError', text)
      },
    )
    this.listeners = new Listeners(this)
    this.network = new Network(this)
    this.view = new View(this.dist)
    this.definitions = new Definitions(this)
    this.navigator = new Navigator(this)
    const { envVersion, intl, modern, zone } = handset.options
    const boot = {
      ...apiNames,
      constants: { env: { USER_DATA_PATH: 'wxfile://usr' }, version: handset.options.sdk ?? '3.6.6' },
      config: { accountInfo: { appId: handset.appId }, envVersion: envVersion ?? 'release' },
      gone: [...GONE, ...(intl ? [] : ['Intl'])],
      younger: modern ? [] : [...YOUNGER],
    }
    this.logic = new LogicRealm(this.dist, this.host(), boot, zone === undefined ? undefined : zoneOf(zone))
    watchRejections(this)
  }

  /** Route of the page on top, '' before there is one. */
  get route(): string {
    // Asked for while the parts are still being made.
    return (this.navigator as Navigator | undefined)?.top?.route ?? ''
  }

  /** Cold start: app.js, onLaunch, onShow, the first page. */
  start(): void {
    let failure: unknown
    this.script.guard(() => {
      try {
        this.logic.require('app.js')
      } catch (error) {
        failure = error
        throw error
      }
    })
    if (!this.app) {
      throw new Error(`app.js did not call App(): ${stackOf(failure) ?? messageOf(failure)}`)
    }
    this.appLife('onLaunch', this.launch)
    this.appLife('onShow', this.launch)
    let { route } = this.entry
    if (!this.dist.routes.has(route)) {
      const missing = { path: route, query: this.entry.query, isEntryPage: true }
      this.appLife('onPageNotFound', missing)
      this.listeners.fire('onPageNotFound', missing)
      route = this.dist.entry
    }
    this.navigator.open(route, this.entry.query)
  }

  /** Calls a lifecycle function of the app, if it has it. */
  appLife(name: string, argument?: unknown): void {
    const handler = this.app?.[name]
    if (!isFunction(handler)) return
    this.script.guard(() => handler.call(this.app, this.logic.convert(argument)))
  }

  background(): void {
    this.navigator.hide(this.navigator.top)
    this.appLife('onHide')
    this.listeners.fire('onAppHide', {})
  }

  foreground(how: Bag): void {
    this.exited = false
    this.enter = { ...this.launch, path: this.route, query: this.navigator.top?.query ?? {}, ...how }
    this.appLife('onShow', this.enter)
    this.listeners.fire('onAppShow', this.enter)
    this.navigator.show(this.navigator.top)
  }

  /** Kills it: nothing of it runs any more, requests in flight are cut off unanswered. */
  async stop(): Promise<void> {
    if (this.script.stopped) return
    this.script.stop()
    this.activity.stopped = true
    this.network.abandon()
    // Continuations that are already due may still reject; they are the bundle's, not the test's.
    await sleep(0)
    await sleep(0)
    forgetRejections(this)
    this.view.close()
  }

  // ---- RejectionOwner

  owns(promise: unknown): boolean {
    return this.logic.owns(promise)
  }

  rejected(reason: unknown): void {
    if (this.script.stopped) return
    this.journal.error('unhandledRejection', messageOf(reason), this.route, stackOf(reason))
    const event = { reason, promise: undefined }
    this.appLife('onUnhandledRejection', event)
    this.listeners.fire('onUnhandledRejection', event)
  }

  /** A call of wx that is not acted out. */
  unsupported(api: string, note?: string): void {
    this.journal.unsupported.push({ api, page: this.route, note })
  }

  private host(): Host {
    return {
      timer: (name, first, delay, args) => this.script.timer(name, first, delay, args),
      clockOffset: () => this.handset.clockOffset,
      console: (level, args) => {
        this.journal.log(level, args, this.route)
      },
      blocked: (what) => {
        this.journal.warnings.push(`blocked: ${what}`)
      },
      guard: (run) => {
        this.script.guard(run)
      },
      callAsync: (name, options, done) => {
        answerAsync(this, name, options, done)
      },
      callSync: (name, args) => syncApi[name]?.(this, ...args),
      listen: (name, listener) => {
        this.listeners.change(name, listener)
      },
      unsupported: (name) => {
        this.unsupported(name)
      },
      App: (config) => {
        this.app = config as Bag
      },
      Page: (config) => {
        this.definitions.register('page', config)
      },
      Component: (config) => {
        this.definitions.register('component', config)
      },
      Behavior: (config) => this.view.jComponent.behavior(this.definitions.component(config as Bag, true)),
      getApp: () => this.app,
      pages: () => this.navigator.stack.map((entry) => entry.page),
    }
  }
}

function entryOf(options: LaunchOptions, dist: Dist): { route: string; query: Record<string, string> } {
  const [path = '', inPath = ''] = (options.path ?? dist.entry).replace(/^\//, '').split('?')
  const given = typeof options.query === 'string' ? parseQuery(options.query) : (options.query ?? {})
  const query: Record<string, string> = {}
  for (const [key, value] of Object.entries({ ...given, ...parseQuery(inPath) })) query[key] = asText(value)
  return { route: path, query }
}
