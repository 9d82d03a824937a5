import { createHash } from 'node:crypto'
import { creditOf } from '#domain/checkin/credit'
import { creditDay, creditingOf } from '#domain/checkin/crediting'
import { checkInRulesOf } from '#domain/checkin/rules'
import type { HoursRequirement, LedgerEntry } from '#domain/hours/ledger'
import { localDate } from '#domain/time'
import type { Context } from '../../context'
import { sheetOfOne } from '../../queries/attended'
import type { PersonFacts, Words } from '../../queries/person-facts'

/** Somebody who hasn't said when they were born is credited once they have: until then it waits, too. */
const LONG_AGO = localDate('1900-01-01')

/** What closing would credit of events that aren't closed yet: claimed, not accepted, and stored nowhere. */
export function pendingOf(
  { district }: Pick<Context, 'district'>,
  { facts, attended }: Pick<PersonFacts, 'facts' | 'attended'>,
): { readonly entries: readonly LedgerEntry[]; readonly texts: readonly (readonly [string, Words])[] } {
  const { policy } = district
  const rules = checkInRulesOf(policy)
  const birthDate = facts.birthDate ?? LONG_AGO
  const entries: LedgerEntry[] = []
  const texts: (readonly [string, Words])[] = []
  for (const one of attended) {
    const { attendance } = sheetOfOne(one)
    const event = { ...one.state, id: one.event }
    const on = creditDay(event)
    // What is weak waits for the same people as the close does.
    const credit = creditOf({ ...attendance, confirmed: true }, event, policy, rules)
    const there = [...facts.entries, ...entries.map((entry) => ({ ...entry, acceptedOn: on }))]
    const guards = { entries: there, ofEvent: new Set(one.ofEvent), birthDate }
    for (const { requirement, amount, corrects } of creditingOf(credit, event, guards, policy).entries) {
      const id = pendingId(one.event, attendance.person, requirement)
      entries.push({
        id,
        requirement,
        amount,
        on,
        origin: 'check-in',
        mode: 'in-person',
        since: on,
        acceptedOn: null,
        corrects,
      })
      texts.push([id, { content: one.title, witness: '', event: one.event }])
    }
  }
  return { entries, texts }
}

/** The same each time, and nobody's else: a uuid made of what it stands for. */
function pendingId(event: string, person: string, requirement: HoursRequirement): string {
  const hex = createHash('sha256').update(`pending ${event} ${person} ${requirement}`, 'utf8').digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
