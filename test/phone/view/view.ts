import { createRequire } from 'node:module'
import { dirname, join, posix } from 'node:path'

import { JSDOM } from 'jsdom'

import type { Dist } from '../dist'
import { asBag, asText, isBag, type Bag } from '../util'

import { compileWxml } from './compiler'
import { resolveFrom, WindowLoader } from './loader'
import { correctReconciliation } from './reconcile'
import { visibilityOf, type Visibility } from './styles'
import type {
  ComponentDefinition,
  ComponentInstance,
  Diff,
  Exparser,
  ExparserNode,
  JComponent,
  Render,
  VirtualNode,
} from './types'

type Template = (data: unknown) => unknown
type Transform = (template: Template, using: unknown) => (options: unknown) => VirtualNode

interface TemplateCompiler {
  getWxml(path: string, options: { compiler: 'official'; rootPath: string }): unknown
}

export interface DispatchOptions {
  /** Bubbles and is captured, as touch events do; events of components stay where they are. */
  bubbles?: boolean
  touch?: boolean
}

/** A component that stands on the screen by itself: a page or a custom tab bar. */
export interface Mounted {
  readonly component: ComponentInstance
  /** What the page is drawn into. */
  readonly box: Element
}

/** Where WeChat looks for a custom tab bar. */
export const TAB_BAR = 'custom-tab-bar/index'

const simulateFolder = dirname(createRequire(__filename).resolve('miniprogram-simulate/package.json'))
const jComponentFolder = dirname(resolveFrom(simulateFolder, 'j-component/package.json'))

/** The view layer of one mini-program: a jsdom window of its own, with WeChat's component framework evaluated in it. */
export class View {
  private readonly dom: JSDOM
  private readonly loader: WindowLoader
  private readonly exparser: Exparser
  private readonly templates: TemplateCompiler
  private readonly parseInWindow: (json: string) => unknown
  private readonly ids = new Map<string, string>()
  private readonly styles = new Map<string, Visibility>()
  private lastId = 0
  readonly jComponent: JComponent
  /** The window's own String, Number …: property types are compared by identity. */
  readonly types: Record<string, unknown>

  constructor(private readonly dist: Dist) {
    this.dom = new JSDOM('<!doctype html><html><head></head><body></body></html>', {
      url: 'https://servicewechat.com/',
      runScripts: 'outside-only',
    })
    const { window } = this.dom
    Object.assign(window, { __webview_engine_version__: 0.02 }) // asked for by the code that wcc makes
    const inSimulate = (file: string): string => join(simulateFolder, 'src', file)
    const inJComponent = (file: string): string => join(jComponentFolder, file)
    this.loader = new WindowLoader(
      this.dom.getInternalVMContext(),
      window,
      new Map<string, unknown>([
        ['miniprogram-compiler', { wxmlToJs: compileWxml }],
        // wxss counts for visibility only, see styles.ts
        [inSimulate('wxss.js'), { getContent: () => '', compile: () => '', insert: () => undefined }],
      ]),
    )
    const transformFile = inJComponent('src/template/transform.js')
    this.loader.replace(transformFile, rememberJson(this.loader.load(transformFile) as Transform))
    this.jComponent = this.loader.load(inJComponent('index.js')) as JComponent
    this.loader.load(inSimulate('index.js')) // registers the built-in components
    this.templates = this.loader.load(inSimulate('compile.js')) as TemplateCompiler
    this.exparser = this.loader.load(resolveFrom(jComponentFolder, 'miniprogram-exparser')) as Exparser
    correctReconciliation(
      this.loader.load(inJComponent('src/render/diff.js')) as Diff,
      this.loader.load(inJComponent('src/render/render.js')) as Render,
      this.exparser,
    )
    this.parseInWindow = window.eval('JSON.parse') as (json: string) => unknown
    this.types = window.eval('({ String, Number, Boolean, Object, Array })') as Record<string, unknown>
  }

  /** A copy made of the window's own objects; undefined stays undefined. */
  convert(value: unknown): unknown {
    return value === undefined ? undefined : this.parse(JSON.stringify(value))
  }

  parse(json: string): unknown {
    return this.parseInWindow(json)
  }

  /** A list of the window's realm with the same members. */
  list(values: readonly unknown[]): unknown[] {
    const list = this.parse('[]') as unknown[]
    list.push(...values)
    return list
  }

  /**
   * Registers a page or component and everything it uses, once.
   * @param path without extension, relative to the build's root
   * @param define gives a component's definition
   */
  register(path: string, define: (path: string) => ComponentDefinition): string {
    const known = this.ids.get(path)
    if (known !== undefined) return known
    const id = `h${++this.lastId}`
    this.ids.set(path, id)
    const using = {
      ...asBag(this.dist.app.usingComponents),
      ...asBag(this.dist.json(`${path}.json`)?.usingComponents),
    }
    const usingIds: Bag = {}
    for (const [tag, value] of Object.entries(using)) {
      const target = asText(value)
      if (/^(plugin|dynamicLib|ext):/.test(target)) continue
      const file = target.startsWith('/') ? target.slice(1) : posix.join(posix.dirname(path), target)
      if (this.dist.has(`${file}.wxml`)) usingIds[tag] = this.register(file, define)
    }
    const template = this.templates.getWxml(this.dist.file(path), { compiler: 'official', rootPath: this.dist.root })
    if (typeof template !== 'function') throw new Error(`wcc found no template for ${path}`)
    const definition = define(path)
    this.jComponent.register(
      Object.assign(this.parse('{}') as Bag, definition, {
        id,
        path,
        template,
        usingComponents: this.convert(usingIds),
        tagName: `c-${path.replace(/[^a-zA-Z0-9]+/g, '-').toLowerCase()}`,
        options: { ...definition.options, classPrefix: '' },
      }),
    )
    return id
  }

  /** A new instance of a registered page or component, not yet on the screen. */
  create(path: string): ComponentInstance {
    return this.jComponent.create(this.ids.get(path) ?? '')
  }

  /** An empty page. */
  box(): Element {
    const box = this.dom.window.document.createElement('div')
    box.className = 'page-box'
    this.dom.window.document.body.appendChild(box)
    return box
  }

  /** Sends an event to a node as WeChat's view layer does. */
  dispatch(
    node: ExparserNode,
    name: string,
    detail: unknown,
    { bubbles = false, touch = false }: DispatchOptions,
  ): void {
    const touches = touch ? [{ identifier: 0, pageX: 10, pageY: 10, clientX: 10, clientY: 10 }] : []
    const options = {
      bubbles,
      capturePhase: bubbles,
      composed: bubbles,
      extraFields: { touches, changedTouches: touches },
    }
    const event = this.exparser.Event.create(name, this.convert(detail ?? {}), this.convert(options))
    this.exparser.Event.dispatchEvent(node, event)
  }

  /** Tells every component of a page that its page was shown or hidden (`pageLifetimes`); exparser walks the tree. */
  pageLife(root: ExparserNode, name: 'show' | 'hide'): void {
    root.triggerPageLifeTime(name, [])
  }

  visibility(page: string): Visibility {
    let found = this.styles.get(page)
    if (!found) {
      const tabBar = this.dist.isTab(page) && this.dist.hasCustomTabBar ? [TAB_BAR] : []
      found = visibilityOf(this.dist.root, page, tabBar)
      this.styles.set(page, found)
    }
    return found
  }

  close(): void {
    this.dom.window.close()
  }
}

/**
 * Wraps j-component's transform: keeps the JSON of every object attribute as it was when the tree was made, because the
 * data behind it may be changed in place later (see reconcile.ts).
 */
function rememberJson(transform: Transform): Transform {
  const snapshot = (node: VirtualNode): void => {
    for (const attribute of node.attrs) if (isBag(attribute.value)) attribute.json = JSON.stringify(attribute.value)
    node.children.forEach(snapshot)
  }
  return (template, using) => {
    const make = transform(template, using)
    return (options) => {
      const tree = make(options)
      snapshot(tree)
      return tree
    }
  }
}
