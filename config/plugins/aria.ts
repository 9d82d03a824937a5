import type { IPluginContext } from '@tarojs/service'

/**
 * What a screen reader needs, by WeChat's names. Taro's templates pass on only the attributes they list, and these are
 * not among them: without this plugin nothing of it reaches WeChat.
 * Only attributes in use are listed: each costs some 35 bytes for each component below.
 */
const ARIA: Readonly<Record<string, string>> = {
  'aria-label': '',
  'aria-hidden': '',
  'aria-disabled': '',
  'aria-selected': '',
  'aria-checked': '',
  'aria-expanded': '',
  'aria-live': '',
  // WeChat calls it aria-role. The second name is what components say (role="button"), which the web build needs.
  'aria-role': 'i.role',
}

/** The components that the kit gives a role or a label. `view` covers its cheaper variants too. */
const COMPONENTS: ReadonlySet<string> = new Set([
  'view',
  'text',
  'button',
  'image',
  'input',
  'textarea',
  'picker',
  'scroll-view',
])

type Props = Readonly<Record<string, string>>
interface TemplateHooks {
  modifyCompProps?: (name: string, props: Props) => Props
}

/**
 * Build plugin: carries aria-* and role into WXML. The attributes are added after Taro has numbered the properties it
 * knows, so they travel under their own names and the runtime needs no change.
 */
export default function aria(ctx: IPluginContext): void {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn(platform: { template?: TemplateHooks }) {
      const template = platform.template
      // The web platform has no templates: there React sets the attributes itself.
      if (!template) return
      const before = template.modifyCompProps?.bind(template)
      template.modifyCompProps = (name, props) => {
        const known = before ? before(name, props) : props
        return COMPONENTS.has(name) ? { ...known, ...ARIA } : known
      }
    },
  })
}
