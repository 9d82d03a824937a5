import { cite, valueOf, type Policy, type RuleId } from '#domain/policy/policy'
import { hoursNumber, minutesWords } from '../../text/amounts'
import { fullDayWords } from '../../text/dates'

export interface RuleView {
  readonly id: RuleId
  readonly title: string
  readonly note: string
  /** 细则, or 本区规定. */
  readonly source: string
  /** The text's whole name; null = 本区规定. */
  readonly sourceTitle: string | null
}

export interface PolicyView {
  readonly need: string
  /** What 8 学时 are in time. */
  readonly inTime: string
  readonly rules: readonly RuleView[]
  readonly edition: string
  /** Said while nobody of the district has confirmed the pack. */
  readonly unconfirmed: string | null
}

const TITLES = {
  'class-hours': '要学多少',
  'class-hours.window': '什么时候学的算',
  'class-hours.mode': '怎么学的算',
  'class-hours.minutes': '一学时多长',
} as const satisfies Partial<Record<RuleId, string>>

/** What the district asks for in class hours, and where each rule stands. */
export function classHoursPolicy(policy: Policy): PolicyView {
  const { tenths } = valueOf(policy, 'class-hours')
  const minutes = valueOf(policy, 'class-hours.minutes')
  const ids = Object.keys(TITLES) as (keyof typeof TITLES)[]
  return {
    need: hoursNumber(tenths),
    inTime: `按每学时 ${minutes} 分钟算，一共至少 ${minutesWords(Math.ceil((tenths * minutes) / 10))}。`,
    rules: ids.map((id) => {
      const { note, source } = cite(policy, id)
      return { id, title: TITLES[id], note, source: source?.short ?? '本区规定', sourceTitle: source?.title ?? null }
    }),
    edition: editionWords(policy),
    unconfirmed: unconfirmedWords(policy),
  }
}

/** Which rules an answer was made under. */
export function editionWords(policy: Pick<Policy, 'edition' | 'version'>): string {
  return `规定版本 ${policy.edition}（${policy.version}）`
}

/** What to know while nobody of the district has confirmed the pack; null once somebody has. */
export function unconfirmedWords(policy: Pick<Policy, 'confirmedOn'>): string | null {
  return policy.confirmedOn === null ? '这些规定还没有经本区确认，请以团组织的答复为准。' : null
}

/** When the district confirmed the pack; null while it hasn't. */
export function confirmedWords(policy: Pick<Policy, 'confirmedOn'>): string | null {
  return policy.confirmedOn === null ? null : `本区 ${fullDayWords(policy.confirmedOn)}确认`
}
