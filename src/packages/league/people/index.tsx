import { useRouter } from '@tarojs/taro'
import { localDateAt } from '#domain/time'
import { peopleView } from '../../../features/people/model'
import { usePeople } from '../../../features/people/use-people'
import { needSession } from '../../../features/reading/need-session'
import { mapRead, readOf } from '../../../features/reading/read-of'
import { AppScreen } from '../../../features/shell/app-screen'
import { Words } from '../../../components/words/words'
import { useNow } from '../../../platform/use-now'
import { useSession } from '../../../platform/use-session'
import { organisationName } from '../../../text/names'
import { MembersCard } from './members-card'
import { PendingCard } from './pending-card'

/** A branch's people: who waits for an answer first. */
export default function PeoplePage() {
  const { organisation = '' } = useRouter().params
  const now = useNow()
  const people = usePeople(organisation)
  const read = mapRead(readOf(people, now), (reply) => ({
    name: organisationName(reply.organisation),
    ...peopleView(reply.people, reply.organisation.code, localDateAt(now)),
  }))
  return (
    <AppScreen title="支部的人" read={needSession(useSession(), read)}>
      {({ name, pending, members }) => (
        <>
          <Words as="title">{name}</Words>
          {pending.map((one) => (
            <PendingCard key={one.person} pending={one} />
          ))}
          <MembersCard members={members} />
        </>
      )}
    </AppScreen>
  )
}
