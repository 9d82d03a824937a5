import { Card } from '../../../components/card/card'
import { Words } from '../../../components/words/words'
import type { MainView } from '../../../features/events/event-view'

/** One's place on the waiting list, and how it goes on. */
export function Waiting({ main }: { main: Extract<MainView, { kind: 'waiting' }> }) {
  return (
    <Card tone="sky">
      <Words as="title">{`候补第 ${main.place} 位（${main.role}）`}</Words>
      <Words as="body">{`${main.rule}。`}</Words>
      <Words as="body">轮到你的时候，“我的 · 消息”里会告诉你。</Words>
    </Card>
  )
}
