import type { DeskReply } from '#contract/event'
import type { Instant } from '#domain/time'
import { Button } from '../../../components/button/button'
import { Card } from '../../../components/card/card'
import { Entry } from '../../../components/entry/entry'
import { Notice } from '../../../components/notice/notice'
import { TextField } from '../../../components/text-field/text-field'
import { Words } from '../../../components/words/words'
import { useForm } from '../../../features/forms/use-form'
import {
  ANNOUNCEMENT_MAX,
  announcementFieldOf,
  checkAnnouncement,
  whyNotAnnounce,
} from '../../../features/hosting/announcement-draft'
import { announcementDraft, useAnnounce } from '../../../features/hosting/use-announce'
import { toast } from '../../../platform/dialogs'
import { drafts } from '../../../platform/state'
import { momentWords } from '../../../text/dates'
import { eventActProblemWords, eventProblemWords } from '../../../text/event-refusals'
import { ANNOUNCED_PILLS } from '../../../text/host'

/** The host's words to all who have a place: what was said, and the next. */
export function Announcement({ reply, now }: { reply: DeskReply; now: Instant }) {
  const { announcements, announcedOn, host, desk } = reply
  const why = whyNotAnnounce({ phase: desk.card.phase, announcedOn }, now)
  if (!host && announcements.length === 0) return null
  return (
    <Card>
      <Words as="title">通知报名的人</Words>
      {announcements.map(({ at, text, words }) => (
        <Entry
          key={at}
          title={text}
          note={momentWords(at as Instant, now)}
          tone={ANNOUNCED_PILLS[words].tone}
          fate={ANNOUNCED_PILLS[words].text}
        />
      ))}
      {host && (why === null ? <Write event={desk.card.id} now={now} /> : <Words as="body">{why}</Words>)}
    </Card>
  )
}

function Write({ event, now }: { event: string; now: Instant }) {
  const name = announcementDraft(event)
  const { draft, errors, change, ...form } = useForm({
    start: () => ({ text: '', ...(drafts.get(name) as { readonly text: string } | null) }),
    check: (typed) => checkAnnouncement(typed, now),
    act: useAnnounce(event),
    fieldOf: announcementFieldOf,
    words: (problem) => eventProblemWords(problem, now),
    keep: (typed) => drafts.set(name, typed),
    onDone: () => toast('已发出'),
  })
  return (
    <>
      <TextField
        name="announcement"
        label="要告诉大家的话"
        hint={`发给有名额的人，一天一条，最多 ${ANNOUNCEMENT_MAX} 个字；不能有网址和电话`}
        multiline
        maxLength={ANNOUNCEMENT_MAX}
        value={draft.text}
        error={errors.text}
        onChange={(text) => change('text', text)}
      />
      {form.problem && <Notice>{eventActProblemWords(form.problem, now)}</Notice>}
      <Button busy={form.busy} onTap={form.submit}>
        发通知
      </Button>
    </>
  )
}
