import { Button } from '../../../components/button/button'
import { Card } from '../../../components/card/card'
import { Notice } from '../../../components/notice/notice'
import { Skeleton } from '../../../components/skeleton/skeleton'
import { Words } from '../../../components/words/words'
import type { Board } from '../../../features/attendance/board'
import { confirm } from '../../../platform/dialogs'
import { go } from '../../../platform/navigation'
import { NetworkProblem, type Problem } from '../../../platform/problem'
import { clock } from '../../../platform/state'
import { links } from '../../../routes'
import type { Instant } from '#domain/time'
import { momentWords } from '../../../text/dates'
import { deskProblemWords } from '../../../text/desk-refusals'

interface BoardStateProps {
  event: string
  board: Exclude<Board, { readonly kind: 'showing' }>
  busy: boolean
  onOpen: () => void
  onTakeOver: () => void
}

/** Why no code is shown here, and what can be done. */
export function BoardState({ event, board, busy, onOpen, onTakeOver }: BoardStateProps) {
  const now = clock.now()
  const takeOver = async () => {
    const sure = await confirm({
      title: '由这台设备接管？',
      content: '别的设备上的签到码从现在起作废：还在扫旧码的人，收尾时要你看一眼。',
      yes: '接管',
      no: '不接管',
    })
    if (sure) onTakeOver()
  }
  const take = (
    <Button kind="primary" busy={busy} onTap={() => void takeOver()}>
      由这台设备接管
    </Button>
  )
  switch (board.kind) {
    case 'opening':
      return <Skeleton />
    case 'full':
      return (
        <Card>
          <Words as="title">签到台开在别的设备上</Words>
          <Words as="body">{deskProblemWords(board.problem, now)}要在这台设备上开，请接管。</Words>
          {take}
        </Card>
      )
    case 'taken-over':
      return (
        <Card>
          <Words as="title">签到台已经被别的设备接管</Words>
          <Words as="body">这台设备不再显示签到码。要换回来，请再接管一次。</Words>
          {take}
        </Card>
      )
    case 'closed':
      return (
        <Card>
          <Words as="title">这场活动已经收尾</Words>
          <Words as="body">{`${momentWords(board.at as Instant, now)}收尾。签到码已经从这台设备上删除。`}</Words>
          <Button kind="primary" onTap={() => go(links.closeOut(event))}>
            看收尾的结果
          </Button>
        </Card>
      )
    case 'not-yours':
      return (
        <Card>
          <Words as="title">你是扫码帮手</Words>
          <Words as="body">签到台由组织者开。你可以扫会员码，也可以点名。</Words>
          <Button kind="primary" onTap={() => go(links.scanOwnCodes(event))}>
            扫会员码
          </Button>
        </Card>
      )
    case 'failed':
      return (
        <Card>
          <Words as="title">签到台还没有打开</Words>
          <Notice>{deskProblemWords(board.problem, now)}</Notice>
          {mayWork(board.problem) && (
            <Button busy={busy} onTap={onOpen}>
              再试一次
            </Button>
          )}
        </Card>
      )
  }
}

/** Whether the same may work in a moment: no network, a busy server. A rule says the same again. */
function mayWork(problem: Problem): boolean {
  return problem instanceof NetworkProblem || problem.status >= 500 || problem.status === 429
}
