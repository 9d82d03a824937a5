import { useState } from 'react'
import { Button } from '../../../components/button/button'
import { Card } from '../../../components/card/card'
import { Pill } from '../../../components/pill/pill'
import { Row } from '../../../components/row/row'
import { inboxView, type MessageView } from '../../../features/events/inbox-view'
import { openMessage } from '../../../features/events/open-message'
import { useInbox } from '../../../features/events/use-inbox'
import type { Read } from '../../../components/screen/read'
import { needSession } from '../../../features/reading/need-session'
import { mapRead, readOf } from '../../../features/reading/read-of'
import { AppScreen } from '../../../features/shell/app-screen'
import { go } from '../../../platform/navigation'
import { useNow } from '../../../platform/use-now'
import { useSession } from '../../../platform/use-session'

const PAGE = 15

/** What I was told; each line leads to its place. */
export default function InboxPage() {
  const now = useNow()
  const read = mapRead(readOf(useInbox(), now), (reply) => inboxView(reply, now))
  return (
    <AppScreen<readonly MessageView[]> title="消息" read={needSession(useSession(), withWords(read))}>
      {(messages) => <Messages messages={messages} />}
    </AppScreen>
  )
}

/** An empty inbox says what will come into it. */
function withWords(read: Read<readonly MessageView[]>): Read<readonly MessageView[]> {
  if (read.state !== 'content' || read.value.length > 0) return read
  return {
    state: 'empty',
    title: '还没有消息',
    hint: '有名额了、活动改了或取消了，都会在这里告诉你。',
  }
}

function Messages({ messages }: { messages: readonly MessageView[] }) {
  const [shown, setShown] = useState(PAGE)
  const open = ({ id, opened, link }: MessageView) => {
    if (!opened) openMessage(id)
    go(link)
  }
  return (
    <Card list>
      {messages.slice(0, shown).map((message) => (
        <Row
          key={message.id}
          title={message.title}
          note={message.note}
          trailing={message.open === null ? undefined : <Pill tone="mine">{message.open}</Pill>}
          onTap={() => open(message)}
        />
      ))}
      {messages.length > shown && (
        <Button kind="quiet" onTap={() => setShown(shown + PAGE)}>
          {`再看前面的（${messages.length - shown} 条）`}
        </Button>
      )}
    </Card>
  )
}
