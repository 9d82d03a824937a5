import { useRouter } from '@tarojs/taro'
import type { WordsReply } from '#contract/event'
import type { Instant } from '#domain/time'
import { Words } from '../../../components/words/words'
import { waitingWordsViews, type WaitingWordsView } from '../../../features/hosting/asked-views'
import { useAnswerWords } from '../../../features/hosting/use-answer-words'
import { useWaitingWords } from '../../../features/hosting/use-waiting-words'
import { needSession } from '../../../features/reading/need-session'
import { readOf } from '../../../features/reading/read-of'
import { AppScreen } from '../../../features/shell/app-screen'
import { useNow } from '../../../platform/use-now'
import { useSession } from '../../../platform/use-session'
import { links } from '../../../routes'
import { AskedAnswer } from '../parts/asked-answer'
import { AskedList } from '../parts/asked-list'
import { WrittenParts } from './written-parts'

/** The web's screen titles say how much there is to do. */
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
  return (
    <AskedList
      views={waitingWordsViews(reply, now)}
      idOf={({ id }) => id}
      place={links.words(organisation)}
      headline={headline(reply.words.length)}
      intro="在电脑上写的活动文字，微信没有看过，要由人看一遍，别人才看得到。自己写的，由别人看。"
      none="有新的文字，会出现在这里。"
      question="别人可以看吗"
    >
      {(view, close) => <Answer organisation={organisation} view={view} onDone={close} />}
    </AskedList>
  )
}

interface AnswerProps {
  organisation: string
  view: WaitingWordsView
  onDone: () => void
}

function Answer({ organisation, view, onDone }: AnswerProps) {
  const answer = useAnswerWords(organisation)
  return (
    <AskedAnswer
      id={view.id}
      answer={answer}
      yes="通过"
      no="不通过"
      done="已通过"
      doubt={{ title: '不让别人看？', content: '组织者会看到没有通过，改了再看一遍。活动的时间和名额不受影响。' }}
      onDone={onDone}
    >
      <WrittenParts parts={view.parts} />
      <Words as="body">{`${view.written}写的 · ${view.venue}`}</Words>
    </AskedAnswer>
  )
}
