import { addDays, type LocalDate } from '../time'
import { cite, valueOf } from '../policy/policy'
import { total, type SettledEntry } from '../hours/ledger'
import { firstClassDay, settleClassHours } from '../hours/class-hours'
import { notActivistVerdict } from './recommendation'
import { MET, placeVerdict, type EntryFate, type PathQuestion, type Requirement, type Verdict } from './requirement'

interface Sums {
  readonly need: number
  readonly have: number
  readonly pending: number
}

/** The requirement `class-hours`: 团课学习合格, 8 学时 (细则, Q; window and mode are the pack's). */
export function classHoursRequirement(question: PathQuestion): Requirement {
  const { facts, application, policy, on } = question
  const activistOn = application.activist?.on ?? null
  const settled = settleClassHours(facts.entries, { activistOn, birthDate: facts.birthDate }, policy)
  const { counted: have, pending } = total(settled)
  const sums = { need: valueOf(policy, 'class-hours').tenths, have, pending }
  const verdict = classHoursVerdict(question, settled, sums)
  return {
    ...cite(policy, 'class-hours'),
    rule: 'class-hours',
    gate: 'hard',
    ...verdict,
    ...sums,
    unit: 'class-hour-tenth',
    earliest: verdict.state === 'met' ? on : earliestDay(question, sums),
    value: null,
    year: null,
    closes: null,
    entries: settled.map(fateOf),
  }
}

/** What becomes of an entry, without the entry. */
export function fateOf({ entry, fate, reason }: SettledEntry): EntryFate {
  return { id: entry.id, fate, reason }
}

/** The oldest day since which somebody waits for an entry to be accepted. */
export function oldestPending(settled: readonly SettledEntry[]): LocalDate | null {
  const days = settled.filter((row) => row.fate === 'pending').map((row) => row.entry.since)
  return days.length === 0 ? null : days.reduce((a, b) => (a < b ? a : b))
}

function classHoursVerdict(
  question: PathQuestion,
  settled: readonly SettledEntry[],
  { need, have, pending }: Sums,
): Verdict {
  if (have >= need) return MET
  const place = placeVerdict(question)
  if (place) return place
  if (pending > 0 && have + pending >= need) {
    return { state: 'waiting', who: 'branch-secretary', since: oldestPending(settled), reason: 'hours-waiting' }
  }
  if (fromActivist(question) && !question.application.activist) return notActivistVerdict(question)
  return { state: 'not-yet', who: 'applicant', since: null, reason: 'hours-missing' }
}

function fromActivist({ policy }: PathQuestion): boolean {
  return valueOf(policy, 'class-hours.window') === 'from-activist'
}

/** With as many hours a day as may be recorded at once, beginning on the first day that counts. */
function earliestDay(question: PathQuestion, { need, have, pending }: Sums): LocalDate | null {
  const { facts, policy, on, activistFrom } = question
  const bars = [facts.birthDate && firstClassDay(facts.birthDate), fromActivist(question) ? activistFrom : on]
  const start = bars.reduce<LocalDate | null>((latest, bar) => (latest && bar && bar > latest ? bar : latest), on)
  if (fromActivist(question) && activistFrom === null) return null
  const missing = Math.max(0, need - have - pending)
  return start && addDays(start, Math.max(0, Math.ceil(missing / valueOf(policy, 'class-hours.entry-max')) - 1))
}
