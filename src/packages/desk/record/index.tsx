import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import type { RecordReply } from '#contract/check-in'
import type { Instant } from '#domain/time'
import { Button } from '../../../components/button/button'
import { Card } from '../../../components/card/card'
import { classes } from '../../../components/classes'
import { Notice } from '../../../components/notice/notice'
import { Pill } from '../../../components/pill/pill'
import { Words } from '../../../components/words/words'
import { useHandOver } from '../../../features/attendance/use-hand-over'
import { useRecord } from '../../../features/attendance/use-record'
import { needSession } from '../../../features/reading/need-session'
import { readOf, withoutNote } from '../../../features/reading/read-of'
import { AppScreen } from '../../../features/shell/app-screen'
import { copy } from '../../../platform/clipboard'
import { confirm, toast } from '../../../platform/dialogs'
import { useNow } from '../../../platform/use-now'
import { useSession } from '../../../platform/use-session'
import { links } from '../../../routes'
import { momentWords } from '../../../text/dates'
import { deskActProblemWords } from '../../../text/desk-refusals'
import { Head } from '../parts/head'
import { CopyRow } from './copy-row'
import styles from './index.module.scss'

/** What the upper system asks for about an event, to be copied field by field. */
export default function RecordPage() {
  const { event = '' } = useRouter().params
  const now = useNow()
  const read = needSession(useSession(), withoutNote(readOf(useRecord(event), now)))
  return (
    <AppScreen title="上报" under={links.desk(event)} read={read}>
      {(reply) => <RecordScreen event={event} reply={reply} now={now} />}
    </AppScreen>
  )
}

interface RecordScreenProps {
  event: string
  reply: RecordReply
  now: Instant
}

function RecordScreen({ event, reply: { card, confirmed, fields, handedOver }, now }: RecordScreenProps) {
  const act = useHandOver(event)
  const handOver = async () => {
    const sure = await confirm({
      title: '已经录入上级系统？',
      content: '会记下是谁、什么时候录入的，这场活动就不再列在“待上报”里。',
      yes: '已录入',
      no: '还没有',
    })
    if (sure && (await act.run())) toast('记下了')
  }
  const copyOne = async (value: string) => {
    toast((await copy(value)) ? '已复制' : '没有复制成，请手动抄写')
  }
  return (
    <View className={classes(styles.narrow)}>
      <Head
        card={card}
        now={now}
        trailing={<Pill tone={handedOver ? 'met' : 'not-yet'}>{handedOver ? '已录入' : '待上报'}</Pill>}
      />
      <Words as="body">上级系统要的内容都在这里，一项一项复制过去。</Words>
      {!confirmed && (
        <Card tone="sun">
          <Words as="body">要哪些内容，区里还没有确认过：对照上级系统的页面，缺的请告诉区团委。</Words>
        </Card>
      )}
      <Card list>
        {fields.map(({ key, label, value }) => (
          <CopyRow key={key} label={label} value={value} onCopy={() => void copyOne(value)} />
        ))}
      </Card>
      {act.problem && <Notice>{deskActProblemWords(act.problem, now)}</Notice>}
      {handedOver ? (
        <Words as="body">
          {`${momentWords(handedOver.at as Instant, now)}录入${handedOver.by === null ? '' : `，录入人：${handedOver.by}`}。`}
        </Words>
      ) : (
        <Button kind="primary" busy={act.busy} onTap={() => void handOver()}>
          已录入上级系统
        </Button>
      )}
    </View>
  )
}
