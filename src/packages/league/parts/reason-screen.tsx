import type { AccessReason } from '#domain/access/reasons'
import { Card } from '../../../components/card/card'
import { Words } from '../../../components/words/words'
import { AppScreen } from '../../../features/shell/app-screen'
import { ReasonRows } from './reason-rows'

/** For a link without a reason, to somebody whose row needs one. */
export function ReasonScreen({ title, onChoose }: { title: string; onChoose: (reason: AccessReason) => void }) {
  return (
    <AppScreen title={title} read={{ state: 'content', value: null }}>
      {() => (
        <Card>
          <Words as="title">为什么打开</Words>
          <ReasonRows onChoose={onChoose} />
        </Card>
      )}
    </AppScreen>
  )
}
