import type { IPluginContext } from '@tarojs/service'

// One file: Taro compiles a plugin's own file and nothing that it imports.

/** A component's attributes in Taro's templates, each with what Taro's generator makes its value from. */
type Props = Readonly<Record<string, string>>

interface Template {
  buildTemplate?: (...args: unknown[]) => string
  modifyCompProps?: (name: string, props: Props) => Props
}

/**
 * The attributes that Taro's templates keep, for components that have many and stand in the templates up to sixteen
 * times. What nobody uses weighs (half of base.wxml) and is bound on every node of every screen. Whoever needs one of
 * the others adds it here; test/config/wxml.test.ts says so when a screen uses what isn't kept.
 * class, style, id, data-*, onClick, aria-* and role are always there. Components not named keep everything.
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
 * What a screen reader needs, by WeChat's names. Taro's templates pass on only the attributes they list, and these are
 * not among them: without this plugin nothing of it reaches WeChat.
 */
const NAMED: Props = { 'aria-label': '' }
const HIDDEN: Props = { 'aria-hidden': '' }
// WeChat calls it aria-role. The value is what our components say (role="button"), which the web build needs.
const ROLE: Props = { 'aria-role': 'i.role' }
const STATES: Props = {
  'aria-disabled': '',
  'aria-selected': '',
  'aria-checked': '',
  'aria-expanded': '',
  'aria-live': '',
}

/** Only what is in use for a component: an attribute costs some 30 bytes in each of up to sixteen templates. */
const ARIA: Readonly<Record<string, Props>> = {
  view: { ...NAMED, ...HIDDEN, ...STATES, ...ROLE },
  text: { ...NAMED, ...HIDDEN, ...ROLE },
  image: { ...NAMED, ...HIDDEN, ...ROLE },
  button: { ...NAMED, ...HIDDEN, 'aria-disabled': '' },
  input: NAMED,
  textarea: NAMED,
  picker: { ...NAMED, ...ROLE },
}

/** The attributes that stand in WXML for a component: those of Taro's that are in use, and those it lacks. */
function inUse(name: string, props: Props): Props {
  const kept = KEPT[name]
  const some: Record<string, string> = {}
  for (const key of Object.keys(props)) {
    const value = props[key]
    if (value !== undefined && (!kept || kept.includes(key))) some[key] = value
  }
  return { ...some, ...ARIA[name] }
}

/**
 * Build plugin: leaves out of WXML what no screen uses, and carries aria-* and role into it. It steps in after Taro has
 * numbered the properties it knows, so the runtime, which numbers them alike, needs no change. The web platform has no
 * templates: there React sets attributes itself.
 */
export default function wxml(ctx: IPluginContext): void {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn(platform: { template?: Template }) {
      const template = platform.template
      if (!template) return
      const before = template.modifyCompProps?.bind(template)
      template.modifyCompProps = (name, props) => inUse(name, before ? before(name, props) : props)
      // Nobody reads them: without line ends and indentation they weigh 1.5 kB less.
      const build = template.buildTemplate?.bind(template)
      if (build) template.buildTemplate = (...args) => build(...args).replace(/>\s+</g, '><')
    },
  })
}
