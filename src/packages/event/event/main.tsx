import { Button } from '../../../components/button/button'
import { Card } from '../../../components/card/card'
import { NextCard } from '../../../components/next-card/next-card'
import { Notice } from '../../../components/notice/notice'
import { Words } from '../../../components/words/words'
import type { EventView } from '../../../features/events/event-view'
import { go } from '../../../platform/navigation'
import { links } from '../../../routes'
import { CLOSED } from '../../../text/events'
import { Offered } from './offered'
import { Open } from './open'
import { Registered } from './registered'
import { Waiting } from './waiting'

/** What one can do about the event, or how one stands with it: one main action at most. */
export function Main({ event, onRetry }: { event: EventView; onRetry: () => void }) {
  const { main, moved } = event
  return (
    <>
      {moved !== null && (
        <Card tone="sun">
          <Words as="title">时间或地点改过</Words>
          {moved}
        </Card>
      )}
      <Stand event={event} main={main} onRetry={onRetry} />
    </>
  )
}

function Stand({ event, main, onRetry }: { event: EventView; main: EventView['main']; onRetry: () => void }) {
  switch (main.kind) {
    case 'guest':
      return main.open ? (
        <NextCard title="想来？先登录" text="登录以后回到这里，再点一下就报上了。">
          {main.why.map((why) => (
            <Words key={why} as="body">
              {why}
            </Words>
          ))}
          <Button kind="primary" onTap={() => go(links.signIn())}>
            登录后报名
          </Button>
        </NextCard>
      ) : (
        <Closed title={CLOSED} why={main.why} before={null} />
      )
    case 'profile':
      return (
        <NextCard title="先填写资料" text="报名要用姓名和出生日期。填好以后回到这里报名。">
          <Button kind="primary" onTap={() => go(links.profile())}>
            填写我的资料
          </Button>
        </NextCard>
      )
    case 'open':
      return <Open id={event.id} main={main} />
    case 'closed':
      return <Closed {...main} />
    case 'registered':
      return <Registered event={event} main={main} />
    case 'waiting':
      return <Waiting main={main} />
    case 'offered':
      return <Offered id={event.id} main={main} />
    case 'unknown':
      return (
        <>
          <Notice>没有连上服务，看不到你有没有报名。</Notice>
          <Button onTap={onRetry}>再试一次</Button>
        </>
      )
  }
}

interface ClosedProps {
  title: string
  why: readonly string[]
  before: string | null
}

/** Nothing can be done, and why. */
function Closed({ title, why, before }: ClosedProps) {
  return (
    <Card tone="sun">
      <Words as="title">{title}</Words>
      {before !== null && <Words as="body">{before}</Words>}
      {why.map((text) => (
        <Words key={text} as="body">
          {text}
        </Words>
      ))}
    </Card>
  )
}
