import { useEffect } from 'react'
import { TaskCard } from '../../../components/task-card/task-card'
import { useClassRequests } from '../../../features/hosting/use-class-requests'
import { useWaitingWords } from '../../../features/hosting/use-waiting-words'
import { tellCount } from '../../../platform/counts'
import { go } from '../../../platform/navigation'
import { links } from '../../../routes'

/** What events ask of an office. */
export interface EventTasks {
  readonly classRequests: number
  readonly words: number
}

/** How much events ask of an organisation; `null` = the office isn't asked that. Their own screens show what it is. */
export function useEventTasks(asked: { readonly classes: string | null; readonly words: string | null }): EventTasks {
  const classRequests = useClassRequests(asked.classes).data?.requests.length
  const words = useWaitingWords(asked.words).data?.words.length
  useEffect(() => {
    if (asked.classes !== null && classRequests !== undefined) {
      tellCount(links.classRequests(asked.classes), classRequests)
    }
  }, [asked.classes, classRequests])
  useEffect(() => {
    if (asked.words !== null && words !== undefined) tellCount(links.words(asked.words), words)
  }, [asked.words, words])
  return { classRequests: classRequests ?? 0, words: words ?? 0 }
}

/** The same among what is to be done today; nothing where nothing is asked. */
export function EventTaskCards({ organisation, tasks }: { organisation: string; tasks: EventTasks }) {
  return (
    <>
      {tasks.classRequests > 0 && (
        <TaskCard
          title="认定团课"
          who={`${tasks.classRequests} 场活动申请认定为团课`}
          tone="waiting"
          clock="等你答复"
          onTap={() => go(links.classRequests(organisation))}
        />
      )}
      {tasks.words > 0 && (
        <TaskCard
          title="看活动文字"
          who={`${tasks.words} 段文字，看过别人才看得到`}
          tone="waiting"
          clock="等你看"
          onTap={() => go(links.words(organisation))}
        />
      )}
    </>
  )
}
