import type { ScreenTitleProps } from './props'

/** WeChat draws its own title bar. */
export function ScreenTitle(_props: ScreenTitleProps) {
  return null
}
