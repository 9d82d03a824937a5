import { Screen } from '../../components/screen/screen'
import { ScreenTitle } from '../../components/screen-title/screen-title'
import { type Tab, TabBar } from '../../components/tab-bar/tab-bar'
import { nothing } from './nothing'
import { FieldsSection, LinesSection, SignsSection } from './sections/basics'
import { GuestSection } from './sections/guest'
import { LeagueSection } from './sections/league'
import { PathSection } from './sections/path'
import { StatesSection } from './sections/states'

const TABS: readonly Tab<'path' | 'mine'>[] = [
  { name: 'path', text: '路径', icon: 'path' },
  { name: 'mine', text: '我的', icon: 'mine' },
]

/** Every piece of the kit in every state. Development builds only. */
export default function GalleryPage() {
  return (
    <Screen
      read={{ state: 'content', value: null }}
      tab
      top={<ScreenTitle title="组件" onBack={nothing} />}
      bottom={<TabBar tabs={TABS} current="path" onSelect={nothing} heading="青年爱里" />}
    >
      {() => (
        <>
          <PathSection />
          <GuestSection />
          <LeagueSection />
          <SignsSection />
          <LinesSection />
          <FieldsSection />
          <StatesSection />
        </>
      )}
    </Screen>
  )
}
