import { useRouter } from '@tarojs/taro'
import type { ClassRequestsReply } from '#contract/event'
import type { Instant } from '#domain/time'
import { Facts } from '../../../components/facts/facts'
import { Words } from '../../../components/words/words'
import { classRequestViews, type ClassRequestView } from '../../../features/hosting/asked-views'
import { useAnswerClass } from '../../../features/hosting/use-answer-class'
import { useClassRequests } from '../../../features/hosting/use-class-requests'
import { needSession } from '../../../features/reading/need-session'
import { readOf } from '../../../features/reading/read-of'
import { AppScreen } from '../../../features/shell/app-screen'
import { useNow } from '../../../platform/use-now'
import { useSession } from '../../../platform/use-session'
import { links } from '../../../routes'
import { AskedAnswer } from '../parts/asked-answer'
import { AskedList } from '../parts/asked-list'

/** The web's screen titles say how much there is to do. */
const WEB = process.env.TARO_ENV === 'h5'

function headline(count: number): string {
  return count === 0 ? '没有等认定的团课' : `${count} 场活动请你认定为团课`
}

/** Events that ask an organisation to name them a class: the next one first, each answered yes or no. */
export default function ClassRequestsPage() {
  const { organisation = '' } = useRouter().params
  const now = useNow()
  const read = needSession(useSession(), readOf(useClassRequests(organisation), now))
  return (
    <AppScreen
      title={WEB && read.state === 'content' ? headline(read.value.requests.length) : '团课认定'}
      wide
      read={read}
    >
      {(reply) => <Requests organisation={organisation} reply={reply} now={now} />}
    </AppScreen>
  )
}

interface RequestsProps {
  organisation: string
  reply: ClassRequestsReply
  now: Instant
}

function Requests({ organisation, reply, now }: RequestsProps) {
  return (
    <AskedList
      views={classRequestViews(reply, now)}
      idOf={({ event }) => event}
      place={links.classRequests(organisation)}
      headline={headline(reply.requests.length)}
      intro="认定以后，参加的人计团课学时。由一个人提出，另一个人答复。"
      none="青年爱里提出申请以后，会出现在这里。"
      question="认定为团课？"
    >
      {(view, close) => <Answer organisation={organisation} view={view} onDone={close} />}
    </AskedList>
  )
}

interface AnswerProps {
  organisation: string
  view: ClassRequestView
  onDone: () => void
}

function Answer({ organisation, view, onDone }: AnswerProps) {
  const answer = useAnswerClass(organisation)
  return (
    <AskedAnswer
      id={view.event}
      answer={answer}
      yes={`认定，计 ${view.hours}`}
      no="不认定"
      done="已认定"
      doubt={{
        title: '不认定为团课？',
        content: '组织者会看到答复，可以改一改再申请。活动照常办，只是不计团课学时。',
      }}
      onDone={onDone}
    >
      <Words as="title">{view.title}</Words>
      <Facts rows={view.facts} />
      {view.notes !== '' && <Words as="body">{view.notes}</Words>}
    </AskedAnswer>
  )
}
