import type { MyTeamsReply } from '#contract/check-in'
import type { Instant } from '#domain/time'
import { Card } from '../../components/card/card'
import { Row } from '../../components/row/row'
import { Words } from '../../components/words/words'
import { useMyTeams } from '../../features/attendance/use-my-teams'
import { go, type Link } from '../../platform/navigation'
import { useNow } from '../../platform/use-now'
import { links } from '../../routes'
import { eventTimeWords, eventTitle } from '../../text/event-cards'
import { TEAM_NAMES } from '../../text/names'

type MyTeam = MyTeamsReply['teams'][number]

/** The events that I help to run: the way to their doors. */
export function MyTeams() {
  const now = useNow()
  const teams = (useMyTeams().data?.teams ?? []).filter(({ team, closed }) => team !== 'helper' || !closed)
  if (teams.length === 0) return null
  return (
    <Card>
      <Words as="title">我参与办的活动</Words>
      {teams.map((mine) => (
        <Row
          key={mine.card.id}
          title={eventTitle(mine.card.kind, mine.card.title)}
          note={`${TEAM_NAMES[mine.team]} · ${eventTimeWords(mine.card.start as Instant, mine.card.end as Instant, now)}`}
          trailing={mine.closed ? '已收尾' : undefined}
          onTap={() => go(doorOf(mine, now))}
        />
      ))}
    </Card>
  )
}

/** Where each does their part now. */
function doorOf({ card, team }: MyTeam, now: Instant): Link {
  if (team === 'helper') return links.scanOwnCodes(card.id)
  return now < card.end ? links.board(card.id) : links.closeOut(card.id)
}
