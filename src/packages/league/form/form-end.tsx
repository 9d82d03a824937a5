import { Button } from '../../../components/button/button'
import { Notice } from '../../../components/notice/notice'
import type { Problem } from '../../../platform/problem'
import { actProblemWords } from '../../../text/problems'

interface FormEndProps {
  problem: Problem | null
  busy: boolean
  /** What it does: 登记, 更正. */
  children: string
  onSubmit: () => void
}

/** The end of a form: why it failed, where no field says it, and the one button. */
export function FormEnd({ problem, busy, children, onSubmit }: FormEndProps) {
  return (
    <>
      {problem && <Notice>{actProblemWords(problem)}</Notice>}
      <Button kind="primary" busy={busy} onTap={onSubmit}>
        {children}
      </Button>
    </>
  )
}
