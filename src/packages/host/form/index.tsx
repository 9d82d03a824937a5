import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import type { DeskReply } from '#contract/event'
import { localDateAt } from '#domain/time'
import { classes } from '../../../components/classes'
import type { Read } from '../../../components/screen/read'
import { Words } from '../../../components/words/words'
import { startOfCopy, startOfEvent } from '../../../features/hosting/event-draft'
import { useDesk } from '../../../features/hosting/use-desk'
import { useMe } from '../../../features/me/use-me'
import { usePolicy } from '../../../features/policy/use-policy'
import { needSession } from '../../../features/reading/need-session'
import { mapRead, readOf, withoutNote } from '../../../features/reading/read-of'
import { AppScreen } from '../../../features/shell/app-screen'
import { toast } from '../../../platform/dialogs'
import { back, goInstead } from '../../../platform/navigation'
import { useNow } from '../../../platform/use-now'
import { usePageTitle } from '../../../platform/use-page-title'
import { useSession } from '../../../platform/use-session'
import { links } from '../../../routes'
import { venueName } from '../../../text/event-cards'
import { EventForm } from './event-form'
import styles from './index.module.scss'

/** A new event (from scratch or from an earlier one), or another wording of one. */
export default function FormPage() {
  const { venue = '', event, from } = useRouter().params
  const now = useNow()
  const title = event === undefined ? '新建活动' : '修改活动'
  usePageTitle(title)
  const me = readOf(useMe(), now)
  const known = useDesk(event ?? from ?? null)
  const desk: Read<DeskReply | null> =
    event === undefined && from === undefined ? { state: 'content', value: null } : readOf(known, now)
  const roles = me.state === 'content' ? me.value.roles : []
  const named = roles.find((held) => held.venue?.code === venue)?.venue?.name ?? '这个青年爱里'
  const read = needSession(useSession(), withoutNote(me.state === 'content' ? desk : mapRead(me, () => null)))
  return (
    <AppScreen title={title} read={read}>
      {(reply) => (
        <View className={classes(styles.narrow)}>
          {event !== undefined && reply ? (
            <Change event={event} reply={reply} />
          ) : (
            <Create venue={venue} name={named} from={from} earlier={reply} />
          )}
        </View>
      )}
    </AppScreen>
  )
}

interface CreateProps {
  venue: string
  name: string
  from: string | undefined
  earlier: DeskReply | null
}

function Create({ venue, name, from, earlier }: CreateProps) {
  const now = useNow()
  const policy = usePolicy()
  return (
    <>
      <Words as="body">
        {earlier === null
          ? '先存成草稿，只有你们看得到；想好了再发布。'
          : '从以前的活动复制，日期先放在一周以后。先存成草稿，再发布。'}
      </Words>
      <EventForm
        name={`event:${venue}:${from ?? 'new'}`}
        start={earlier === null ? startOfEvent(null) : startOfCopy(earlier.terms, localDateAt(now))}
        target={{ venue }}
        context={{ venue, before: null, policy, now }}
        venueName={name}
        people={0}
        onSaved={(made) => {
          toast('已存为草稿')
          goInstead(links.desk(made))
        }}
      />
    </>
  )
}

function Change({ event, reply }: { event: string; reply: DeskReply }) {
  const now = useNow()
  const policy = usePolicy()
  const { card, registered, offered, waiting } = reply.desk
  return (
    <EventForm
      name={`event:${event}`}
      start={startOfEvent(reply.terms)}
      target={{ event }}
      context={{
        venue: card.venue.code,
        before: {
          terms: reply.terms,
          published: card.phase !== 'draft',
          counts: reply.counts,
          naming: reply.naming.state,
        },
        policy,
        now,
      }}
      venueName={venueName(card.venue)}
      people={registered + offered + waiting}
      onSaved={() => {
        toast('已保存')
        back(links.desk(event))
      }}
    />
  )
}
