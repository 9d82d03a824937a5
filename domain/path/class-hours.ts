import { addDays, type LocalDate } from '../time'
import { cite, valueOf } from '../policy/policy'
import { standingOnDay, total, type SettledEntry } from '../hours/ledger'
import { firstClassDay, settleClassHours } from '../hours/class-hours'
import { fateOf, HOURS_MISSING, hoursVerdict, type Sums } from './hours'
import { notActivistVerdict } from './recommendation'
import type { PathQuestion, Requirement, Verdict } from './requirement'

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
    earliest: verdict.state === 'met' ? on : earliestDay(question),
    value: null,
    year: null,
    closes: null,
    entries: settled.map(fateOf),
  }
}

function classHoursVerdict(question: PathQuestion, settled: readonly SettledEntry[], sums: Sums): Verdict {
  const verdict = hoursVerdict(question, settled, sums)
  if (verdict) return verdict
  return fromActivist(question) && !question.application.activist ? notActivistVerdict(question) : HOURS_MISSING
}

function fromActivist({ policy }: PathQuestion): boolean {
  return valueOf(policy, 'class-hours.window') === 'from-activist'
}

/**
 * With as many hours a day as a day holds, beginning on the first day that counts, and with what there would be if one became an
 * activist as soon as one can: hours of that day count.
 */
function earliestDay(question: PathQuestion): LocalDate | null {
  const { facts, policy, on, activistFrom } = question
  if (fromActivist(question) && activistFrom === null) return null
  const bars = [facts.birthDate && firstClassDay(facts.birthDate), fromActivist(question) ? activistFrom : on]
  const start = bars.reduce<LocalDate>((latest, bar) => (bar && bar > latest ? bar : latest), on)
  const settled = settleClassHours(facts.entries, { activistOn: activistFrom, birthDate: facts.birthDate }, policy)
  const { counted, pending } = total(settled)
  const most = valueOf(policy, 'class-hours.entry-max')
  // What was recorded today, counting or not, has taken its part of the day.
  const taken = start === on ? standingOnDay(facts.entries, { requirement: 'class-hours', on, without: null }) : 0
  const missing = Math.max(0, valueOf(policy, 'class-hours').tenths - counted - pending)
  return missing === 0 ? start : addDays(start, Math.ceil((missing + Math.min(most, taken)) / most) - 1)
}
