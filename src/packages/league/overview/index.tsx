import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { useMe } from '../../../features/me/use-me'
import { overviewView, type OverviewView } from '../../../features/people/model'
import { useOverview } from '../../../features/people/use-overview'
import { needSession } from '../../../features/reading/need-session'
import { mapRead, readOf } from '../../../features/reading/read-of'
import { AppScreen } from '../../../features/shell/app-screen'
import { Button } from '../../../components/button/button'
import { Card } from '../../../components/card/card'
import { Row } from '../../../components/row/row'
import { Words } from '../../../components/words/words'
import { go } from '../../../platform/navigation'
import { useNow } from '../../../platform/use-now'
import { useSession } from '../../../platform/use-session'
import { links } from '../../../routes'

const PAGE = 30

/** How many people are where, in numbers; an officer of a committee goes on to the people. */
export default function OverviewPage() {
  const { organisation = '' } = useRouter().params
  const me = useMe()
  const officer = me.data?.roles.some((held) => held.role === 'committee-officer') ?? false
  const read = mapRead(readOf(useOverview(organisation), useNow()), overviewView)
  return (
    <AppScreen title="人数" read={needSession(useSession(), read)}>
      {(view) => <Numbers view={view} onOpen={officer ? (code) => go(links.people(code)) : undefined} />}
    </AppScreen>
  )
}

function Numbers({ view, onOpen }: { view: OverviewView; onOpen: ((code: string) => void) | undefined }) {
  const [shown, setShown] = useState(PAGE)
  return (
    <>
      <Card>
        <Words as="title">一共</Words>
        <Row title="已确认支部" trailing={`${view.confirmed} 人`} />
        <Row title="待确认" trailing={`${view.claimed} 人`} />
        <Row title="入团积极分子" trailing={`${view.activists} 人`} />
      </Card>
      <Card>
        <Words as="title">各支部</Words>
        {view.rows.length === 0 && <Words as="body">还没有人选择这里的支部。</Words>}
        {view.rows.slice(0, shown).map((row) => (
          <Row key={row.code} title={row.title} note={row.note} onTap={onOpen && (() => onOpen(row.code))} />
        ))}
        {view.rows.length > shown && <Button onTap={() => setShown(shown + PAGE)}>再看 30 个</Button>}
        {view.empty > 0 && <Words as="body">{`另有 ${view.empty} 个组织还没有人。`}</Words>}
      </Card>
    </>
  )
}
