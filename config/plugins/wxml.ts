import path from 'node:path'
import type { IPluginContext } from '@tarojs/service'
import { getComponentsAlias } from '@tarojs/shared'

// One file: Taro compiles a plugin's own file and nothing that it imports.

/** A component's attributes in Taro's templates, each with what Taro's generator makes its value from. */
type Props = Readonly<Record<string, string>>

/** What a node's name and attributes are called in the data of setData, by the dashed name of a component. */
type Aliases = Readonly<Record<string, Props>>

interface Template {
  internalComponents: Readonly<Record<string, Props>>
  componentsAlias: Aliases
  miniComponents: Readonly<Record<string, Props>>
  readonly nestElements: Map<string, number>
  createMiniComponents: (components: Readonly<Record<string, Props>>) => Readonly<Record<string, Props>>
  buildTemplate: (config: { readonly includes: ReadonlySet<string> }) => string
  modifyCompProps?: (name: string, props: Props) => Props
}

/**
 * The attributes that Taro's templates keep, for components that have many and stand in the templates up to ten
 * times. What nobody uses weighs (half of base.wxml) and is bound on every node of every screen. Whoever needs one of
 * the others adds it here; test/config/wxml.test.ts says so when a screen uses what isn't kept.
 * class, style, id, data-*, onClick, aria-* and role are always there. A component that isn't named doesn't exist: the build
 * says so when a screen uses it.
 */
export const KEPT: Readonly<Record<string, readonly string[]>> = {
  view: ['hover-class', 'bindTouchMove'],
  text: ['user-select'],
  image: ['src', 'mode', 'lazy-load', 'bindLoad', 'bindError'],
  label: ['for'],
  canvas: ['type'],
  input: [
    'value',
    'type',
    'password',
    'placeholder',
    'placeholder-class',
    'disabled',
    'maxlength',
    'focus',
    'confirm-type',
    'cursor-spacing',
    'name',
    'bindInput',
    'bindFocus',
    'bindBlur',
    'bindConfirm',
  ],
  textarea: [
    'value',
    'placeholder',
    'placeholder-class',
    'disabled',
    'maxlength',
    'focus',
    'auto-height',
    'cursor-spacing',
    'disable-default-padding',
    'name',
    'bindInput',
    'bindFocus',
    'bindBlur',
    'bindConfirm',
  ],
  picker: [
    'mode',
    'disabled',
    'range',
    'range-key',
    'value',
    'start',
    'end',
    'fields',
    'name',
    'bindChange',
    'bindCancel',
  ],
  'scroll-view': [
    'scroll-x',
    'scroll-y',
    'scroll-top',
    'scroll-left',
    'scroll-into-view',
    'scroll-with-animation',
    'upper-threshold',
    'lower-threshold',
    'show-scrollbar',
    'bindScrollToUpper',
    'bindScrollToLower',
    'bindScroll',
    'bindTouchMove',
  ],
}

/**
 * What a screen reader needs. Taro's templates pass on only the attributes they list, and these are not among them: without
 * this plugin nothing of it reaches WeChat.
 */
const NAMED: Props = { 'aria-label': '' }
const HIDDEN: Props = { 'aria-hidden': '' }
const ROLE: Props = { 'aria-role': '' }
const STATES: Props = {
  'aria-disabled': '',
  'aria-selected': '',
  'aria-checked': '',
  'aria-expanded': '',
  'aria-live': '',
}

/** Only what is in use for a component: an attribute costs some 30 bytes in each of up to ten templates. */
const ARIA: Readonly<Record<string, Props>> = {
  view: { ...NAMED, ...HIDDEN, ...STATES, ...ROLE },
  text: { ...NAMED, ...HIDDEN, ...ROLE },
  image: { ...NAMED, ...HIDDEN, ...ROLE },
  button: { ...NAMED, ...HIDDEN, 'aria-disabled': '' },
  input: NAMED,
  textarea: NAMED,
  picker: { ...NAMED, ...ROLE },
}

/** Their names in the data, on every node that has them: short ones. WeChat's aria-role is what our components call role. */
const ARIA_ALIAS: Props = {
  ariaLabel: 'a0',
  ariaHidden: 'a1',
  ariaRole: 'a2',
  role: 'a2',
  ariaDisabled: 'a3',
  ariaSelected: 'a4',
  ariaChecked: 'a5',
  ariaExpanded: 'a6',
  ariaLive: 'a7',
}

/** How often one may stand in another of its name, itself counted; Taro's own figures are higher, and each costs a template. */
const NESTED: Readonly<Record<string, number>> = { text: 2, 'static-text': 2, label: 1, 'scroll-view': 2 }

/** Taro's kinds of a view that we do without, and the kind that stands in for them. */
const STAND_IN: Readonly<Record<string, string>> = {
  // A tap without any other attribute: ours say their role.
  'click-view': 'view',
  // catchMove: nobody sets it.
  'catch-view': 'view',
}

const LOADER = path.resolve(__dirname, '..', 'loaders', 'cut.js')

/** scroll-view → scrollView, -scroll-view → ScrollView; and back. */
const camelCase = (name: string) => name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())
const dashed = (name: string) => name.replace(/\B[A-Z]/g, '-$&').toLowerCase()

/** The component that one of Taro's kinds (`static-text`) is of. */
const componentOf = (kind: string) => kind.replace(/^(static|pure|click|catch)-/, '')

/** The attributes that stand in WXML for a component: those of Taro's that are in use, and those it lacks. */
function inUse(name: string, props: Props): Props {
  const kept = KEPT[name] ?? []
  const some: Record<string, string> = {}
  for (const key of Object.keys(props)) {
    const value = props[key]
    if (value !== undefined && kept.includes(key)) some[key] = value
  }
  return { ...some, ...ARIA[name] }
}

/** Taro's names in the data, of the components and attributes that are in use, and the names of what we add. */
function aliasesInUse(all: Aliases): Aliases {
  const some: Record<string, Props> = {}
  for (const kind of Object.keys(all)) {
    const name = componentOf(kind)
    const kept = KEPT[name]
    const props = all[STAND_IN[kind] ?? kind] ?? {}
    if (!kept && kind !== '#text') continue
    const names = ['_num', ...(kept ?? []).map(camelCase)].filter((prop) => props[prop] !== undefined)
    some[kind] = {
      ...Object.fromEntries(names.map((prop) => [prop, props[prop] ?? ''])),
      ...(ARIA[name] ? ARIA_ALIAS : {}),
    }
  }
  return some
}

/** The cuts for the runtime's tables of all components of WeChat, by the file that has them: ours come in their place. */
function tables(
  aliases: Aliases,
): readonly [file: RegExp, cuts: readonly (readonly [find: string, instead: string])[]][] {
  const names = Object.keys(KEPT).map((name) => camelCase(`-${name}`))
  return [
    [
      /[\\/]@tarojs[\\/]shared[\\/]dist[\\/]components\.js$/,
      [
        [
          String.raw`\nconst View = [\s\S]*?\nconst internalComponents = \{[^}]*\};`,
          `\nconst internalComponents = {${names.map((name) => `${name}: {}`).join(', ')}};`,
        ],
      ],
    ],
    [
      /[\\/]@tarojs[\\/]shared[\\/]dist[\\/]utils\.js$/,
      [
        [
          String.raw`\nfunction getComponentsAlias\(origin\) \{[\s\S]*?\n\}`,
          `\nfunction getComponentsAlias() { return ${JSON.stringify(aliases)} }`,
        ],
      ],
    ],
    [
      /[\\/]@tarojs[\\/]plugin-platform-weapp[\\/]dist[\\/]runtime\.js$/,
      [[String.raw`\nmergeInternalComponents\(components\);`, '']],
    ],
  ]
}

/** Fails for a component that a screen uses and KEPT doesn't name: WeChat would show nothing in its place. */
function demandKept({ includes }: { readonly includes: ReadonlySet<string> }): void {
  const missing = [...includes].filter((kind) => !(componentOf(kind) in KEPT))
  if (missing.length > 0)
    throw new Error(`config/plugins/wxml.ts keeps nothing of ${missing.join(', ')}: name it in KEPT`)
}

/** Without line ends, indentation and the spaces that nobody reads. */
function small(templates: string): string {
  return templates
    .replace(/>\s+</g, '><')
    .replace(/ {2,}/g, ' ')
    .replace(/ (\/?>)/g, '$1')
    .replace(/(?<=\{\{[^}]*,) /g, '')
}

/**
 * Build plugin: leaves out of WXML, and out of the runtime's tables, the components and attributes that no screen uses, and
 * carries aria-* and role into WXML. Templates and runtime get the same names from here. The web platform has no templates:
 * there React sets attributes itself.
 */
export default function wxml(ctx: IPluginContext): void {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn(platform: { template?: Template }) {
      const template = platform.template
      if (!template) return
      const aliases = aliasesInUse(getComponentsAlias(template.internalComponents))
      for (const [kind, most] of [...template.nestElements]) {
        if (aliases[kind] && !STAND_IN[kind]) template.nestElements.set(kind, NESTED[kind] ?? most)
        else template.nestElements.delete(kind)
      }
      const before = template.modifyCompProps?.bind(template)
      template.modifyCompProps = (name, props) => inUse(name, before ? before(name, props) : props)
      template.componentsAlias = aliases
      const used = Object.entries(template.internalComponents).filter(([name]) => dashed(name) in KEPT)
      const shown = Object.entries(template.createMiniComponents(Object.fromEntries(used)))
      template.miniComponents = Object.fromEntries(shown.filter(([kind]) => !STAND_IN[kind]))
      const build = template.buildTemplate.bind(template)
      template.buildTemplate = (config) => {
        demandKept(config)
        return small(build(config))
      }
      tables(aliases).forEach(([file, cuts], no) => {
        ctx.modifyWebpackChain(({ chain }) => {
          chain.module.rule(`tables-${no}`).test(file).use('cut').loader(LOADER).options({ cuts })
        })
      })
    },
  })
}
