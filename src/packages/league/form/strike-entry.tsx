import { Button } from '../../../components/button/button'
import { confirm } from '../../../platform/dialogs'

interface StrikeEntryProps {
  reason: string
  busy: boolean
  /** There is no reason yet: says so at its field. */
  onUnexplained: (words: string) => void
  onStrike: () => void
}

/** Takes an entry out of what counts; what stood there stays readable, with the reason. */
export function StrikeEntry({ reason, busy, onUnexplained, onStrike }: StrikeEntryProps) {
  const strike = async () => {
    if (reason.trim() === '') {
      onUnexplained('请写下作废的原因。')
      return
    }
    const sure = await confirm({
      title: '作废这一条？',
      content: '这一条不再计入，原来的内容和作废的原因都看得到。',
      yes: '作废',
      no: '不作废',
    })
    if (sure) onStrike()
  }
  return (
    <Button kind="danger" busy={busy} onTap={() => void strike()}>
      作废这一条
    </Button>
  )
}
