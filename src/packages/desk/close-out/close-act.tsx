import { Button } from '../../../components/button/button'
import { Card } from '../../../components/card/card'
import { Notice } from '../../../components/notice/notice'
import { Words } from '../../../components/words/words'
import type { CloseOutView } from '../../../features/attendance/close-out'
import { useClose } from '../../../features/attendance/use-attendance-acts'
import { confirm, toast } from '../../../platform/dialogs'
import { clock } from '../../../platform/state'
import { deskActProblemWords } from '../../../text/desk-refusals'

/** The close: what credits. */
export function CloseAct({ event, view: { blocked, own, credits } }: { event: string; view: CloseOutView }) {
  const act = useClose(event)
  const close = async () => {
    const people = credits.amounts.reduce((sum, one) => sum + one.people, 0)
    const sure = await confirm({
      title: '收尾？',
      content: `给 ${people} 人记时长，签到台作废。之后要改，得由负责人写明原因再打开。`,
      yes: '收尾',
      no: '再看看',
    })
    if (sure && (await act.run())) toast('已收尾')
  }
  return (
    <Card>
      {own !== null && (
        <Words as="body">你自己也签了到。自己的一行不能自己收尾：你收尾以后，由另一位负责人收尾你的这一行。</Words>
      )}
      {act.problem && <Notice>{deskActProblemWords(act.problem, clock.now())}</Notice>}
      <Button kind="primary" busy={act.busy} reason={blocked ?? undefined} onTap={() => void close()}>
        收尾
      </Button>
    </Card>
  )
}
