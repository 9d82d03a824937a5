import { Button } from '../../../components/button/button'
import { Card } from '../../../components/card/card'
import { Notice } from '../../../components/notice/notice'
import { Words } from '../../../components/words/words'
import type { MainView } from '../../../features/events/event-view'
import { useCancel } from '../../../features/events/use-cancel'
import { confirm, toast } from '../../../platform/dialogs'
import { clock } from '../../../platform/state'
import { eventActProblemWords } from '../../../text/event-refusals'
import { cancelQuestion } from '../../../text/events'

interface WaitingProps {
  id: string
  main: Extract<MainView, { kind: 'waiting' }>
}

/** One's place on the waiting list, how it goes on, and the way out. */
export function Waiting({ id, main }: WaitingProps) {
  const cancel = useCancel(id)
  const leave = async () => {
    const sure = await confirm(cancelQuestion('waiting', false, false))
    if (sure && (await cancel.run(main.since))) toast('已经退出候补')
  }
  return (
    <>
      <Card tone="sky">
        <Words as="title">{`候补第 ${main.place} 位（${main.role}）`}</Words>
        <Words as="body">{`${main.rule}。`}</Words>
        <Words as="body">轮到你的时候，“我的 · 消息”里会告诉你。</Words>
      </Card>
      {cancel.problem && <Notice>{eventActProblemWords(cancel.problem, clock.now())}</Notice>}
      <Button kind="danger" busy={cancel.busy} onTap={() => void leave()}>
        退出候补
      </Button>
    </>
  )
}
