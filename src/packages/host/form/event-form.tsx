import { useState } from 'react'
import { localDateAt } from '#domain/time'
import { Button } from '../../../components/button/button'
import { Card } from '../../../components/card/card'
import { Notice } from '../../../components/notice/notice'
import { Words } from '../../../components/words/words'
import { useForm } from '../../../features/forms/use-form'
import {
  checkEvent,
  eventFieldOf,
  isMoved,
  type EventContext,
  type EventDraft,
} from '../../../features/hosting/event-draft'
import { useSaveEvent, type EventTarget } from '../../../features/hosting/use-save-event'
import { confirm } from '../../../platform/dialogs'
import { drafts } from '../../../platform/state'
import { eventActProblemWords, eventProblemWords } from '../../../text/event-refusals'
import { movingWords } from '../../../text/host'
import { EventFields } from './event-fields'

interface EventFormProps {
  /** Under which name what is typed is kept on the phone. */
  name: string
  start: EventDraft
  target: EventTarget
  context: EventContext
  venueName: string
  /** Who is told of another time or place. */
  people: number
  onSaved: (event: string) => void
}

/** An event as its host says it. What is typed stays on the phone until it is sent. */
export function EventForm({ name, start, target, context, venueName, people, onSaved }: EventFormProps) {
  const { before, policy, now } = context
  const [kept, setKept] = useState(() => drafts.get(name) as EventDraft | null)
  const save = useSaveEvent(target, name)
  const form = useForm({
    start: () => ({ ...start, ...kept }),
    check: (draft) => checkEvent(draft, context),
    act: save,
    fieldOf: eventFieldOf,
    words: (problem) => eventProblemWords(problem, now),
    keep: (draft) => drafts.set(name, draft),
    ask: (draft) => (before && tells(draft, before, people) ? askToMove(people) : Promise.resolve(true)),
    onDone: onSaved,
  })
  const startAnew = () => {
    form.changeMany(start)
    drafts.drop(name)
    drafts.drop(`act:${name}`)
    setKept(null)
  }
  const moving = before?.published === true && isMoved(form.draft, before.terms)
  return (
    <>
      {kept && (
        <Card tone="sky">
          <Words as="body">接着上次没存完的内容。</Words>
          <Button kind="quiet" onTap={startAnew}>
            不要了，重新填
          </Button>
        </Card>
      )}
      {before?.published && <Words as="body">已经发布：改文字、名额和截止时间不通知大家；改时间或地点会通知。</Words>}
      <EventFields form={form} venue={venueName} policy={policy} today={localDateAt(now)} />
      {moving && <Card tone="sun">{movingWords(people)}</Card>}
      {form.problem && <Notice>{eventActProblemWords(form.problem, now)}</Notice>}
      <Button kind="primary" busy={form.busy} onTap={form.submit}>
        {before ? '保存修改' : '存为草稿'}
      </Button>
    </>
  )
}

function tells(draft: EventDraft, before: NonNullable<EventContext['before']>, people: number): boolean {
  return before.published && people > 0 && isMoved(draft, before.terms)
}

function askToMove(people: number): Promise<boolean> {
  return confirm({
    title: '改时间或地点？',
    content: `会通知 ${people} 位报名和候补的人。他们可以退出，不留记录。`,
    yes: '改并通知',
    no: '再想想',
  })
}
