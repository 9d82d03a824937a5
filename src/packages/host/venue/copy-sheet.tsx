import { useState } from 'react'
import { localDate, type LocalDate } from '#domain/time'
import { Button } from '../../../components/button/button'
import { Notice } from '../../../components/notice/notice'
import { Row } from '../../../components/row/row'
import { Sheet } from '../../../components/sheet/sheet'
import { Skeleton } from '../../../components/skeleton/skeleton'
import { Words } from '../../../components/words/words'
import { useVenueEvents } from '../../../features/hosting/use-venue-events'
import { copyable, copySpan } from '../../../features/hosting/venue-month'
import { readOf } from '../../../features/reading/read-of'
import { go } from '../../../platform/navigation'
import { useNow } from '../../../platform/use-now'
import { links } from '../../../routes'
import { monthWords } from '../../../text/event-cards'

interface CopySheetProps {
  venue: string
  today: LocalDate
  open: boolean
  onClose: () => void
}

/** Which earlier event a new one is made from. */
export function CopySheet({ open, onClose, ...at }: CopySheetProps) {
  return (
    <Sheet open={open} title="从以前的活动复制" onClose={onClose}>
      {open && <Earlier {...at} onChosen={onClose} />}
    </Sheet>
  )
}

function Earlier({ venue, today, onChosen }: { venue: string; today: LocalDate; onChosen: () => void }) {
  const now = useNow()
  const [last, setLast] = useState(today)
  const { from, to } = copySpan(last)
  const read = readOf(useVenueEvents(venue, from, to), now)
  if (read.state === 'loading') return <Skeleton />
  if (read.state === 'error') {
    return (
      <>
        <Notice>{[read.title, read.hint].filter(Boolean).join('：')}</Notice>
        {read.retry && <Button onTap={read.retry}>再试一次</Button>}
      </>
    )
  }
  const { events, earlier } = read.state === 'content' ? read.value : { events: [], earlier: null }
  const lines = copyable(events, now)
  return (
    <>
      <Words as="body">
        {lines.length > 0
          ? '内容、几点到几点和名额照旧，日期先放在一周以后，都可以改。'
          : earlier === null
            ? '还没有办过活动。'
            : '最近两个月没有办过活动，看看更早的。'}
      </Words>
      {lines.map(({ id, title, when }) => (
        <Row
          key={id}
          title={title}
          note={when}
          onTap={() => {
            onChosen()
            go(links.newEvent(venue, id))
          }}
        />
      ))}
      {earlier !== null && (
        <Button onTap={() => setLast(localDate(earlier))}>{`更早的（${monthWords(localDate(earlier))}和以前）`}</Button>
      )}
      {last !== today && (
        <Button kind="quiet" onTap={() => setLast(today)}>
          回到最近的
        </Button>
      )}
    </>
  )
}
