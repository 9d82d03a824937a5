import type { AttendanceReply, AttendanceRow } from '#contract/check-in'
import { isEnough } from '#domain/checkin/team'
import type { Instant } from '#domain/time'
import { creditLine, FLAG_WORDS, givenWords, markWords, rowName } from '../../text/attendance'
import { momentWords } from '../../text/dates'
import { EVENT_ROLE_NAMES } from '../../text/names'
import { isHere } from './counts'

/** Somebody in a list of the close-out. */
export interface CloseOutLine {
  readonly person: string
  readonly name: string
  readonly note: string
}

/** What is missing before the close, and what the close will credit. */
export interface CloseOutView {
  readonly may: {
    /** Settle times, heads, weak ones. */
    readonly settle: boolean
    /** Strike, close, reopen. */
    readonly lead: boolean
  }
  readonly closed: number | null
  readonly heads: number | null
  readonly guests: number
  readonly accepted: number
  readonly noCheckOut: readonly CloseOutLine[]
  readonly weak: readonly CloseOutLine[]
  readonly walkIns: readonly CloseOutLine[]
  readonly noShows: readonly CloseOutLine[]
  readonly struck: readonly CloseOutLine[]
  /** All weak ones can be confirmed in one tap. */
  readonly withinHeads: boolean
  /** The asker's own row is among those who came: another lead closes it. */
  readonly own: CloseOutLine | null
  /** Why it can't be closed now; null = it can. */
  readonly blocked: string | null
  readonly credits: CreditSum
}

/** What is credited, told by amounts: 志愿服务 2 小时 · 4 人. */
export interface CreditSum {
  readonly amounts: readonly { readonly key: string; readonly text: string; readonly people: number }[]
  /** Credited nothing, by why. */
  readonly nothing: readonly { readonly key: string; readonly text: string; readonly people: number }[]
  readonly lines: readonly CloseOutLine[]
}

/** The close-out at a moment. `unsent`: what this device has recorded and not sent yet. */
export function closeOutView(reply: AttendanceReply, unsent: number, now: Instant): CloseOutView {
  const rows = new Map(reply.people.map((row) => [row.person, row]))
  const others = (ids: readonly string[]) =>
    ids.flatMap((id) => {
      const row = rows.get(id)
      return row && !row.own ? [row] : []
    })
  const { noCheckOut, weak, noShows, accepted, withinHeads } = reply.closeOut
  const [open, flagged] = [others(noCheckOut), others(weak)]
  const here = reply.people.filter(isHere)
  const own = here.find((row) => row.own)
  const lead = isEnough(reply.team, 'lead')
  return {
    may: { settle: isEnough(reply.team, 'host'), lead },
    closed: reply.closed,
    heads: reply.heads,
    guests: reply.guests,
    accepted,
    noCheckOut: open.map((row) => ({ ...who(row), note: marksOf(row) })),
    weak: flagged.map((row) => ({ ...who(row), note: [marksOf(row), flagsOf(row)].filter(Boolean).join('\n') })),
    walkIns: here.filter(({ registered }) => !registered).map((row) => ({ ...who(row), note: marksOf(row) })),
    noShows: others(noShows).map((row) => ({ ...who(row), note: EVENT_ROLE_NAMES[row.role] })),
    struck: reply.people.filter(({ struck }) => struck).map((row) => ({ ...who(row), note: marksOf(row) })),
    withinHeads,
    own: own ? { ...who(own), note: marksOf(own) } : null,
    blocked: blockedBy({ reply, open: open.length, flagged: flagged.length, unsent, lead }, now),
    credits: creditSum(here),
  }
}

interface Missing {
  readonly reply: AttendanceReply
  readonly open: number
  readonly flagged: number
  readonly unsent: number
  readonly lead: boolean
}

function blockedBy({ reply, open, flagged, unsent, lead }: Missing, now: Instant): string | null {
  const { end } = reply.card
  if (!lead) return '收尾由负责人点。你可以先把上面的处理好。'
  if (now < end) return `活动到 ${momentWords(end as Instant, now)} 结束，结束以后再点。`
  const missing = [
    reply.heads === null ? '填门口数到的人数' : '',
    open > 0 ? `${open} 人没有签退` : '',
    flagged > 0 ? `${flagged} 人要看一眼` : '',
    unsent > 0 ? `${unsent} 条还没有发出` : '',
  ].filter(Boolean)
  return missing.length === 0 ? null : `还差：${missing.join('，')}。`
}

const who = (row: AttendanceRow) => ({ person: row.person, name: rowName(row) })

function marksOf(row: AttendanceRow): string {
  return `${markWords('in', row.in, row.inWay)} · ${markWords('out', row.out, row.outWay)}`
}

function flagsOf({ flags }: Pick<AttendanceRow, 'flags'>): string {
  return flags.map((flag) => FLAG_WORDS[flag]).join('；')
}

/** What the close credits, or has credited, to those who came. */
export function creditSum(rows: readonly AttendanceRow[]): CreditSum {
  const sums = { amounts: new Map<string, number>(), nothing: new Map<string, number>() }
  for (const { credit } of rows) {
    const given = givenWords(credit)
    // Whoever has no name yet isn't credited by the close, but once they have one.
    const now = given !== '' && credit.reason !== 'profile-missing'
    const [sum, text] = now ? [sums.amounts, `计${given}`] : [sums.nothing, creditLine(credit)]
    sum.set(text, (sum.get(text) ?? 0) + 1)
  }
  const listed = (sum: ReadonlyMap<string, number>) =>
    Array.from(sum, ([text, people]) => ({ key: text, text, people })).sort((a, b) => b.people - a.people)
  return {
    amounts: listed(sums.amounts),
    nothing: listed(sums.nothing),
    lines: rows.map((row) => ({ ...who(row), note: creditLine(row.credit) })),
  }
}
