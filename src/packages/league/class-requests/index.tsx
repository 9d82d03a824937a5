import { useRouter } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import type { ClassRequestsReply } from '#contract/event'
import type { Instant } from '#domain/time'
import { Button } from '../../../components/button/button'
import { Card } from '../../../components/card/card'
import { Facts } from '../../../components/facts/facts'
import { Notice } from '../../../components/notice/notice'
import { Sheet } from '../../../components/sheet/sheet'
import { TaskCard } from '../../../components/task-card/task-card'
import { Tiles } from '../../../components/tiles/tiles'
import { Words } from '../../../components/words/words'
import { classRequestViews, type ClassRequestView } from '../../../features/hosting/asked-views'
import { useAnswerClass } from '../../../features/hosting/use-answer-class'
import { useClassRequests } from '../../../features/hosting/use-class-requests'
import { needSession } from '../../../features/reading/need-session'
import { readOf } from '../../../features/reading/read-of'
import { AppScreen } from '../../../features/shell/app-screen'
import { tellCount } from '../../../platform/counts'
import { confirm, toast } from '../../../platform/dialogs'
import { clock } from '../../../platform/state'
import { useNow } from '../../../platform/use-now'
import { useSession } from '../../../platform/use-session'
import { links } from '../../../routes'
import { eventActProblemWords } from '../../../text/event-refusals'

/** The web's screen titles say how much there is to do; WeChat's are fixed, and the first line says it. */
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
  const [opened, setOpened] = useState<string | null>(null)
  const views = classRequestViews(reply, now)
  const { length: count } = views
  useEffect(() => {
    tellCount(links.classRequests(organisation), count)
  }, [organisation, count])
  const shown = views.find(({ event }) => event === opened)
  return (
    <>
      {!WEB && <Words as="headline">{headline(count)}</Words>}
      <Words as="body">认定以后，参加的人计团课学时。由一个人提出，另一个人答复。</Words>
      {count === 0 && (
        <Card>
          <Words as="body">青年爱里提出申请以后，会出现在这里。</Words>
        </Card>
      )}
      <Tiles>
        {views.map((view) => (
          <TaskCard
            key={view.event}
            title={view.title}
            who={view.who}
            tone={view.tone}
            clock={view.clock}
            onTap={() => setOpened(view.event)}
          />
        ))}
      </Tiles>
      <Sheet open={shown !== undefined} title="认定为团课？" onClose={() => setOpened(null)}>
        {shown && <Answer organisation={organisation} view={shown} onDone={() => setOpened(null)} />}
      </Sheet>
    </>
  )
}

interface AnswerProps {
  organisation: string
  view: ClassRequestView
  onDone: () => void
}

function Answer({ organisation, view, onDone }: AnswerProps) {
  const answer = useAnswerClass(organisation)
  const give = async (yes: boolean) => {
    if (!(await answer.run(view.event, yes))) return
    toast(yes ? '已认定' : '已答复')
    onDone()
  }
  const decline = async () => {
    const sure = await confirm({
      title: '不认定为团课？',
      content: '组织者会看到答复，可以改一改再申请。活动照常办，只是不计团课学时。',
      yes: '不认定',
      no: '再想想',
    })
    if (sure) await give(false)
  }
  return (
    <>
      <Words as="title">{view.title}</Words>
      <Facts rows={view.facts} />
      {view.notes !== '' && <Words as="body">{view.notes}</Words>}
      {answer.problem && <Notice>{eventActProblemWords(answer.problem, clock.now())}</Notice>}
      <Button kind="primary" busy={answer.busy} onTap={() => void give(true)}>
        {`认定，计 ${view.hours}`}
      </Button>
      <Button kind="quiet" busy={answer.busy} onTap={() => void decline()}>
        不认定
      </Button>
    </>
  )
}
