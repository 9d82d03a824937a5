import { View } from '@tarojs/components'
import { Button } from '../../../components/button/button'
import { NextCard } from '../../../components/next-card/next-card'
import { Notice } from '../../../components/notice/notice'
import type { MainView } from '../../../features/events/event-view'
import { useAnswerOffer } from '../../../features/events/use-answer-offer'
import { confirm, toast } from '../../../platform/dialogs'
import { clock } from '../../../platform/state'
import { useMinutesLeft } from '../../../platform/use-minutes-left'
import { eventActProblemWords } from '../../../text/event-refusals'
import { DECLINE_QUESTION, offerWords } from '../../../text/events'

interface OfferedProps {
  id: string
  main: Extract<MainView, { kind: 'offered' }>
}

/** A freed place that is kept for oneself for a while: take it, or let the next have it. */
export function Offered({ id, main }: OfferedProps) {
  const answer = useAnswerOffer(id)
  const left = useMinutesLeft(main.until)
  const decline = async () => {
    if ((await confirm(DECLINE_QUESTION)) && (await answer.run(false, main.since))) toast('已经让出')
  }
  return (
    <NextCard title={`有名额了（${main.role}）`} text={offerWords(main.until, left, clock.now())}>
      <View>{answer.problem && <Notice>{eventActProblemWords(answer.problem, clock.now())}</Notice>}</View>
      <Button kind="primary" busy={answer.busy} onTap={() => void answer.run(true, main.since)}>
        接受，我要去
      </Button>
      <Button busy={answer.busy} onTap={() => void decline()}>
        让给下一位
      </Button>
    </NextCard>
  )
}
