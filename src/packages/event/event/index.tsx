import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { isLive } from '#domain/events/registration'
import { valueOf } from '#domain/policy/policy'
import { eventView, type EventView } from '../../../features/events/event-view'
import { useEvent } from '../../../features/events/use-event'
import { useMyEvent } from '../../../features/events/use-my-event'
import { usePolicy } from '../../../features/policy/use-policy'
import { mapRead, readOf } from '../../../features/reading/read-of'
import { AppScreen } from '../../../features/shell/app-screen'
import { useNow } from '../../../platform/use-now'
import { useSession } from '../../../platform/use-session'
import { About } from './about'
import { Door } from './door'
import { Head } from './head'
import { Leave } from './leave'
import { Main } from './main'

/** Where something is to be decided first: one main action a screen. */
const DECIDES: ReadonlySet<EventView['main']['kind']> = new Set(['guest', 'profile', 'open', 'offered'])

/** An event: all that is needed to decide, and one main action. */
export default function EventPage() {
  const id = useRouter().params.event ?? ''
  const { session } = useSession()
  const my = useMyEvent(id)
  const event = useEvent(id, Boolean(my.data?.mine && isLive(my.data.mine)))
  const policy = usePolicy()
  const rules = {
    'event.offer-end': valueOf(policy, 'event.offer-end'),
    'check-in.window': valueOf(policy, 'check-in.window'),
    'check-in.share': valueOf(policy, 'check-in.share'),
  }
  const now = useNow()
  // The event is there for anyone, also while how one stands with it isn't known.
  const waits = session && !my.data && !my.problem
  const known = readOf(event, now)
  const mine = session ? my.data : null
  const read = waits && known.state === 'content' ? ({ state: 'loading' } as const) : known
  return (
    <AppScreen<EventView> title="活动" read={mapRead(read, (reply) => eventView(reply, mine, rules, now))}>
      {(view) => (
        <>
          <Head event={view} />
          {/* Places of their own: put in between the others, another state would make WeChat send all of them again. */}
          <View>
            <Main event={view} onRetry={my.refresh} />
          </View>
          <View>{view.door !== null && <Door words={view.door} first={!DECIDES.has(view.main.kind)} />}</View>
          <About event={view} />
          <View>
            <Leave event={view} />
          </View>
        </>
      )}
    </AppScreen>
  )
}
