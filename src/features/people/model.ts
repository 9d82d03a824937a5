import type { OverviewReply, PersonRow } from '#contract/organisation'
import type { LocalDate } from '#domain/time'
import { hoursNumber, hoursWords } from '../../text/amounts'
import { dayWords, nthDay } from '../../text/dates'
import { organisationName } from '../../text/names'

export interface PendingView {
  readonly person: string
  readonly name: string
  readonly note: string
}

export interface MemberView {
  readonly person: string
  readonly name: string
  readonly note: string
  readonly tone: 'met' | 'waiting' | 'not-yet' | 'not-applicable'
  readonly state: string
}

export interface PeopleView {
  readonly pending: readonly PendingView[]
  readonly members: readonly MemberView[]
}

const NO_NAME = '资料已删除'

/** The people of an organisation: first those who wait for an answer, by name only. `code`: the organisation that was asked about. */
export function peopleView(people: readonly PersonRow[], code: string, today: LocalDate): PeopleView {
  return {
    pending: people
      .filter((row) => row.confirmed === null)
      .map((row) => ({
        person: row.person,
        name: row.name ?? NO_NAME,
        note: `${dayWords(row.since, today)}选择了你的支部，等你答复 · ${nthDay(row.since, today)}`,
      })),
    members: people.flatMap((row) => memberView(row, code, today)),
  }
}

function memberView(
  { person, name, confirmed, organisation }: PersonRow,
  code: string,
  today: LocalDate,
): MemberView[] {
  if (!confirmed) return []
  const { classHours, activistOn } = confirmed
  const hours = `团课 ${hoursNumber(classHours.have)} / ${hoursWords(classHours.need)}`
  const waiting = classHours.pending > 0 ? [`待认定 ${hoursWords(classHours.pending)}`] : []
  const since = activistOn ? `${dayWords(activistOn, today)}成为积极分子` : '还不是积极分子'
  return [
    {
      person,
      name: name ?? NO_NAME,
      note: [hours, ...waiting, since, ...(organisation.code === code ? [] : [organisationName(organisation)])].join(
        ' · ',
      ),
      tone: classHours.state,
      state:
        classHours.state === 'met'
          ? '学时够了'
          : classHours.state === 'waiting'
            ? '待认定'
            : `还差 ${hoursWords(Math.max(0, classHours.need - classHours.have))}`,
    },
  ]
}

export interface OverviewRowView {
  readonly code: string
  readonly title: string
  readonly note: string
}

export interface OverviewView {
  readonly asOf: string
  readonly confirmed: number
  readonly claimed: number
  readonly activists: number
  readonly rows: readonly OverviewRowView[]
  /** Organisations where nobody is yet. */
  readonly empty: number
}

/** Numbers by organisation; those without anybody are only counted. */
export function overviewView({ rows, asOf }: OverviewReply): OverviewView {
  const sum = (of: (row: OverviewReply['rows'][number]) => number) => rows.reduce((total, row) => total + of(row), 0)
  const some = rows.filter((row) => row.claimed + row.confirmed > 0)
  return {
    asOf,
    confirmed: sum((row) => row.confirmed),
    claimed: sum((row) => row.claimed),
    activists: sum((row) => row.activists),
    rows: some.map(({ organisation, claimed, confirmed, activists }) => ({
      code: organisation.code,
      title: organisationName(organisation),
      note: `已确认 ${confirmed} 人 · 待确认 ${claimed} 人 · 入团积极分子 ${activists} 人`,
    })),
    empty: rows.length - some.length,
  }
}
