import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { AttendanceReply } from '#contract/check-in'
import type { Instant } from '#domain/time'
import { Button } from '../../../components/button/button'
import { Notice } from '../../../components/notice/notice'
import { Pill } from '../../../components/pill/pill'
import { closeOutView } from '../../../features/attendance/close-out'
import { useAttendance } from '../../../features/attendance/use-attendance'
import { useAttendanceSheet } from '../../../features/attendance/use-attendance-sheet'
import { useUnsent } from '../../../features/attendance/use-unsent'
import { needSession } from '../../../features/reading/need-session'
import { readOf, withoutNote } from '../../../features/reading/read-of'
import { AppScreen } from '../../../features/shell/app-screen'
import { toast } from '../../../platform/dialogs'
import { go } from '../../../platform/navigation'
import { useNow } from '../../../platform/use-now'
import { useSession } from '../../../platform/use-session'
import { links } from '../../../routes'
import { actProblemWords } from '../../../text/problems'
import { Columns } from '../parts/columns'
import { Head } from '../parts/head'
import { Refused } from '../parts/refused'
import { AfterClose } from './after-close'
import { CloseAct } from './close-act'
import { Credits } from './credits'
import { Others } from './others'
import { PersonSheet } from './person-sheet'
import { Settle } from './settle'

/** What is missing before the event can be closed, what closing credits, and the close. */
export default function CloseOutPage() {
  const { event = '' } = useRouter().params
  const now = useNow()
  const read = needSession(useSession(), withoutNote(readOf(useAttendance(event), now)))
  return (
    <AppScreen title="收尾" under={links.board(event)} read={read}>
      {(reply) => <CloseOutScreen event={event} reply={reply} now={now} />}
    </AppScreen>
  )
}

interface CloseOutScreenProps {
  event: string
  reply: AttendanceReply
  now: Instant
}

function CloseOutScreen({ event, reply, now }: CloseOutScreenProps) {
  const [opened, setOpened] = useState<string | null>(null)
  const view = closeOutView(reply, useUnsent(event), now)
  const row = reply.people.find(({ person }) => person === opened) ?? null
  const isOpen = view.closed === null
  return (
    <>
      <Head
        card={reply.card}
        now={now}
        trailing={<Pill tone={isOpen ? 'not-yet' : 'met'}>{isOpen ? '还没有收尾' : '已收尾'}</Pill>}
      />
      <Refused event={event} reply={reply} />
      <Columns
        main={
          <>
            {isOpen ? (
              <Settle event={event} reply={reply} view={view} onOpen={setOpened} />
            ) : (
              <AfterClose event={event} reply={reply} view={view} now={now} onOpen={setOpened} />
            )}
            <Others view={view} onOpen={setOpened} />
          </>
        }
        side={
          <>
            <Credits view={view} />
            {isOpen && <CloseAct event={event} view={view} />}
            {view.may.settle && <SheetOfAll event={event} />}
            {!isOpen && <Button onTap={() => go(links.record(event))}>上报用的记录</Button>}
          </>
        }
      />
      <PersonSheet event={event} reply={reply} row={row} view={view} onClose={() => setOpened(null)} />
    </>
  )
}

function SheetOfAll({ event }: { event: string }) {
  const sheet = useAttendanceSheet(event)
  const download = async () => {
    const done = await sheet.run()
    if (done) toast(done.saved ? '签到表好了' : '这台设备打不开表格，请在电脑上下载')
  }
  return (
    <>
      {sheet.problem && <Notice>{actProblemWords(sheet.problem)}</Notice>}
      <Button busy={sheet.busy} onTap={() => void download()}>
        {process.env.TARO_ENV === 'h5' ? '下载签到表' : '打开签到表'}
      </Button>
    </>
  )
}
