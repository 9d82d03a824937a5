import type { TabName } from '../../routes'

/** WeChat shows the tabs itself, from src/custom-tab-bar. */
export function Places(_props: { current: TabName | undefined }) {
  return null
}
