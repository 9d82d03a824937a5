import { Button } from '../../../components/button/button'
import { Card } from '../../../components/card/card'
import { Notice } from '../../../components/notice/notice'
import { Pill } from '../../../components/pill/pill'
import { Row } from '../../../components/row/row'
import { Words } from '../../../components/words/words'
import type { EventView, MainView } from '../../../features/events/event-view'
import { useCancel } from '../../../features/events/use-cancel'
import { addToCalendar } from '../../../platform/calendar'
import { confirm, toast } from '../../../platform/dialogs'
import { clock } from '../../../platform/state'
import { eventActProblemWords } from '../../../text/event-refusals'
import { cancelQuestion, CHECK_IN_WORDS } from '../../../text/events'

interface RegisteredProps {
  event: EventView
  main: Extract<MainView, { kind: 'registered' }>
}

/** 已报名: when and where, into one's calendar, how to check in; and, quietly, the way out. */
export function Registered({ event, main }: RegisteredProps) {
  const cancel = useCancel(event.id)
  const { card, when, where, start, end } = event
  const remember = async () => {
    const added = await addToCalendar({ id: event.id, title: card.title, start, end, where })
    if (!added) toast('没有加成，请在手机日历里自己记一下')
  }
  const leave = async () => {
    const sure = await confirm(cancelQuestion('registered', main.marks, main.moved))
    if (sure && (await cancel.run(main.since))) toast('已经取消')
  }
  return (
    <>
      <Card tone="leaf">
        <Row title="已报名" note={`${when}\n${where}`} trailing={<Pill tone="met">{main.role}</Pill>} />
        {main.byHost && <Words as="body">组织者替你报的名。</Words>}
        <Words as="body">{CHECK_IN_WORDS}</Words>
        {main.coming && <Button onTap={() => void remember()}>加入日历</Button>}
      </Card>
      {main.moved && <Words as="body">你报名以后活动改过：不方便可以退出，不留记录。</Words>}
      {cancel.problem && <Notice>{eventActProblemWords(cancel.problem, clock.now())}</Notice>}
      {main.coming && (
        <Button kind="danger" busy={cancel.busy} onTap={() => void leave()}>
          取消报名
        </Button>
      )}
    </>
  )
}
