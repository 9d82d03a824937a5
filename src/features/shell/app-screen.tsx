import type { ReactNode } from 'react'
import type { Read } from '../../components/screen/read'
import { Screen } from '../../components/screen/screen'
import { ScreenTitle } from '../../components/screen-title/screen-title'
import { back, type Link } from '../../platform/navigation'
import { usePullDown } from '../../platform/use-pull-down'
import { type TabName, tabLink } from '../../routes'
import { Places } from './places'

interface AppScreenProps<T> {
  /** As in the page's config: WeChat draws that one, the web build this one. */
  title: string
  /** Which tab this page is; none for a page further in, which gets a way back. */
  tab?: TabName
  /** Where the way back leads when this is the first screen (a reload in the browser); the path, if nothing else is said. */
  under?: Link
  /** As wide as the desktop's window allows: for tables. */
  wide?: boolean
  read: Read<T>
  children: (value: T) => ReactNode
}

/** The frame of every page: its title and places on the web, its four states in both builds. */
export function AppScreen<T>({ title, tab, under, wide = false, read, children }: AppScreenProps<T>) {
  usePullDown()
  return (
    <Screen
      read={read}
      tab={tab !== undefined}
      wide={wide}
      top={<ScreenTitle title={title} onBack={tab ? undefined : () => back(under ?? tabLink('path'))} />}
      bottom={<Places current={tab} />}
    >
      {children}
    </Screen>
  )
}
