import type { Policy } from '#domain/policy/policy'
import { editionWords, unconfirmedWords } from '../../features/policy/model'
import { usePolicy } from '../../features/policy/use-policy'
import { stageViews } from '../../features/policy/way'
import { WayCard } from '../../features/policy/way-card'
import { AppScreen } from '../../features/shell/app-screen'

/** Every step: what it asks, by which rule, who takes it, and what is kept of it. Needs neither a session nor a network. */
export default function StepsPage() {
  return (
    <AppScreen<Policy> title="每一步" read={{ state: 'content', value: usePolicy() }}>
      {(policy) => (
        <WayCard
          title="这条路怎么走"
          stages={stageViews(policy)}
          edition={editionWords(policy)}
          unconfirmed={unconfirmedWords(policy)}
        />
      )}
    </AppScreen>
  )
}
