import { Button } from '../../../components/button/button'
import { Card } from '../../../components/card/card'
import { Notice } from '../../../components/notice/notice'
import { Pill } from '../../../components/pill/pill'
import { Row } from '../../../components/row/row'
import type { PendingView } from '../../../features/people/model'
import { useAnswerAffiliation } from '../../../features/people/use-answer-affiliation'
import { confirm } from '../../../platform/dialogs'
import { actProblemWords } from '../../../text/problems'

/** Someone who says they belong here: the name only, and two answers. */
export function PendingCard({ pending }: { pending: PendingView }) {
  const answer = useAnswerAffiliation()
  const decline = async () => {
    const sure = await confirm({
      title: `${pending.name}不是本支部的？`,
      content: '对方会看到你的答复，并可以重新选择团支部。',
      yes: '不是',
      no: '再想想',
    })
    if (sure) await answer.run(pending.person, false)
  }
  return (
    <Card>
      <Row title={pending.name} note={pending.note} trailing={<Pill tone="waiting">待确认</Pill>} />
      {answer.problem && <Notice>{actProblemWords(answer.problem)}</Notice>}
      <Button busy={answer.busy} onTap={() => void answer.run(pending.person, true)}>
        确认是我支部的
      </Button>
      <Button kind="quiet" busy={answer.busy} onTap={() => void decline()}>
        不是我支部的
      </Button>
    </Card>
  )
}
