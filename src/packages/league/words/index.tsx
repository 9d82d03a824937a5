import { useRouter } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import type { WordsReply } from '#contract/event'
import type { Instant } from '#domain/time'
import { Button } from '../../../components/button/button'
import { Card } from '../../../components/card/card'
import { Notice } from '../../../components/notice/notice'
import { Sheet } from '../../../components/sheet/sheet'
import { TaskCard } from '../../../components/task-card/task-card'
import { Tiles } from '../../../components/tiles/tiles'
import { Words } from '../../../components/words/words'
import { waitingWordsViews, type WaitingWordsView } from '../../../features/hosting/asked-views'
import { useAnswerWords } from '../../../features/hosting/use-answer-words'
import { useWaitingWords } from '../../../features/hosting/use-waiting-words'
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
import { WrittenParts } from './written-parts'

/** The web's screen titles say how much there is to do; WeChat's are fixed, and the first line says it. */
const WEB = process.env.TARO_ENV === 'h5'

function headline(count: number): string {
  return count === 0 ? '没有等审核的文字' : `${count} 段文字等你看`
}

/** The words of events that nobody may read until somebody has looked at them: those of the next event first. */
export default function WordsPage() {
  const { organisation = '' } = useRouter().params
  const now = useNow()
  const read = needSession(useSession(), readOf(useWaitingWords(organisation), now))
  return (
    <AppScreen
      title={WEB && read.state === 'content' ? headline(read.value.words.length) : '活动文字'}
      wide
      read={read}
    >
      {(reply) => <Waiting organisation={organisation} reply={reply} now={now} />}
    </AppScreen>
  )
}

interface WaitingProps {
  organisation: string
  reply: WordsReply
  now: Instant
}

function Waiting({ organisation, reply, now }: WaitingProps) {
  const [opened, setOpened] = useState<string | null>(null)
  const views = waitingWordsViews(reply, now)
  const { length: count } = views
  useEffect(() => {
    tellCount(links.words(organisation), count)
  }, [organisation, count])
  const shown = views.find(({ id }) => id === opened)
  return (
    <>
      {!WEB && <Words as="headline">{headline(count)}</Words>}
      <Words as="body">在电脑上写的活动文字，微信没有看过，要由人看一遍，别人才看得到。自己写的，由别人看。</Words>
      {count === 0 && (
        <Card>
          <Words as="body">有新的文字，会出现在这里。</Words>
        </Card>
      )}
      <Tiles>
        {views.map((view) => (
          <TaskCard
            key={view.id}
            title={view.title}
            who={view.who}
            tone={view.tone}
            clock={view.clock}
            onTap={() => setOpened(view.id)}
          />
        ))}
      </Tiles>
      <Sheet open={shown !== undefined} title="别人可以看吗" onClose={() => setOpened(null)}>
        {shown && <Answer organisation={organisation} view={shown} onDone={() => setOpened(null)} />}
      </Sheet>
    </>
  )
}

interface AnswerProps {
  organisation: string
  view: WaitingWordsView
  onDone: () => void
}

function Answer({ organisation, view, onDone }: AnswerProps) {
  const answer = useAnswerWords(organisation)
  const give = async (yes: boolean) => {
    if (!(await answer.run(view.id, yes))) return
    toast(yes ? '已通过' : '已答复')
    onDone()
  }
  const refuse = async () => {
    const sure = await confirm({
      title: '不让别人看？',
      content: '组织者会看到没有通过，改了再看一遍。活动的时间和名额不受影响。',
      yes: '不通过',
      no: '再想想',
    })
    if (sure) await give(false)
  }
  return (
    <>
      <WrittenParts parts={view.parts} />
      <Words as="body">{`${view.written}写的 · ${view.venue}`}</Words>
      {answer.problem && <Notice>{eventActProblemWords(answer.problem, clock.now())}</Notice>}
      <Button kind="primary" busy={answer.busy} onTap={() => void give(true)}>
        通过
      </Button>
      <Button kind="quiet" busy={answer.busy} onTap={() => void refuse()}>
        不通过
      </Button>
    </>
  )
}
