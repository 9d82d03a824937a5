import type { FactTexts } from '#contract/path'
import { standingActs, type ApplicationAct } from '#domain/application/acts'
import type { GradeEntry } from '#domain/civics/grades'
import type { LedgerEntry } from '#domain/hours/ledger'
import type { PathFacts } from '#domain/path/facts'
import type { EntryFate, Requirement } from '#domain/path/requirement'
import type { LocalDate } from '#domain/time'
import { amountWords } from '../../text/requirements'
import { dayWords } from '../../text/dates'
import { actWords, fateWord, modeWords, originWords, whyNotCounted, type FactWords } from '../../text/entries'
import { wayName } from '../../text/names'
import { ACT_NAMES } from '../../text/steps'

export interface EntryView {
  readonly id: string
  readonly title: string
  readonly note: string
  readonly tone: 'met' | 'waiting' | 'not-yet' | 'not-applicable'
  readonly fate: string
  readonly reason: string | null
  /** It stands as it is; a correction may name it. */
  readonly correctable: boolean
}

/** What the rows of one screen share. */
interface Book {
  readonly texts: FactTexts
  readonly today: LocalDate
}

const ERASED = '内容已删除'

/** What lies behind a requirement, as rows, newest first: hours and grades with their fate, or the acts of the recommendation. */
export function entryViews(
  requirement: Requirement,
  facts: PathFacts,
  texts: FactTexts,
  today: LocalDate,
): readonly EntryView[] {
  const book = { texts, today }
  switch (requirement.rule) {
    case 'class-hours':
    case 'volunteer-hours':
      return hourViews(requirement, facts.entries, book)
    case 'civics':
      return gradeViews(requirement, facts.grades, book)
    case 'training.months':
      return []
    case 'admission.ways':
      return actViews(facts.acts, book)
  }
}

/** Hours as rows. A strike isn't a row of its own: the entry that it strikes says so, with the reason. */
function hourViews(requirement: Requirement, entries: readonly LedgerEntry[], book: Book): readonly EntryView[] {
  const byId = new Map(entries.map((entry) => [entry.id, entry]))
  return requirement.entries.flatMap((settled) => {
    const entry = byId.get(settled.id)
    if (!entry || entry.amount === 0) return []
    const words = book.texts[entry.id]
    const replacement = entries.find((other) => other.corrects === entry.id)
    const strike = replacement?.amount === 0 && settled.reason === 'corrected' ? replacement : undefined
    const note = [
      amountWords(requirement.rule, entry.amount),
      ...(entry.requirement === 'class-hours' ? [modeWords(entry.mode)] : []),
      ...(words?.event && entry.origin !== 'check-in' ? ['活动登记'] : [originWords(entry.origin)]),
      ...(words?.witness ? [`见证：${words.witness}`] : []),
    ]
    return {
      id: entry.id,
      title: `${dayWords(entry.on, book.today)} · ${words?.content ?? ERASED}`,
      note: note.join(' · '),
      ...fateView(settled, words, strike && book.texts[strike.id], requirement.year),
      ...(strike && { fate: '已作废' }),
      // What waits for an event's close stands nowhere yet.
      correctable: replacement === undefined && entry.acceptedOn !== null,
    }
  })
}

function gradeViews(requirement: Requirement, grades: readonly GradeEntry[], book: Book): readonly EntryView[] {
  const byId = new Map(grades.map((entry) => [entry.id, entry]))
  return requirement.entries.flatMap((settled) => {
    const entry = byId.get(settled.id)
    if (!entry || entry.grade === null) return []
    const words = book.texts[entry.id]
    const replacement = grades.find((other) => other.corrects === entry.id)
    const strike = replacement?.grade === null ? replacement : undefined
    return {
      id: entry.id,
      title: `${words?.term ?? ERASED} · ${entry.grade}`,
      note: `${dayWords(entry.on, book.today)}考评 · 团支书登记`,
      ...fateView(settled, words, strike && book.texts[strike.id], null),
      ...(strike && { fate: '已作废' }),
      correctable: replacement === undefined,
    }
  })
}

/** `strike`: the words of what struck it. */
function fateView(
  settled: EntryFate,
  words: FactWords | undefined,
  strike: FactWords | undefined,
  year: number | null,
): Pick<EntryView, 'tone' | 'fate' | 'reason'> {
  const corrected = words?.reason ? `更正的原因：${words.reason}` : null
  const reason = strike?.reason
    ? `作废的原因：${strike.reason}`
    : [whyNotCounted(settled.reason, year), corrected].filter(Boolean).join('；')
  return {
    tone: settled.fate === 'counted' ? 'met' : settled.fate === 'pending' ? 'waiting' : 'not-applicable',
    fate: fateWord(settled),
    reason: reason === '' ? null : reason,
  }
}

/** The standing acts of the application, newest first. What was corrected shows as it stands now. */
function actViews(acts: readonly ApplicationAct[], { texts, today }: Book): readonly EntryView[] {
  return standingActs(acts)
    .map((act): EntryView => {
      const words = texts[act.id] ?? {}
      const way = act.way === null ? [] : [wayName(act.way)]
      const corrected = words.reason ? `更正的原因：${words.reason}` : null
      const told = [actWords(act.act, words), corrected].filter(Boolean).join('；')
      return {
        id: act.id,
        title: `${dayWords(act.on, today)} · ${ACT_NAMES[act.act]}`,
        note: [
          ...way,
          ...(act.onPaper ? ['按纸质材料补录'] : []),
          ...(act.since === act.on ? [] : [`${dayWords(act.since, today)}记录`]),
        ].join(' · '),
        tone: act.act === 'returned' || act.act === 'withdrawn' ? 'not-yet' : 'met',
        fate: FATES[act.act],
        reason: told === '' ? null : told,
        correctable: act.act !== 'submitted' && act.act !== 'withdrawn',
      }
    })
    .reverse()
}

const FATES: Readonly<Record<ApplicationAct['act'], string>> = {
  submitted: '已提交',
  applied: '已收到',
  talked: '已谈',
  nominated: '已推荐',
  returned: '退回',
  activist: '已批准',
  mentored: '已确定',
  withdrawn: '已撤回',
}
