import Taro from '@tarojs/taro'
import { toast } from './dialogs'

/** A screen to go to; src/routes.ts makes them. */
export interface Link {
  readonly url: string
  readonly tab: boolean
}

/** A screen of a package that isn't on the phone yet can't open without a network: one is told, and stays where one is. */
function said(opened: Promise<unknown>): void {
  opened.catch(() => toast('这一页打不开，联网后再试'))
}

/** Goes to a screen. */
export function go(link: Link): void {
  said(link.tab ? Taro.switchTab({ url: link.url }) : Taro.navigateTo({ url: link.url }))
}

/** Goes to a screen that takes this one's place: back leads to the one before. */
export function goInstead(link: Link): void {
  said(link.tab ? Taro.switchTab({ url: link.url }) : Taro.redirectTo({ url: link.url }))
}

/** Goes back; `otherwise` when this is the first screen (a reload in the browser, a shared link). */
export function back(otherwise: Link): void {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack()
  else goInstead(otherwise)
}

/** The path of the screen that is shown, without a slash in front; '' before the first. */
export function here(): string {
  const pages = Taro.getCurrentPages()
  return pages[pages.length - 1]?.route ?? ''
}
