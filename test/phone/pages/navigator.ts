import { posix } from 'node:path'

import type { EventChannel } from '../logic/host'
import type { MiniProgram } from '../mini-program'
import { asBag, asText, isFunction, messageOf, parseQuery, sleep, type Bag } from '../util'
import { TAB_BAR } from '../view/view'
import { createObserver, createQuery } from '../wx/queries'
import { WxFailure } from '../wx/types'

import { pageSettings, setByPath, type PageEntry } from './entry'

export type Navigation = 'navigateTo' | 'redirectTo' | 'reLaunch' | 'switchTab' | 'navigateBack'

const STACK_LIMIT = 10

/** The page stack: opens, keeps and closes pages in WeChat's order of events. */
export class Navigator {
  readonly stack: PageEntry[] = []
  private readonly tabs = new Map<string, PageEntry>()
  private chain: Promise<unknown> = Promise.resolve()
  private lastId = 0

  constructor(private readonly app: MiniProgram) {}

  get top(): PageEntry | undefined {
    return this.stack.at(-1)
  }

  /** Calls a lifecycle function of a page, if it has it. */
  life(entry: PageEntry | undefined, name: string, argument?: unknown): unknown {
    const { script, logic } = this.app
    const handler = entry?.page[name]
    if (!entry || !isFunction(handler)) return undefined
    return script.guard(() => handler.call(entry.page, argument === undefined ? undefined : logic.convert(argument)))
  }

  show(entry: PageEntry | undefined): void {
    this.life(entry, 'onShow')
    this.components(entry, 'show')
  }

  hide(entry: PageEntry | undefined): void {
    this.life(entry, 'onHide')
    this.components(entry, 'hide')
  }

  private components(entry: PageEntry | undefined, name: 'show' | 'hide'): void {
    for (const mounted of [entry?.view, entry?.tabBar]) {
      if (mounted) this.app.view.pageLife(mounted.component.instance._exparserNode, name)
    }
  }

  /** Starts a pull-down refresh; stopPullDownRefresh ends it. */
  refresh(entry: PageEntry): void {
    entry.pulling = true
    this.life(entry, 'onPullDownRefresh')
  }

  isRefreshing(entry: PageEntry): boolean {
    return entry.pulling
  }

  /** Opens a page on top of the stack. */
  open(route: string, query: Record<string, string>, channel?: EventChannel): PageEntry {
    const { view, definitions, activity, script } = this.app
    const { kind, config } = definitions.load(route)
    view.register(route, definitions.define)
    const component = view.create(route)
    const caller = component.instance
    const id = ++this.lastId
    const page = kind === 'page' ? this.plainPage(config) : caller
    const entry: PageEntry = {
      ...pageSettings(this.app.dist, route),
      id,
      route,
      query,
      view: { component, box: view.box() },
      page,
      closed: false,
      pulling: false,
    }
    if (kind === 'page') {
      definitions.bindPage(caller, page)
      page.setData = this.pageSetData(entry)
      page.selectComponent = (selector: string) => caller.selectComponent(selector)
    }
    definitions.bindPageId(caller, id)
    this.equip(entry, channel)
    this.stack.push(entry)
    if (entry.isTab) this.tabs.set(route, entry)
    this.attach(entry)
    this.life(entry, 'onLoad', query)
    this.show(entry)
    script.later(() => {
      if (!entry.closed) this.life(entry, 'onReady')
    }, 12)
    const { dist, handset } = this.app
    if (handset.online) for (const root of dist.preloadedBy(route)) handset.packages.add(root)
    activity.touch()
    return entry
  }

  private plainPage(config: Bag): Bag {
    const { logic } = this.app
    const page = logic.parse('{}') as Bag
    for (const name in config) page[name] = config[name]
    page.data = logic.parse(JSON.stringify(config.data ?? {}))
    return page
  }

  private pageSetData(entry: PageEntry): (data: unknown, callback?: unknown) => void {
    const { logic, definitions } = this.app
    return (data, callback) => {
      if (entry.closed) return
      for (const [path, value] of Object.entries(asBag(data))) {
        setByPath(asBag(entry.page.data), path, logic.convert(value), logic)
      }
      const apply = (change: unknown): void => {
        entry.view.component.instance.setData(change)
      }
      definitions.setData(data, apply, callback, entry.page)
    }
  }

  /** What WeChat puts on every page. */
  private equip(entry: PageEntry, channel: EventChannel | undefined): void {
    const { app } = this
    const { page, route, id } = entry
    page.createSelectorQuery = () => app.logic.convert(createQuery(app))
    page.createIntersectionObserver = () => app.logic.convert(createObserver(app))
    page.getOpenerEventChannel = () => channel ?? app.logic.channel()[0]
    page.getTabBar = (callback: unknown) => {
      const tabBar = entry.tabBar?.component.instance ?? null
      if (isFunction(callback)) callback(tabBar)
      return tabBar
    }
    page.getPageId = () => `pageId:${id}`
    page.triggerEvent ??= () => undefined
    Object.assign(page, {
      route,
      __route__: route,
      is: route,
      options: app.logic.convert(entry.query),
      __wxWebviewId__: id,
      __wxExparserNodeId__: id,
    })
  }

  private attach(entry: PageEntry): void {
    const { journal, dist, view, definitions } = this.app
    const start = performance.now()
    entry.view.component.attach(entry.view.box)
    if (entry.isTab && dist.hasCustomTabBar) {
      try {
        view.register(TAB_BAR, definitions.define)
        const component = view.create(TAB_BAR)
        definitions.bindPageId(component.instance, entry.id)
        entry.tabBar = { component, box: entry.view.box }
        component.attach(entry.view.box)
      } catch (error) {
        journal.error('harness', `custom-tab-bar: ${messageOf(error)}`, entry.route)
      }
    }
    journal.viewMs += performance.now() - start
  }

  private close(entry: PageEntry | undefined): void {
    if (!entry || entry.closed) return
    this.life(entry, 'onUnload')
    entry.closed = true
    if (entry.isTab) this.tabs.delete(entry.route)
    entry.view.component.detach()
    entry.tabBar?.component.detach()
    entry.view.box.remove()
  }

  /** One navigation after the other, as WeChat's router works. Rejects with a WxFailure. */
  go(kind: Navigation, options: Bag): Promise<Bag> {
    const { activity } = this.app
    activity.begin()
    const run = this.chain.then(async () => {
      await sleep(3)
      return activity.stopped ? {} : this.perform(kind, options)
    })
    this.chain = run.catch(() => undefined)
    return run.finally(() => {
      activity.end()
    })
  }

  private perform(kind: Navigation, options: Bag): Bag {
    if (kind === 'navigateBack') return this.goBack(Math.max(1, Number(options.delta) || 1))
    const { route, query, isTab } = this.target(kind, options)
    if (!this.fetch(route)) throw new WxFailure(`${kind}:fail loadSubpackage:fail ${route}`)
    switch (kind) {
      case 'navigateTo':
        if (isTab) throw new WxFailure('navigateTo:fail can not navigateTo a tabbar page')
        return this.navigateTo(route, query, asBag(options.events))
      case 'redirectTo':
        if (isTab) throw new WxFailure('redirectTo:fail can not redirectTo a tabbar page')
        this.close(this.stack.pop())
        this.open(route, query)
        return {}
      case 'reLaunch':
        while (this.stack.length) this.close(this.stack.pop())
        for (const kept of [...this.tabs.values()]) this.close(kept)
        this.open(route, query)
        return {}
      case 'switchTab':
        if (!isTab) throw new WxFailure('switchTab:fail can not switch to no-tabBar page')
        return this.switchTab(route)
    }
  }

  /** Has the code of a page fetched; false when that takes a network and there is none. */
  private fetch(route: string): boolean {
    const { dist, handset } = this.app
    const root = dist.subpackageOf(route)
    if (root === undefined || handset.packages.has(root)) return true
    if (handset.online) handset.packages.add(root)
    return handset.online
  }

  private target(kind: Navigation, options: Bag): { route: string; query: Record<string, string>; isTab: boolean } {
    const url = asText(options.url)
    if (!url) throw new WxFailure(`${kind}:fail parameter error: parameter.url should be String`)
    const path = url.split('?')[0] ?? ''
    const query = url.slice(path.length + 1)
    const from = posix.dirname(this.top?.route ?? '')
    const route = (path.startsWith('/') ? posix.normalize(path).slice(1) : posix.join(from, path)).replace(
      /\.html$/,
      '',
    )
    if (!this.app.dist.routes.has(route)) {
      throw new WxFailure(`${kind}:fail page "${route}${query ? `?${query}` : ''}" is not found`)
    }
    return { route, query: parseQuery(query), isTab: this.app.dist.isTab(route) }
  }

  private goBack(delta: number): Bag {
    if (this.stack.length === 1) throw new WxFailure('navigateBack:fail cannot navigate back at first page')
    const keep = Math.max(1, this.stack.length - delta)
    while (this.stack.length > keep) this.close(this.stack.pop())
    this.show(this.top)
    return {}
  }

  private navigateTo(route: string, query: Record<string, string>, events: Bag): Bag {
    if (this.stack.length >= STACK_LIMIT) throw new WxFailure('navigateTo:fail webview count limit exceed')
    const [opener, opened] = this.app.logic.channel()
    for (const [name, listener] of Object.entries(events)) if (isFunction(listener)) opener.on(name, listener)
    this.hide(this.top)
    this.open(route, query, opened)
    return { eventChannel: { on: opener.on, once: opener.once, off: opener.off, emit: opener.emit } }
  }

  private switchTab(route: string): Bag {
    const from = this.top
    if (from?.route === route) return {}
    if (from?.isTab) this.hide(from)
    while (this.top && !this.top.isTab) this.close(this.stack.pop())
    this.stack.length = 0
    const kept = this.tabs.get(route)
    if (kept) {
      this.stack.push(kept)
      this.show(kept)
    } else {
      this.open(route, {})
    }
    return {}
  }
}
