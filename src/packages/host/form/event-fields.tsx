import { View } from '@tarojs/components'
import { EVENT_KINDS } from '#domain/events/event'
import type { Policy } from '#domain/policy/policy'
import type { LocalDate } from '#domain/time'
import { Card } from '../../../components/card/card'
import { Choices } from '../../../components/choices/choices'
import { classes } from '../../../components/classes'
import { DateField } from '../../../components/date-field/date-field'
import { TextField } from '../../../components/text-field/text-field'
import { TimeField } from '../../../components/time-field/time-field'
import { Words } from '../../../components/words/words'
import type { Form } from '../../../features/forms/use-form'
import {
  daysOffered,
  mostMinutes,
  NOTES_MAX,
  SPOT_MAX,
  TITLE_MAX,
  withDay,
  type EventField,
} from '../../../features/hosting/event-draft'
import { minutesWords } from '../../../text/amounts'
import { EVENT_KIND_NAMES } from '../../../text/event-cards'
import styles from './index.module.scss'

const KINDS = EVENT_KINDS.map((value) => ({ value, text: EVENT_KIND_NAMES[value] }))

/** A day and a time beside each other. */
const MOMENTS = [
  { day: { field: 'day', name: 'day', label: '开始日期' }, time: { field: 'start', label: '开始时间' } },
  { day: { field: 'lastDay', name: 'last-day', label: '结束日期' }, time: { field: 'end', label: '结束时间' } },
  {
    day: { field: 'deadlineDay', name: 'deadline-day', label: '报名截止日期' },
    time: { field: 'deadline', label: '截止时间' },
  },
] as const

interface EventFieldsProps {
  form: Form<EventField>
  /** Where it is held, if no spot is named. */
  venue: string
  policy: Policy
  today: LocalDate
}

/** All that a host says about an event: what, when, for how many. */
export function EventFields(props: EventFieldsProps) {
  return (
    <>
      <What {...props} />
      <When {...props} />
      <HowMany {...props} />
    </>
  )
}

function What({ form: { draft, errors, change }, venue }: EventFieldsProps) {
  return (
    <Card>
      <Words as="title">是什么</Words>
      <Choices
        name="kind"
        label="类型"
        options={KINDS}
        value={draft.kind}
        error={errors.kind}
        onChange={(kind) => change('kind', kind)}
      />
      <TextField
        name="title"
        label="标题"
        hint={`最多 ${TITLE_MAX} 个字`}
        maxLength={TITLE_MAX}
        value={draft.title}
        error={errors.title}
        onChange={(title) => change('title', title)}
      />
      <TextField
        name="notes"
        label="说明"
        hint="做什么，要带什么，谁来带"
        optional
        multiline
        maxLength={NOTES_MAX}
        value={draft.notes}
        error={errors.notes}
        onChange={(notes) => change('notes', notes)}
      />
      <TextField
        name="spot"
        label="具体地点"
        hint={`不填就是${venue}`}
        optional
        maxLength={SPOT_MAX}
        value={draft.spot}
        error={errors.spot}
        onChange={(spot) => change('spot', spot)}
      />
    </Card>
  )
}

function When({ form: { draft, errors, change, changeMany }, today }: EventFieldsProps) {
  const days = daysOffered(draft, today)
  return (
    <Card>
      <Words as="title">什么时候</Words>
      {MOMENTS.map(({ day, time }) => (
        <View key={day.field} className={classes(styles.pair)}>
          <View className={classes(styles.day)}>
            <DateField
              name={day.name}
              label={day.label}
              {...days}
              value={draft[day.field]}
              error={errors[day.field]}
              onChange={(value) =>
                // The event's day takes the others with it.
                day.field === 'day' ? changeMany(withDay(draft, value, today)) : change(day.field, value)
              }
            />
          </View>
          <View className={classes(styles.time)}>
            <TimeField
              name={time.field}
              label={time.label}
              value={draft[time.field]}
              error={errors[time.field]}
              onChange={(value) => change(time.field, value)}
            />
          </View>
        </View>
      ))}
    </Card>
  )
}

function HowMany({ form: { draft, errors, change }, policy }: EventFieldsProps) {
  const most = mostMinutes(draft, policy)
  return (
    <Card>
      <Words as="title">多少人</Words>
      <TextField
        name="attendees"
        label="参加者名额"
        hint="不招参加者就空着"
        optional
        kind="number"
        maxLength={4}
        value={draft.attendees}
        error={errors.attendees}
        onChange={(attendees) => change('attendees', attendees)}
      />
      <TextField
        name="volunteers"
        label="志愿者名额"
        hint="不招志愿者就空着"
        optional
        kind="number"
        maxLength={4}
        value={draft.volunteers}
        error={errors.volunteers}
        onChange={(volunteers) => change('volunteers', volunteers)}
      />
      {(draft.volunteers.trim() !== '' || errors.minutes !== undefined) && (
        <TextField
          name="minutes"
          label="每名志愿者计多少分钟"
          hint={`不计就空着。${most === null ? '最多是活动的时间。' : `最多 ${minutesWords(most)}（${most} 分钟）。`}`}
          optional
          kind="number"
          maxLength={4}
          value={draft.minutes}
          error={errors.minutes}
          onChange={(minutes) => change('minutes', minutes)}
        />
      )}
      <Words as="body">参加者不计志愿时长。要计团课学时，存好以后再向团委或支部申请认定。</Words>
    </Card>
  )
}
