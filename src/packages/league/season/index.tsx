import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { SeasonReply } from '#contract/event'
import type { Instant } from '#domain/time'
import { Button } from '../../../components/button/button'
import { Notice } from '../../../components/notice/notice'
import { Pill } from '../../../components/pill/pill'
import { Row } from '../../../components/row/row'
import { Sheet } from '../../../components/sheet/sheet'
import { Words } from '../../../components/words/words'
import { seasonView, type VenueTile } from '../../../features/hosting/season-view'
import { useSeason } from '../../../features/hosting/use-season'
import { useSeasonSheet } from '../../../features/hosting/use-season-sheet'
import { needSession } from '../../../features/reading/need-session'
import { readOf } from '../../../features/reading/read-of'
import { AppScreen } from '../../../features/shell/app-screen'
import { toast } from '../../../platform/dialogs'
import { go, type Link } from '../../../platform/navigation'
import { useNow } from '../../../platform/use-now'
import { useSession } from '../../../platform/use-session'
import { links } from '../../../routes'
import { actProblemWords } from '../../../text/problems'
import { Board, SeasonSum } from './board'

/** The season as a board of all venues: held, planned, nothing yet. */
export default function SeasonPage() {
  const { organisation = '' } = useRouter().params
  const now = useNow()
  const read = needSession(useSession(), readOf(useSeason(organisation), now))
  return (
    <AppScreen title="读书季" wide read={read}>
      {(reply) => <Season organisation={organisation} reply={reply} now={now} />}
    </AppScreen>
  )
}

interface SeasonProps {
  organisation: string
  reply: SeasonReply
  now: Instant
}

function Season({ organisation, reply, now }: SeasonProps) {
  const [opened, setOpened] = useState<string | null>(null)
  const sheet = useSeasonSheet(organisation)
  const view = seasonView(reply, now)
  const shown = view.tiles.find(({ code }) => code === opened)
  const download = async () => {
    const done = await sheet.run()
    if (done) toast(done.saved ? '表格好了' : '这台设备打不开表格，请在电脑上下载')
  }
  const leave = (link: Link) => {
    setOpened(null)
    go(link)
  }
  return (
    <>
      <Words as="body">{`${view.title} · ${view.span}`}</Words>
      <SeasonSum view={view} />
      <Board tiles={view.tiles} onOpen={({ code }) => setOpened(code)} />
      {sheet.problem && <Notice>{actProblemWords(sheet.problem)}</Notice>}
      <Button busy={sheet.busy} onTap={() => void download()}>
        {process.env.TARO_ENV === 'h5' ? '下载表格' : '打开表格'}
      </Button>
      <Sheet open={shown !== undefined} title={shown?.name ?? ''} onClose={() => setOpened(null)}>
        {shown && <VenueEvents tile={shown} onGo={leave} />}
      </Sheet>
    </>
  )
}

function VenueEvents({ tile, onGo }: { tile: VenueTile; onGo: (link: Link) => void }) {
  return (
    <>
      {tile.events.length === 0 && <Words as="body">这一季还没有发布读书会或团课。</Words>}
      {tile.events.map(({ id, title, when, pill }) => (
        <Row
          key={id}
          title={title}
          note={when}
          trailing={<Pill tone={pill.tone}>{pill.text}</Pill>}
          onTap={() => onGo(links.desk(id))}
        />
      ))}
      <Row title="这个青年爱里的全部活动" onTap={() => onGo(links.venue(tile.code))} />
    </>
  )
}
