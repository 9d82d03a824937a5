import { readFileSync } from 'node:fs'
import { extname } from 'node:path'

import type { SettleOptions } from './activity'
import { Answers } from './answers'
import { Dist, type Tab } from './dist'
import { choose, type PickValue } from './hand/pick'
import { fillField, type FillOptions } from './hand/fill'
import { Press } from './hand/press'
import { Handset } from './handset'
import { Journal, type PhoneError, type Stats } from './journal'
import { MiniProgram } from './mini-program'
import type { LaunchOptions, PhoneOptions } from './options'
import { findControl, findListening, findTappable, tappableNames, type FindOptions } from './screen/find'
import { flatten, type ScreenNode } from './screen/node'
import { Screen, type Touchable } from './screen/screen'
import { asBag, asText, sleep, squash, truthy, type Bag } from './util'
import type { DispatchOptions } from './view/view'
import type { MediaFile } from './wx/media'

/** What a test looks for: words (white space does not count), a pattern, or a function of page text and toast. */
export type Sight = string | RegExp | ((text: string, toast: string) => boolean)

export interface TapOptions extends FindOptions {
  /** How long to wait for it to appear and for a mask to go, ms. Default 3000. */
  timeout?: number
  /** True: tapping something disabled does nothing instead of throwing. */
  allowDisabled?: boolean
  /** False: return at once instead of waiting for the effect. */
  settle?: boolean
}

export interface CleanOptions {
  /** Errors whose `kind: message` matches one of these are expected. */
  except?: readonly RegExp[]
  /** Names of wx calls that may be missing from the harness. */
  unsupported?: readonly string[]
}

/** A file to be chosen: a path, its content, or content with a name. 'cancel' chooses nothing. */
export type Media = string | Buffer | { buffer: Buffer; extension?: string; name?: string; type?: string }

const INPUTS = ['wx-input', 'wx-textarea'] as const
const PICKERS = ['wx-picker', 'wx-picker-view', 'wx-slider'] as const
const CHOICES = ['wx-radio', 'wx-checkbox', 'wx-switch'] as const
const VALUED = [...INPUTS, 'wx-picker', 'wx-slider', 'wx-switch', 'wx-radio-group', 'wx-checkbox-group'] as const

const FIND_MS = 3000
const WAIT_MS = 5000

let opened = 0

/**
 * A person with a phone in front of a WeChat build: looks, taps, types, loses the network, closes and comes back.
 * Errors of the bundle never throw here; they are collected, and `assertClean()` throws if there were any.
 */
export class Phone {
  readonly name: string
  private readonly handset: Handset
  private app: MiniProgram
  private screen: Screen
  private finger: Press

  /** Opens the mini-program and waits until its first page is quiet. */
  static async open(options: PhoneOptions): Promise<Phone> {
    const phone = new Phone(options)
    await phone.start(phone.app)
    return phone
  }

  private constructor(options: PhoneOptions) {
    this.name = options.name ?? `phone-${++opened}`
    const journal = new Journal(options.echo ? this.name : undefined)
    const answers = new Answers(options.answers ?? {})
    this.handset = new Handset(options, this.name, new Dist(options.dist), journal, answers)
    this.app = new MiniProgram(this.handset, options)
    this.screen = new Screen(this.app)
    this.finger = new Press(this.app, this.screen)
  }

  private async start(app: MiniProgram): Promise<void> {
    try {
      app.start()
    } catch (error) {
      await this.close()
      throw error
    }
    await app.activity.settle()
  }

  // ------------------------------------------------------------------ the eye

  /** All words of the page on top, a line per block. */
  text(): string {
    return this.screen.text()
  }

  /** All aria-labels of the page on top. */
  labels(): string[] {
    return this.screen.labels()
  }

  /** What of the page on top can be touched, in reading order: tag, role, and the name that a screen reader says. */
  touchables(): Touchable[] {
    return this.screen.touchables()
  }

  /** Whether the page, or a toast above it, shows this now. */
  see(what: Sight): boolean {
    return this.screen.sees(what)
  }

  /** Title in the navigation bar. */
  title(): string {
    return this.app.navigator.top?.title ?? ''
  }

  /** Text of the toast or loading that is shown, '' when there is none. */
  toast(): string {
    return this.screen.toast()
  }

  /** WeChat's own tab bar: empty on other pages and in an app with a custom one (that is part of the page). */
  tabs(): (Tab & { selected: boolean })[] {
    if (this.app.navigator.top?.isTab !== true || this.handset.dist.hasCustomTabBar) return []
    return this.handset.dist.tabs.map((tab) => ({ ...tab, selected: tab.path === this.path() }))
  }

  /** Route of the page on top. */
  path(): string {
    return this.app.route
  }

  /** Its query, undecoded. */
  query(): Record<string, string> {
    return { ...this.app.navigator.top?.query }
  }

  /** Routes of the page stack, the page on top last. */
  stack(): string[] {
    return this.app.navigator.stack.map((entry) => entry.route)
  }

  /** HTML of the page on top, for a look while writing a test. */
  html(): string {
    return this.app.navigator.top?.view.box.innerHTML ?? ''
  }

  /** Waits until this is seen. Throws with the whole page after `ms`. */
  async waitFor(what: Sight, ms = WAIT_MS): Promise<void> {
    await this.until(
      () => this.see(what),
      ms,
      () => `waited ${ms} ms for ${describe(what)}`,
    )
  }

  /** Waits until this is no longer seen. */
  async waitGone(what: Sight, ms = WAIT_MS): Promise<void> {
    await this.until(
      () => !this.see(what),
      ms,
      () => `${describe(what)} still shown after ${ms} ms`,
    )
  }

  /** Waits until this page is on top and quiet. */
  async waitPath(route: string, ms = WAIT_MS): Promise<void> {
    const wanted = route.replace(/^\//, '')
    await this.until(
      () => this.path() === wanted,
      ms,
      () => `waited ${ms} ms for page ${wanted}`,
    )
    await this.settle()
  }

  private async until(holds: () => boolean, ms: number, complaint: () => string): Promise<void> {
    const end = Date.now() + ms
    while (!holds()) {
      if (Date.now() > end) throw this.failure(complaint())
      await sleep(15)
    }
  }

  private failure(complaint: string): Error {
    const toast = this.toast() ? `\n(toast: ${this.toast()})` : ''
    return new Error(
      `[${this.name}] ${complaint}; page ${this.path()} shows:\n${this.text()}${toast}${this.handset.journal.tail()}`,
    )
  }

  /** Waits until nothing is pending and nothing has happened for a moment. Acts do it by themselves. */
  async settle(options: SettleOptions = {}): Promise<void> {
    await this.app.activity.settle(options)
  }

  // ------------------------------------------------------------------ the hand

  /**
   * Taps the innermost tappable element whose words or aria-label contain this. An exact text wins, then the shortest.
   * Throws when there is none, or when it is disabled.
   */
  async tap(what: string | RegExp, options: TapOptions = {}): Promise<void> {
    const end = Date.now() + (options.timeout ?? FIND_MS)
    for (;;) {
      const look = this.screen.isMasked() ? undefined : this.screen.look()
      const target = look && findTappable(look.root, what, look.words, options)
      if (target) {
        await this.press(target, options)
        return
      }
      const tab = look && this.tabs().find(({ text }) => squash(text) === squash(asText(what)))
      if (tab) {
        await this.tapTab(tab.text)
        return
      }
      if (Date.now() > end) {
        const names = look ? tappableNames(look.root, look.words).join(' / ') : '(masked by a toast or loading)'
        throw this.failure(`nothing to tap for ${describe(what)}; tappable: ${names}`)
      }
      await sleep(20)
    }
  }

  private async press(target: ScreenNode, options: TapOptions): Promise<void> {
    const disabled = this.finger.disabledAround(target)
    if (disabled) {
      if (options.allowDisabled) return
      throw new Error(`[${this.name}] "${this.finger.nameOf(disabled)}" is disabled on ${this.path()}`)
    }
    await this.finger.press(target)
    if (options.settle !== false) await this.settle()
  }

  /** Taps a tab of WeChat's own tab bar. */
  async tapTab(text: string): Promise<void> {
    const index = this.tabs().findIndex((tab) => tab.text === text)
    const tab = this.tabs()[index]
    if (!tab) throw this.failure(`no tab "${text}"`)
    const { navigator } = this.app
    this.app.tappedAt = Date.now()
    if (!tab.selected) await navigator.go('switchTab', { url: `/${tab.path}` })
    navigator.life(navigator.top, 'onTabItemTap', { index, pagePath: tab.path, text })
    await this.settle()
  }

  async longPress(what: string): Promise<void> {
    this.app.tappedAt = Date.now()
    const look = this.screen.look()
    for (const event of ['longpress', 'longtap']) {
      if (look && findListening(look.root, what, event, look.words)) {
        await this.fire(what, event, { x: 10, y: 10 }, { bubbles: true, touch: true })
        return
      }
    }
    throw this.failure(`nothing called "${what}" listens to a long press`)
  }

  /** Any other event of a component, e.g. `fire('标题', 'change', { current: 1 })` on a swiper that says it. */
  async fire(what: string, event: string, detail: Bag = {}, how: DispatchOptions = {}): Promise<void> {
    const look = this.screen.look()
    const target = look && findListening(look.root, what, event, look.words)
    if (!target) throw this.failure(`nothing called "${what}" listens to ${event}`)
    this.finger.send(target, event, detail, how)
    await this.settle()
  }

  /** Types into the field that a person would call this (placeholder, label, name, words beside it; or its number). */
  async fill(what: string | number, value: string | number, options: FillOptions = {}): Promise<void> {
    const field = await this.control(what, INPUTS, options)
    await fillField(this.app, this.screen, this.finger, field, String(value), options)
  }

  /** What the field, picker, switch or group called this stands at. */
  value(what: string | number, options: FindOptions = {}): unknown {
    const look = this.screen.look()
    const field = look && findControl(look.root, what, VALUED, look.words, options)
    if (!field) throw this.failure(`no field called "${what}"`)
    return this.screen.values.of(field)
  }

  /**
   * Chooses: `pick('班级', '二班')` in a picker (words, index, date, time, a list for several columns, null for cancel)
   * or slider; `pick('男')` a radio or checkbox; `pick('公开', true)` a switch or checkbox.
   */
  async pick(
    what: string | number,
    value?: PickValue | boolean,
    options: FindOptions & { timeout?: number } = {},
  ): Promise<void> {
    if (value === undefined || typeof value === 'boolean') {
      const choice = await this.control(what, CHOICES, options)
      if (value !== undefined && this.screen.values.isChecked(choice) === value) return
      await this.press(choice, {})
      return
    }
    const picker = await this.control(what, PICKERS, options)
    await choose(this.app, this.screen, this.finger, picker, value, String(what))
  }

  private async control(
    what: string | number,
    tags: readonly string[],
    options: FindOptions & { timeout?: number },
  ): Promise<ScreenNode> {
    const end = Date.now() + (options.timeout ?? FIND_MS)
    for (;;) {
      const look = this.screen.isMasked() ? undefined : this.screen.look()
      const found = look && findControl(look.root, what, tags, look.words, options)
      if (found) {
        if (truthy(found.attrs.disabled)) throw this.failure(`"${what}" is disabled`)
        return found
      }
      if (Date.now() > end) throw this.failure(`no ${tags.join(', ')} called "${what}"`)
      await sleep(20)
    }
  }

  /** The back gesture. On the first page it leaves the mini-program (`exited`). */
  async back(): Promise<void> {
    if (this.app.navigator.stack.length > 1) {
      await this.app.navigator.go('navigateBack', { delta: 1 })
    } else {
      this.app.exited = true
      this.app.background()
    }
    await this.settle()
  }

  /**
   * Pulls down to refresh. Throws when the page does not enable it.
   * @returns false when the page did not stop the refresh within `max` ms
   */
  async pullDown({ max = 3000 }: { max?: number } = {}): Promise<boolean> {
    const look = this.screen.look()
    const refresher =
      look &&
      flatten(look.root).find((node) => node.tag === 'wx-scroll-view' && truthy(node.attrs['refresher-enabled']))
    if (refresher) {
      this.finger.send(refresher, 'refresherpulling', {})
      this.finger.send(refresher, 'refresherrefresh', {})
      await this.settle()
      return true
    }
    const { navigator } = this.app
    const { top } = navigator
    if (!top?.pullDownEnabled) throw this.failure('pull-down refresh is not enabled')
    const end = Date.now() + max
    navigator.refresh(top)
    while (navigator.isRefreshing(top) && Date.now() < end) await sleep(10)
    const stopped = !navigator.isRefreshing(top)
    top.pulling = false
    await this.settle()
    return stopped
  }

  /** Scrolls to the end of the page and of its scroll-views. */
  async reachBottom(): Promise<void> {
    const look = this.screen.look()
    for (const node of look ? flatten(look.root) : []) {
      if (node.tag === 'wx-scroll-view' && truthy(node.attrs['scroll-y'])) {
        this.finger.send(node, 'scrolltolower', { direction: 'bottom' })
      }
    }
    this.app.navigator.life(this.app.navigator.top, 'onReachBottom')
    await this.settle()
  }

  async scrollTo(scrollTop: number): Promise<void> {
    this.app.navigator.life(this.app.navigator.top, 'onPageScroll', { scrollTop })
    await this.settle()
  }

  /** Shares by the menu. Returns what the page gives (title, path …). */
  share(): Record<string, unknown> {
    return this.finger.share('menu')
  }

  /** To the background: another app, a locked screen. */
  async hide(): Promise<void> {
    this.app.background()
    await this.settle()
  }

  /** Back to the foreground. */
  async show(how: LaunchOptions = {}): Promise<void> {
    this.app.foreground({ ...how })
    await this.settle()
  }

  /** The network goes: requests in flight fail. */
  async offline(): Promise<void> {
    if (!this.handset.online) return
    this.handset.online = false
    this.app.network.drop()
    this.app.listeners.fire('onNetworkStatusChange', { isConnected: false, networkType: 'none' })
    await this.settle()
  }

  async online(): Promise<void> {
    if (this.handset.online) return
    this.handset.online = true
    this.app.listeners.fire('onNetworkStatusChange', { isConnected: true, networkType: 'wifi' })
    await this.settle()
  }

  /** Sets the phone's own clock wrong by so many milliseconds (positive: ahead of the real time). */
  shiftClock(ms: number): void {
    this.handset.clockOffset = ms
  }

  /** The next `count` replies (to urls that contain or match `url`) are lost: the server acts, the phone hears nothing. 0 ends it. */
  loseReplies(count = 1, url: string | RegExp = ''): this {
    this.app.network.loseReplies(count, (asked) => (typeof url === 'string' ? asked.includes(url) : url.test(asked)))
    return this
  }

  /** Kills the mini-program and starts it cold, with the same storage, files, settings and records. */
  async restart(options: LaunchOptions = {}): Promise<void> {
    await this.app.stop()
    this.app = new MiniProgram(this.handset, options)
    this.screen = new Screen(this.app)
    this.finger = new Press(this.app, this.screen)
    await this.start(this.app)
  }

  /** Switches the phone off. It cannot be used any more; its records can be read. */
  async close(): Promise<void> {
    await this.app.stop()
    this.handset.files.discard()
  }

  // ------------------------------------------------------------------ answers to what WeChat asks the person

  /** Queues answers of any call that asks the person, first in first out. */
  next(api: string, ...answers: readonly unknown[]): this {
    this.handset.answers.queue(api, answers)
    return this
  }

  /** Lets the next call of a wx function fail, e.g. `failNext('login', 'login:fail timeout')`. */
  failNext(api: string, errMsg = `${api}:fail`): this {
    this.handset.answers.queueFailure(api, errMsg)
    return this
  }

  /** Modals are confirmed unless told otherwise; `{ content }` confirms with typed text. */
  nextModal(...answers: ('confirm' | 'cancel' | { content: string })[]): this {
    return this.next('showModal', ...answers)
  }

  /** What the camera sees; without it a scan is cancelled. */
  nextScan(...answers: (string | Bag)[]): this {
    return this.next('scanCode', ...answers)
  }

  /** Words or index of an item; without it the sheet is cancelled. */
  nextSheet(...answers: (string | number)[]): this {
    return this.next('showActionSheet', ...answers)
  }

  nextLocation(...answers: ('deny' | { latitude: number; longitude: number })[]): this {
    return this.next('getLocation', ...answers)
  }

  /** For all templates, or per template; accepted unless told otherwise. */
  nextSubscribe(...answers: ('accept' | 'reject' | 'ban' | Bag)[]): this {
    return this.next('requestSubscribeMessage', ...answers)
  }

  /** Files (or 'cancel') for the next choice of pictures or files; without it choosing fails. */
  nextMedia(media: Media | readonly Media[]): this {
    if (media === 'cancel') return this.next('chooseMedia', 'cancel')
    const list = (Array.isArray(media) ? media : [media]) as readonly Media[]
    return this.next('chooseMedia', list.map(mediaFile))
  }

  /** Sends an event of wx.onX to the bundle. */
  async emit(event: string, argument: unknown = {}): Promise<void> {
    this.app.listeners.fire(event, argument)
    await this.settle()
  }

  // ------------------------------------------------------------------ records

  /** Throws when anything went wrong in the bundle, code from strings was tried, or a call was not acted out. */
  assertClean({ except = [], unsupported = [] }: CleanOptions = {}): void {
    const { journal } = this.handset
    const errors = journal.errors
      .map(({ kind, message, page, stack }) => ({ line: `${kind}: ${message}`, page, stack }))
      .filter(({ line }) => !except.some((pattern) => pattern.test(line)))
      .map(({ line, page, stack }) => `${line} (on ${page || 'launch'})${stack ? `\n    ${stack.slice(0, 600)}` : ''}`)
    const blocked = journal.warnings.filter((warning) => warning.startsWith('blocked: '))
    const missing = journal.unsupported
      .filter(({ api }) => !unsupported.includes(api))
      .map(({ api, page, note }) => `wx.${api} is not acted out by the harness (on ${page})${note ? `: ${note}` : ''}`)
    const all = [...errors, ...blocked, ...missing]
    if (all.length) throw new Error(`[${this.name}] ${all.length} thing(s) went wrong:\n- ${all.join('\n- ')}`)
  }

  /** Requests, setData calls and bytes, times. */
  stats(): Stats {
    return this.handset.journal.stats()
  }

  resetStats(): void {
    this.handset.journal.resetStats()
  }

  get errors(): readonly PhoneError[] {
    return this.handset.journal.errors
  }

  get warnings(): readonly string[] {
    return this.handset.journal.warnings
  }

  get logs(): Journal['logs'] {
    return this.handset.journal.logs
  }

  get unsupported(): Journal['unsupported'] {
    return this.handset.journal.unsupported
  }

  get modals(): Journal['modals'] {
    return this.handset.journal.modals
  }

  get toasts(): Journal['toasts'] {
    return this.handset.journal.toasts
  }

  get calls(): Journal['calls'] {
    return this.handset.journal.calls
  }

  get shares(): Journal['shares'] {
    return this.handset.journal.shares
  }

  get canvas(): Journal['canvas'] {
    return this.handset.journal.canvas
  }

  /** The storage itself: what the bundle has stored, by key. */
  get storage(): Bag {
    return this.handset.storage
  }

  get clipboard(): string {
    return this.handset.clipboard
  }

  /** Whether the mini-program was left. */
  get exited(): boolean {
    return this.app.exited
  }
}

const describe = (what: Sight): string => (typeof what === 'string' ? `"${what}"` : String(what))

function mediaFile(media: Media): MediaFile {
  if (typeof media === 'string') {
    return { buffer: readFileSync(media), extension: extname(media), name: media, type: 'image' }
  }
  if (Buffer.isBuffer(media)) return { buffer: media, extension: '.png', name: 'file.png', type: 'image' }
  const { extension, name, type } = asBag(media)
  return {
    buffer: media.buffer,
    extension: asText(extension) || '.png',
    name: asText(name) || 'file',
    type: asText(type) || 'image',
  }
}
