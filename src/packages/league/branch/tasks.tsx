import { useState } from 'react'
import { Button } from '../../../components/button/button'
import { TaskCard } from '../../../components/task-card/task-card'
import { Tiles } from '../../../components/tiles/tiles'
import type { TaskView } from '../../../features/people/today'

/** So many tasks are shown at once: the first ones first, and the branch not far below. */
const PAGE = 6

/** What is to be done, each leading to the act. */
export function Tasks({ tasks, onOpen }: { tasks: readonly TaskView[]; onOpen: (task: TaskView) => void }) {
  const [shown, setShown] = useState(PAGE)
  return (
    <>
      <Tiles>
        {tasks.slice(0, shown).map((task) => (
          <TaskCard
            key={task.key}
            title={task.title}
            who={task.who}
            tone={task.tone}
            clock={task.clock}
            onTap={() => onOpen(task)}
          />
        ))}
      </Tiles>
      {tasks.length > shown && (
        <Button kind="quiet" onTap={() => setShown(tasks.length)}>{`还有 ${tasks.length - shown} 件`}</Button>
      )}
    </>
  )
}
