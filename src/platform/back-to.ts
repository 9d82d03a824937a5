import Taro from '@tarojs/taro'
import { goInstead, type Link } from './navigation'

/**
 * Goes back to a screen below this one, past those between; opens it in this one's place when it isn't there (a reload in the
 * browser).
 */
export function backTo(link: Link): void {
  const routes = Taro.getCurrentPages().map(({ route }) => bare(route ?? ''))
  const past = routes.length - 1 - routes.lastIndexOf(bare(link.url))
  if (past > 0 && past < routes.length) void Taro.navigateBack({ delta: past })
  else goInstead(link)
}

/** A path without a slash in front and without a query. */
function bare(url: string): string {
  return url.replace(/^\//, '').replace(/\?.*$/, '')
}
