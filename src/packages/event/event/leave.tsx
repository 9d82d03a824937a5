import { View } from '@tarojs/components'
import { Button } from '../../../components/button/button'
import { Notice } from '../../../components/notice/notice'
import { Words } from '../../../components/words/words'
import type { EventView } from '../../../features/events/event-view'
import { useCancel } from '../../../features/events/use-cancel'
import { confirm, toast } from '../../../platform/dialogs'
import { clock } from '../../../platform/state'
import { eventActProblemWords } from '../../../text/event-refusals'
import { cancelQuestion } from '../../../text/events'

/** The way out of a place or of the list: at the end of the page, in words, and confirmed. */
export function Leave({ event: { id, main } }: { event: EventView }) {
  const cancel = useCancel(id)
  const registered = main.kind === 'registered' && main.coming
  if (!registered && main.kind !== 'waiting') return null
  const leave = async () => {
    const question = registered
      ? cancelQuestion('registered', main.marks, main.moved)
      : cancelQuestion('waiting', false, false)
    const sure = await confirm(question)
    if (sure && (await cancel.run(main.since))) toast(registered ? '已经取消' : '已经退出候补')
  }
  return (
    <>
      {registered && main.moved && <Words as="body">你报名以后活动改过：不方便可以退出，不留记录。</Words>}
      <View>{cancel.problem && <Notice>{eventActProblemWords(cancel.problem, clock.now())}</Notice>}</View>
      <Button kind="danger" busy={cancel.busy} onTap={() => void leave()}>
        {registered ? '取消报名' : '退出候补'}
      </Button>
    </>
  )
}
