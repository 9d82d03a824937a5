import { RingTile } from '../../components/ring-tile/ring-tile'
import { Tiles } from '../../components/tiles/tiles'
import type { RequirementId } from '#domain/path/requirement'
import type { RequirementView } from './model'

interface RequirementTilesProps {
  requirements: readonly RequirementView[]
  onOpen: (rule: RequirementId) => void
}

/** The requirements at a glance; a tap opens what lies behind one. */
export function RequirementTiles({ requirements, onOpen }: RequirementTilesProps) {
  return (
    <Tiles>
      {requirements.map(({ rule, title, ring, state, note }, at) => (
        <RingTile
          key={rule}
          title={title}
          ring={ring}
          tone={state.tone}
          state={state.text}
          note={note ?? undefined}
          wide={at === requirements.length - 1 && at % 2 === 0}
          onTap={() => onOpen(rule)}
        />
      ))}
    </Tiles>
  )
}
