import { useRouter } from '@tarojs/taro'
import type { MeReply } from '#contract/me'
import { SideLinks } from '../../components/side-links/side-links'
import { TabBar } from '../../components/tab-bar/tab-bar'
import { useCounts } from '../../platform/counts'
import { go, goInstead, type Link } from '../../platform/navigation'
import { useKeptCheckIns } from '../../platform/use-kept-check-ins'
import { useKnown } from '../../platform/use-known'
import { bar, barLink, pages, type TabName } from '../../routes'
import { officeViews } from './offices'

/** The web build's tabs: a bar on a phone, a side bar on a desktop, which also has the work of those who hold an office. */
export function Places({ current }: { current: TabName | undefined }) {
  const me = useKnown('me') as MeReply | undefined
  const counts = useCounts()
  const { path, params } = useRouter()
  const offices = officeViews(me?.roles ?? [])
  // Taro gives the path with the query of the first visit, and with stamps of its own.
  const bare = path.replace(/\?.*$/, '')
  const isHere = ({ url }: Link) =>
    url === `${bare}?organisation=${params.organisation ?? ''}` || url === `${bare}?venue=${params.venue ?? ''}`
  const place = current ?? (bare === `/${pages.checkIn}` ? 'checkIn' : undefined)
  const open = (link: Link) => {
    if (isHere(link)) return
    // From one place of the side bar to the next: back leads to the tab, not through all that was looked at.
    if (current === undefined) goInstead(link)
    else go(link)
  }
  return (
    <TabBar
      heading="青年爱里"
      tabs={bar}
      counts={{ checkIn: useKeptCheckIns().rows.length }}
      current={place}
      onlyDesktop={current === undefined}
      onSelect={(name) => {
        if (name !== place) open(barLink(name))
      }}
    >
      {offices.length > 0 && (
        <SideLinks
          heading="我的工作"
          links={offices.map(({ key, title, organisation, link }) => ({
            key,
            text: title,
            note: organisation,
            count: counts[link.url],
            current: isHere(link),
            onTap: () => open(link),
          }))}
        />
      )}
    </TabBar>
  )
}
