import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import { Button } from '../../../components/button/button'
import { classes } from '../../../components/classes'
import { TaskCard } from '../../../components/task-card/task-card'
import type { TaskView } from '../../../features/people/today'
import styles from './tasks.module.scss'

/** So many tasks are shown at once: the first ones first, and the branch not far below. */
const PAGE = 6

interface TasksProps {
  tasks: readonly TaskView[]
  onOpen: (task: TaskView) => void
  /** Cards of what is to be done elsewhere. */
  children: ReactNode
}

/** What is to be done, each leading to the act. */
export function Tasks({ tasks, onOpen, children }: TasksProps) {
  const [shown, setShown] = useState(PAGE)
  return (
    <>
      <View className={classes(styles.tasks)}>
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
        {children}
      </View>
      {tasks.length > shown && (
        <Button kind="quiet" onTap={() => setShown(tasks.length)}>{`还有 ${tasks.length - shown} 件`}</Button>
      )}
    </>
  )
}
