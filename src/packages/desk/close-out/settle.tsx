import { useState } from 'react'
import type { AttendanceReply } from '#contract/check-in'
import type { Instant } from '#domain/time'
import { Button } from '../../../components/button/button'
import { Card } from '../../../components/card/card'
import { Facts } from '../../../components/facts/facts'
import { Notice } from '../../../components/notice/notice'
import { Sheet } from '../../../components/sheet/sheet'
import { Words } from '../../../components/words/words'
import type { CloseOutView } from '../../../features/attendance/close-out'
import { useSettle } from '../../../features/attendance/use-attendance-acts'
import { useUnsent } from '../../../features/attendance/use-unsent'
import { confirm, toast } from '../../../platform/dialogs'
import { sendHostCheckIns } from '../../../platform/host-check-ins'
import { clock } from '../../../platform/state'
import { READY_REASONS } from '../../../text/attendance'
import { timeWords } from '../../../text/dates'
import { deskActProblemWords } from '../../../text/desk-refusals'
import { HeadsForm } from '../parts/heads-form'
import { ReasonForm } from '../parts/reason-form'
import { Lines } from './lines'

interface SettleProps {
  event: string
  reply: AttendanceReply
  view: CloseOutView
  onOpen: (person: string) => void
}

/** What has to be settled, one kind a card: the heads, who didn't check out, who has to be looked at, what isn't sent. */
export function Settle({ event, reply, view, onOpen }: SettleProps) {
  const unsent = useUnsent(event)
  return (
    <>
      <Heads event={event} view={view} />
      <NoCheckOut event={event} reply={reply} view={view} onOpen={onOpen} />
      <Weak event={event} view={view} onOpen={onOpen} />
      {unsent > 0 && (
        <Card>
          <Words as="title">{`没发出的 ${unsent} 条`}</Words>
          <Words as="body">这台设备上记的，还没有上传。连上网络再点。别的设备上的，请对方打开小程序。</Words>
          <Button onTap={sendHostCheckIns}>现在上传</Button>
        </Card>
      )}
    </>
  )
}

function Heads({ event, view: { heads, guests, accepted, may } }: { event: string; view: CloseOutView }) {
  const [changing, setChanging] = useState(false)
  const asked = (heads === null || changing) && may.settle
  return (
    <Card>
      <Words as="title">门口数到的人数</Words>
      <Facts
        rows={[
          { key: 'accepted', name: '签到', value: `${accepted} 人` },
          { key: 'heads', name: '数到', value: heads === null ? '还没有填' : `${heads} 人` },
          { key: 'guests', name: '14 岁以下', value: `${guests} 人` },
        ]}
      />
      {asked && <HeadsForm event={event} heads={heads} guests={guests} onDone={() => setChanging(false)} />}
      {!asked && may.settle && (
        <Button kind="quiet" onTap={() => setChanging(true)}>
          改人数
        </Button>
      )}
    </Card>
  )
}

function NoCheckOut({ event, reply, view: { noCheckOut, may }, onOpen }: SettleProps) {
  const [asking, setAsking] = useState(false)
  const act = useSettle(event)
  if (noCheckOut.length === 0) return null
  const end = timeWords(reply.card.end as Instant)
  const settle = async (reason: string) => {
    const people = noCheckOut.map(({ person }) => person)
    if (!(await act.run({ act: 'times-set', people, in: null, out: null, reason }))) return
    setAsking(false)
    toast(`${people.length} 人签退补好了`)
  }
  return (
    <Card>
      <Words as="title">{`没签退的 ${noCheckOut.length} 人`}</Words>
      <Lines lines={noCheckOut} onOpen={onOpen} />
      {may.settle && <Button onTap={() => setAsking(true)}>{`都按计划的 ${end} 签退`}</Button>}
      <Sheet open={asking} title={`${noCheckOut.length} 人都按 ${end} 签退`} onClose={() => setAsking(false)}>
        <ReasonForm
          label="为什么由你补"
          ready={READY_REASONS.times}
          busy={act.busy}
          problem={act.problem}
          onSubmit={(reason) => void settle(reason)}
        >
          {`给 ${noCheckOut.length} 人补签退`}
        </ReasonForm>
      </Sheet>
    </Card>
  )
}

function Weak({ event, view, onOpen }: Omit<SettleProps, 'reply'>) {
  const { weak, withinHeads, heads, accepted, may } = view
  const act = useSettle(event)
  if (weak.length === 0) return null
  const confirmAll = async () => {
    const people = weak.map(({ person }) => person)
    const sure = await confirm({
      title: `确认 ${people.length} 人都到场了？`,
      content: `签到 ${accepted} 人，门口数到 ${heads ?? 0} 人。`,
      yes: '全部确认',
      no: '再看看',
    })
    if (sure && (await act.run({ act: 'confirmed', people, all: true }))) toast(`${people.length} 人确认了`)
  }
  return (
    <Card>
      <Words as="title">{`要看一眼的 ${weak.length} 人`}</Words>
      <Words as="body">{weakWords(view)}</Words>
      <Lines lines={weak} onOpen={onOpen} />
      {act.problem && <Notice>{deskActProblemWords(act.problem, clock.now())}</Notice>}
      {may.settle && withinHeads && (
        <Button busy={act.busy} onTap={() => void confirmAll()}>{`${weak.length} 人都到场了`}</Button>
      )}
    </Card>
  )
}

function weakWords({ heads, accepted, withinHeads }: CloseOutView): string {
  if (heads === null) return '先填门口数到的人数。签到的人不超过数到的人，就可以一次全部确认。'
  return withinHeads
    ? '人在现场的，点开确认；不在的，由负责人划掉。'
    : `签到的有 ${accepted} 人，门口只数到 ${heads} 人：请一个一个点开，认得的确认，不在的由负责人划掉。`
}
