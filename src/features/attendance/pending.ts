import type { AttendanceReply } from '#contract/check-in'
import { readCode, type Direction } from '#domain/checkin/code'
import type { HostRow } from '../../platform/host-check-ins'

/** Who was recorded on this device for a direction and isn't sent yet: they needn't be recorded again. */
export function pendingPeople(
  rows: readonly HostRow[],
  { people }: Pick<AttendanceReply, 'people'>,
  direction: Direction,
): ReadonlySet<string> {
  const waiting = rows.filter(({ body, outcome }) => outcome === null && body.direction === direction)
  const found = waiting.flatMap(({ body }) => {
    const code = body.code === null ? null : readCode(body.code)
    const row = code?.kind === 'own' ? people.find(({ tag }) => tag === code.tag) : undefined
    return row ? [row.person] : body.people
  })
  return new Set(found)
}
