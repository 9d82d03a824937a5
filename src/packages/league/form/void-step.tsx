import type { ApplicationAct } from '#domain/application/acts'
import { Button } from '../../../components/button/button'
import { Notice } from '../../../components/notice/notice'
import { voidRefusal } from '../../../features/people/step-draft'
import { useVoidStep } from '../../../features/people/use-record-step'
import { confirm } from '../../../platform/dialogs'
import { actProblemWords } from '../../../text/problems'
import { refusalWords } from '../../../text/refusals'
import { ACT_NAMES } from '../../../text/steps'
import type { About } from './person-screen'

interface VoidStepProps {
  act: ApplicationAct
  context: About
  reason: string
  /** There is no reason yet: says so at its field. */
  onUnexplained: (words: string) => void
}

/** Takes back the newest step; the others rest on what follows them. */
export function VoidStep({ act, context, reason, onUnexplained }: VoidStepProps) {
  const taking = useVoidStep(context.asked.person, act.id)
  const refusal = voidRefusal(act, context)
  const takeBack = async () => {
    if (reason.trim() === '') {
      onUnexplained('请写下撤销的原因。')
      return
    }
    const sure = await confirm({
      title: `撤销“${ACT_NAMES[act.act]}”？`,
      content: '这一步不再算数，回到它之前。撤销的原因本人看得到。',
      yes: '撤销',
      no: '不撤销',
    })
    if (sure && (await taking.run(reason.trim()))) context.done('已撤销')
  }
  return (
    <>
      {taking.problem && <Notice>{actProblemWords(taking.problem)}</Notice>}
      <Button
        kind="danger"
        busy={taking.busy}
        reason={refusal ? refusalWords(refusal) : undefined}
        onTap={() => void takeBack()}
      >
        撤销这一步
      </Button>
    </>
  )
}
