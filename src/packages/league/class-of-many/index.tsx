import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { PeopleReply } from '#contract/organisation'
import { localDateAt, type LocalDate } from '#domain/time'
import { useForm } from '../../../features/forms/use-form'
import { classResult, type ClassResult } from '../../../features/people/class-result'
import { fieldOf } from '../../../features/people/draft'
import { checkClassOfMany, startOfRecord } from '../../../features/people/record-draft'
import { usePeople } from '../../../features/people/use-people'
import { useRecordClassOfMany } from '../../../features/people/use-record-entry'
import { usePolicy } from '../../../features/policy/use-policy'
import { needSession } from '../../../features/reading/need-session'
import { readOf, withoutNote } from '../../../features/reading/read-of'
import { AppScreen } from '../../../features/shell/app-screen'
import { Card } from '../../../components/card/card'
import { classes } from '../../../components/classes'
import { Notice } from '../../../components/notice/notice'
import { Words } from '../../../components/words/words'
import { useNow } from '../../../platform/use-now'
import { useSession } from '../../../platform/use-session'
import { NO_NAME } from '../../../text/league'
import { ClassFields } from '../form/class-fields'
import { FormEnd } from '../form/form-end'
import { Attendance } from './attendance'
import styles from './index.module.scss'
import { Result } from './result'

/** So many at most are recorded at once. */
const MOST = 100

/** A class that many of a branch took: one form, each person's own entry. */
export default function ClassOfManyPage() {
  const { organisation = '' } = useRouter().params
  const now = useNow()
  const people = usePeople(organisation)
  const [result, setResult] = useState<ClassResult | null>(null)
  return (
    <AppScreen title="记团课" read={needSession(useSession(), withoutNote(readOf(people, now)))}>
      {(reply) =>
        result ? (
          <Result result={result} organisation={organisation} />
        ) : (
          <ClassForm reply={reply} today={localDateAt(now)} onDone={setResult} />
        )
      }
    </AppScreen>
  )
}

interface ClassFormProps {
  reply: PeopleReply
  today: LocalDate
  onDone: (result: ClassResult) => void
}

function ClassForm({ reply, today, onDone }: ClassFormProps) {
  const policy = usePolicy()
  const people = reply.people
    .filter(({ confirmed }) => confirmed !== null)
    .map(({ person, name }) => ({ person, name: name ?? NO_NAME }))
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [complaint, setComplaint] = useState<string | null>(null)
  const attending = people.filter(({ person }) => chosen.has(person)).map(({ person }) => person)
  const form = useForm({
    start: () => startOfRecord({ entry: null, texts: {}, today }),
    check: (draft) => {
      const checked = checkClassOfMany(draft, { policy, today })
      return checked.kind === 'errors' ? checked : { ...checked, body: { ...checked.body, people: attending } }
    },
    act: useRecordClassOfMany(reply.organisation.code),
    fieldOf,
    onDone: (done) => onDone(classResult(done, people)),
  })
  const submit = () => {
    const words = complaintAbout(attending.length)
    setComplaint(words)
    if (words === null) form.submit()
  }
  return (
    <View className={classes(styles.columns)}>
      <View className={classes(styles.people)}>
        <Words as="title">谁上了这次团课</Words>
        <Attendance
          people={people}
          chosen={chosen}
          onChange={(next) => {
            setChosen(next)
            setComplaint(null)
          }}
        />
      </View>
      <View className={classes(styles.form)}>
        <Words as="title">上了什么</Words>
        <Card>
          <ClassFields form={form} today={today} />
        </Card>
        {complaint !== null && <Notice>{complaint}</Notice>}
        <FormEnd problem={form.problem} busy={form.busy} onSubmit={submit}>
          {attending.length === 0 ? '登记' : `给 ${attending.length} 人登记`}
        </FormEnd>
      </View>
    </View>
  )
}

function complaintAbout(count: number): string | null {
  if (count === 0) return '请先选上过这次团课的人。'
  return count > MOST ? `一次最多 ${MOST} 人，请分几次登记。` : null
}
