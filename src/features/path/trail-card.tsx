import { useState } from 'react'
import { Button } from '../../components/button/button'
import { Card } from '../../components/card/card'
import { Trail } from '../../components/trail/trail'
import { Words } from '../../components/words/words'
import type { TrailStepView } from './trail'

/** So many steps after the current one are shown at once: drawing all sixteen costs a phone more than it tells. */
const AHEAD = 2
const MORE = 3

/** What is behind and what comes. */
export function TrailCard({ steps }: { steps: readonly TrailStepView[] }) {
  const here = steps.findIndex((step) => step.state === 'current')
  const [ahead, setAhead] = useState(AHEAD)
  const shown = here === -1 ? steps : steps.slice(0, here + 1 + ahead)
  const hidden = steps.length - shown.length
  return (
    <Card>
      <Words as="title">走过的和接下来的</Words>
      <Trail steps={shown} />
      {hidden > 0 && (
        <Button kind="quiet" onTap={() => setAhead(ahead + MORE)}>
          {`再看后面的步骤（${hidden} 步）`}
        </Button>
      )}
    </Card>
  )
}
