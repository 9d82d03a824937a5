import { Button } from '../../../components/button/button'
import { Notice } from '../../../components/notice/notice'
import type { DeskMay } from '../../../features/hosting/desk-view'
import { useEventStatus } from '../../../features/hosting/use-event-status'
import { confirm, toast } from '../../../platform/dialogs'
import { clock } from '../../../platform/state'
import { eventActProblemWords } from '../../../text/event-refusals'

/** Publishing: the one act of a draft. */
export function Publish({ event }: { event: string }) {
  const status = useEventStatus(event)
  const publish = async () => {
    if (await status.run('publish')) toast('已发布')
  }
  return (
    <>
      {status.problem && <Notice>{eventActProblemWords(status.problem, clock.now())}</Notice>}
      <Button kind="primary" busy={status.busy} onTap={() => void publish()}>
        发布
      </Button>
    </>
  )
}

/** Taking back what nobody has registered for, or cancelling, of which people are told. */
export function Ending({ event, may, people }: { event: string; may: DeskMay; people: number }) {
  const status = useEventStatus(event)
  const unpublish = async () => {
    if (await status.run('unpublish')) toast('已撤回，成了草稿')
  }
  const cancel = async () => {
    const told = people === 0 ? '还没有人报名。' : `会通知 ${people} 位报名和候补的人。`
    const wants = await confirm({
      title: '取消这场活动？',
      content: `${told}取消以后不能恢复。`,
      yes: '取消活动',
      no: '不取消',
    })
    // Asked twice: people have planned their day by it.
    const sure =
      wants &&
      (await confirm({
        title: '真的取消？',
        content: people === 0 ? '活动会一直写着“已取消”。' : `${people} 个人马上会收到“活动取消”。`,
        yes: '确定取消',
        no: '不取消',
      }))
    if (sure && (await status.run('cancel'))) toast('已取消')
  }
  if (!may.unpublish && !may.cancel) return null
  return (
    <>
      {status.problem && <Notice>{eventActProblemWords(status.problem, clock.now())}</Notice>}
      {may.unpublish && (
        <Button kind="quiet" busy={status.busy} onTap={() => void unpublish()}>
          撤回发布（还没有人报名）
        </Button>
      )}
      {may.cancel && (
        <Button kind="danger" busy={status.busy} onTap={() => void cancel()}>
          取消活动
        </Button>
      )}
    </>
  )
}
