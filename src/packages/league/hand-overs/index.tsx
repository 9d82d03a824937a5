import { useRouter } from '@tarojs/taro'
import type { HandOversReply } from '#contract/check-in'
import type { Instant } from '#domain/time'
import { Card } from '../../../components/card/card'
import { Pill } from '../../../components/pill/pill'
import { Row } from '../../../components/row/row'
import { Words } from '../../../components/words/words'
import { handOverViews } from '../../../features/attendance/hand-overs'
import { useHandOvers } from '../../../features/attendance/use-hand-overs'
import { needSession } from '../../../features/reading/need-session'
import { readOf } from '../../../features/reading/read-of'
import { AppScreen } from '../../../features/shell/app-screen'
import { go } from '../../../platform/navigation'
import { useNow } from '../../../platform/use-now'
import { useSession } from '../../../platform/use-session'
import { links } from '../../../routes'

/** The events whose record isn't entered in the upper system yet, the longest waiting first. */
export default function HandOversPage() {
  const { organisation = '' } = useRouter().params
  const now = useNow()
  const read = needSession(useSession(), readOf(useHandOvers(organisation), now))
  return (
    <AppScreen title="待上报" wide read={read}>
      {(reply) => <HandOvers reply={reply} now={now} />}
    </AppScreen>
  )
}

function HandOvers({ reply, now }: { reply: HandOversReply; now: Instant }) {
  const views = handOverViews(reply, now)
  if (views.length === 0) return <Words as="body">没有待上报的活动。收尾以后的活动会列在这里。</Words>
  return (
    <>
      <Words as="body">{`${views.length} 场活动还没有录入上级系统。`}</Words>
      <Card list>
        {views.map(({ event, title, who, tone, clock, closed }) => (
          <Row
            key={event}
            title={title}
            note={who}
            trailing={<Pill tone={tone}>{clock}</Pill>}
            // What isn't closed has no record yet.
            onTap={() => go(closed ? links.record(event) : links.desk(event))}
          />
        ))}
      </Card>
    </>
  )
}
