import type { AttendanceReply, AttendanceRow } from '#contract/check-in'
import type { Direction } from '#domain/checkin/code'
import { markWords, rowName } from '../../text/attendance'
import { EVENT_ROLE_NAMES } from '../../text/names'

/** Somebody on the roll. */
export interface RollLine {
  readonly person: string
  readonly name: string
  readonly note: string
  /** Has this end already, or nobody acts on it here: their own row. */
  readonly done: boolean
}

/**
 * Who can be called, and who has answered already; with words typed, those whose name holds them. `pending`: who is recorded on this
 * device and not sent yet.
 */
export function rollLines(
  { people }: Pick<AttendanceReply, 'people'>,
  direction: Direction,
  typed: string,
  pending: ReadonlySet<string>,
): { readonly open: readonly RollLine[]; readonly done: readonly RollLine[] } {
  const wanted = typed.trim()
  const lines = people
    .filter(({ struck }) => !struck)
    .map((row) => lineOf(row, direction, pending.has(row.person)))
    .filter(({ name }) => wanted === '' || name.includes(wanted))
  return { open: lines.filter(({ done }) => !done), done: lines.filter(({ done }) => done) }
}

function lineOf(row: AttendanceRow, direction: Direction, pending: boolean): RollLine {
  const came = row.in === null ? [] : [markWords('in', row.in, row.inWay)]
  const left = row.out === null ? [] : [markWords('out', row.out, row.outWay)]
  const who = row.registered ? EVENT_ROLE_NAMES[row.role] : '现场来的'
  return {
    person: row.person,
    name: rowName(row),
    note: [row.own ? '你自己，请别人点' : who, ...came, ...left, ...(pending ? ['已记下，待上传'] : [])].join(' · '),
    done: row.own || pending || row[direction] !== null,
  }
}
