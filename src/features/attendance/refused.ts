import type { AttendanceReply } from '#contract/check-in'
import { readCode } from '#domain/checkin/code'
import type { Instant } from '#domain/time'
import type { HostRow } from '../../platform/host-check-ins'
import { rowName } from '../../text/attendance'
import { deskRefusalWords } from '../../text/desk-refusals'

/** Something recorded on this device that the server said no to, for the host to see. */
export interface RefusedLine {
  readonly id: string
  readonly words: string
}

const OTHERWISE = '没有记上，请再记一次。'

/** Each no with whom it is about. */
export function refusedLines(
  rows: readonly HostRow[],
  { people }: Pick<AttendanceReply, 'people'>,
  now: Instant,
): readonly RefusedLine[] {
  const nameOf = (person: string) => {
    const row = people.find((one) => one.person === person)
    return row ? rowName(row) : '一个人'
  }
  return rows.flatMap(({ body, outcome }) => {
    if (outcome === null) return []
    const words = (code: string, facts: Readonly<Record<string, unknown>>) =>
      deskRefusalWords(code, facts, now) ?? OTHERWISE
    if (outcome.kind === 'accepted') {
      const each = outcome.reply.refused.map(({ person, code }) => `${nameOf(person)}：${words(code, {})}`)
      return each.length === 0 ? [] : [{ id: body.requestId, words: each.join('\n') }]
    }
    const code = body.code === null ? null : readCode(body.code)
    const scanned = code?.kind === 'own' ? people.find(({ tag }) => tag === code.tag) : undefined
    const [only] = body.people
    const whom =
      body.account ??
      (scanned ? rowName(scanned) : only !== undefined && body.people.length === 1 ? nameOf(only) : null)
    const said = words(outcome.code, outcome.facts)
    return [{ id: body.requestId, words: whom === null ? said : `${whom}：${said}` }]
  })
}
