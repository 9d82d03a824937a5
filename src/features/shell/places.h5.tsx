import { TabBar } from '../../components/tab-bar/tab-bar'
import { go } from '../../platform/navigation'
import { type TabName, tabLink, tabs } from '../../routes'

/** The web build's tabs: a bar on a phone, a side bar on a desktop. */
export function Places({ current }: { current: TabName | undefined }) {
  return (
    <TabBar
      heading="青年爱里"
      tabs={tabs}
      current={current}
      onlyDesktop={current === undefined}
      onSelect={(name) => go(tabLink(name))}
    />
  )
}
