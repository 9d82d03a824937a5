import type { EventCard } from '#contract/event'
import { valueOf } from '#domain/policy/policy'
import type { Instant } from '#domain/time'
import { Button } from '../../../components/button/button'
import { Words } from '../../../components/words/words'
import { doorOf, type Door as DoorState } from '../../../features/attendance/door'
import { usePolicy } from '../../../features/policy/use-policy'
import { go } from '../../../platform/navigation'
import { links } from '../../../routes'
import { momentWords } from '../../../text/dates'

/** What is to be done at the event's door now; null = nothing. */
export function useDoor(card: EventCard, now: Instant): DoorState | null {
  return doorOf(card, valueOf(usePolicy(), 'check-in.keys'), now)
}

/** The way to the desk when it is time for it, and to the close-out afterwards. */
export function Door({ card, door, now }: { card: EventCard; door: DoorState; now: Instant }) {
  const { id } = card
  return (
    <>
      {door.kind === 'not-yet' && <Words as="body">{`${momentWords(door.from, now)}起可以打开签到台。`}</Words>}
      {door.kind === 'desk' && (
        <Button kind="primary" onTap={() => go(links.board(id))}>
          打开签到台
        </Button>
      )}
      {door.kind === 'close-out' && (
        <>
          <Button kind="primary" onTap={() => go(links.closeOut(id))}>
            收尾
          </Button>
          <Button onTap={() => go(links.board(id))}>签到台</Button>
        </>
      )}
      <Button onTap={() => go(links.team(id))}>班底</Button>
    </>
  )
}
