import type { ReactNode } from 'react'
import { Button } from '../../../components/button/button'
import { Notice } from '../../../components/notice/notice'
import { confirm, toast } from '../../../platform/dialogs'
import { clock } from '../../../platform/state'
import type { Act } from '../../../platform/use-act'
import { eventActProblemWords } from '../../../text/event-refusals'

interface AskedAnswerProps {
  /** What is answered. */
  id: string
  answer: Act<[id: string, yes: boolean], true>
  yes: string
  no: string
  /** Said after a yes. */
  done: string
  /** A no is asked about again: what it means. */
  doubt: { title: string; content: string }
  onDone: () => void
  /** What it is about. */
  children: ReactNode
}

/** A yes, or a no that is confirmed. */
export function AskedAnswer({ id, answer, yes, no, done, doubt, onDone, children }: AskedAnswerProps) {
  const give = async (granted: boolean) => {
    if (!(await answer.run(id, granted))) return
    toast(granted ? done : '已答复')
    onDone()
  }
  const refuse = async () => {
    if (await confirm({ ...doubt, yes: no, no: '再想想' })) await give(false)
  }
  return (
    <>
      {children}
      {answer.problem && <Notice>{eventActProblemWords(answer.problem, clock.now())}</Notice>}
      <Button kind="primary" busy={answer.busy} onTap={() => void give(true)}>
        {yes}
      </Button>
      <Button kind="quiet" busy={answer.busy} onTap={() => void refuse()}>
        {no}
      </Button>
    </>
  )
}
