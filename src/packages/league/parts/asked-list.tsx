import { useEffect, useState, type ReactNode } from 'react'
import { Card } from '../../../components/card/card'
import type { PillTone } from '../../../components/pill/pill'
import { Sheet } from '../../../components/sheet/sheet'
import { TaskCard } from '../../../components/task-card/task-card'
import { Tiles } from '../../../components/tiles/tiles'
import { Words } from '../../../components/words/words'
import { tellCount } from '../../../platform/counts'
import type { Link } from '../../../platform/navigation'

/** The web's screen titles say how much there is to do; WeChat's are fixed, and the first line says it. */
const WEB = process.env.TARO_ENV === 'h5'

/** One of what is asked, as its card shows it. */
interface AskedView {
  readonly title: string
  readonly who: string
  readonly tone: PillTone
  readonly clock: string
}

interface AskedListProps<View extends AskedView> {
  views: readonly View[]
  idOf: (view: View) => string
  /** Where this list is: the side bar shows there how many there are. */
  place: Link
  headline: string
  intro: string
  /** Said while nothing is asked. */
  none: string
  /** The title of the sheet in which one is answered. */
  question: string
  /** What lies in that sheet. */
  children: (view: View, close: () => void) => ReactNode
}

/** What an office is asked about events, a card each; a tap opens the question. */
export function AskedList<View extends AskedView>(props: AskedListProps<View>) {
  const { views, idOf, place, headline, intro, none, question, children } = props
  const [opened, setOpened] = useState<string | null>(null)
  const { length: count } = views
  const { url, tab } = place
  useEffect(() => {
    tellCount({ url, tab }, count)
  }, [url, tab, count])
  const shown = views.find((view) => idOf(view) === opened)
  const close = () => setOpened(null)
  return (
    <>
      {!WEB && <Words as="headline">{headline}</Words>}
      <Words as="body">{intro}</Words>
      {count === 0 && (
        <Card>
          <Words as="body">{none}</Words>
        </Card>
      )}
      <Tiles>
        {views.map((view) => (
          <TaskCard
            key={idOf(view)}
            title={view.title}
            who={view.who}
            tone={view.tone}
            clock={view.clock}
            onTap={() => setOpened(idOf(view))}
          />
        ))}
      </Tiles>
      <Sheet open={shown !== undefined} title={question} onClose={close}>
        {shown && children(shown, close)}
      </Sheet>
    </>
  )
}
