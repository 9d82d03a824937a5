import { sql, type Insertable } from 'kysely'
import { decideClose } from '#domain/checkin/close-out'
import { creditOf, type AttendanceCredit } from '#domain/checkin/credit'
import { creditDay, creditingOf } from '#domain/checkin/crediting'
import { checkInRulesOf } from '#domain/checkin/rules'
import { sheetOf } from '#domain/checkin/attendance'
import type { AttendanceReply, ReopenBody } from '#contract/check-in'
import type { LedgerTable } from '../../database/tables'
import type { Context, SignedIn } from '../../context'
import { grantedOr, lostRace, refusal } from '../../problem'
import { personFacts } from '../../queries/person-facts'
import type { Trx } from '../acts'
import { factId } from '../ids'
import { lockPeople } from '../person'
import { keepText, salted } from '../texts'
import { actOnEvent, loadEvent } from './act-on-event'
import { appendActs, lockAccounts, lockEvent, revokeDesks } from './acts'
import { readAttendance } from './attendance'
import type { TeamAuthority } from './authorise'
import { isLate } from './credits'
import type { LoadedSheet } from './sheet-of'

/** Closes an event: only this credits. The closer's own row stays open for another lead, who closes after them. */
export async function closeEvent(
  context: SignedIn,
  id: string,
  body: { readonly requestId: string },
): Promise<AttendanceReply> {
  const locked = new Set<string>()
  const lockThose = async (trx: Trx) => {
    const rows = await trx.selectFrom('check_in').select('person_id').distinct().where('event_id', '=', id).execute()
    locked.clear()
    for (const { person_id: person } of rows) locked.add(person)
    await lockPeople(trx, [...locked])
  }
  const route = 'POST /v1/events/:event/close'
  await actOnEvent(
    context,
    route,
    id,
    body,
    async (trx, { asker }, loaded) => {
      const { policy } = context.district
      const rules = checkInRulesOf(policy)
      const credits = grantedOr(decideClose(loaded.sheet, loaded.event, asker.person, policy, rules, context.now))
      // Somebody came while the locks were being taken: the lead hasn't seen them.
      if (loaded.sheet.attendances.some(({ person }) => !locked.has(person))) throw lostRace()
      await writeCredits(trx, context, loaded, credits, asker.person)
      await revokeDesks(trx, context, id, asker.person)
      await appendActs(trx, context, id, [{ act: 'closed' }], asker.person)
      await trx
        .updateTable('event')
        .set({ closed_at: new Date(context.now) })
        .where('id', '=', id)
        .execute()
    },
    lockThose,
  )
  return readAttendance(context, id)
}

/** Opens a closed event again, with a reason: it credits nothing and takes nothing, the next close corrects. */
export async function reopenEvent(context: SignedIn, id: string, body: ReopenBody): Promise<AttendanceReply> {
  const perform = async (trx: Trx, { asker }: TeamAuthority, { sheet }: LoadedSheet) => {
    if (sheet.closed === null) throw refusal({ code: 'close-out-not-closed', facts: {} })
    await appendActs(trx, context, id, [{ act: 'reopened' }], asker.person, body.reason.trim())
    await trx.updateTable('event').set({ closed_at: null, handed_over_at: null }).where('id', '=', id).execute()
  }
  await actOnEvent(context, 'POST /v1/events/:event/reopen', id, body, perform, (trx, { asker }) =>
    lockAccounts(trx, [asker.person]),
  )
  return readAttendance(context, id)
}

/**
 * Somebody has said who they are: what closed events would have credited to them is credited now, as of each close. The person's lock is
 * held; events are locked in the order of their ids.
 */
export async function creditNewcomer(trx: Trx, context: Context, person: string): Promise<void> {
  const events = await trx
    .selectFrom('check_in as c')
    .innerJoin('event as e', 'e.id', 'c.event_id')
    .select('e.id')
    .distinct()
    .where('c.person_id', '=', person)
    .where('e.closed_at', 'is not', null)
    .orderBy('e.id')
    .execute()
  const { policy } = context.district
  for (const { id } of events) {
    await lockEvent(trx, id)
    const loaded = await loadEvent(trx, id)
    const { closed, openRow } = loaded.sheet
    const by = loaded.acts.filter(({ act }) => act === 'closed').pop()?.by ?? null
    if (closed === null || by === null || openRow === person) continue
    const then = loaded.uploads.filter((one) => !isLate(one, closed))
    const mine = sheetOf(then, loaded.acts, loaded.roles).attendances.find((one) => one.person === person)
    if (!mine) continue
    const credit = creditOf(mine, loaded.event, policy, checkInRulesOf(policy))
    await writeCredits(trx, context, loaded, new Map([[person, credit]]), by)
  }
}

/** Writes what is to be credited and isn't yet, or not so; the people's locks and the event's are held. */
async function writeCredits(
  trx: Trx,
  context: Context,
  { event }: LoadedSheet,
  credits: ReadonlyMap<string, AttendanceCredit>,
  by: string,
): Promise<void> {
  const people = [...credits.keys()]
  const written = await trx.selectFrom('ledger').select('id').where('event_id', '=', event.id).execute()
  const ofEvent = new Set(written.map(({ id }) => id))
  const title = await titleOf(trx, event.id)
  const nos = await lastNos(trx, people)
  const rows: Insertable<LedgerTable>[] = []
  for (const { person, name, facts } of await personFacts(trx, { people })) {
    const credit = credits.get(person)
    if (!credit) continue
    const { entries, birthDate } = facts
    let no = nos.get(person) ?? 0
    for (const entry of creditingOf(credit, event, { entries, ofEvent, birthDate }, context.district.policy).entries) {
      const id = factId(context.now)
      const text = salted({ content: title, witness: '', event: event.id })
      rows.push({
        id,
        person_id: person,
        no: ++no,
        requirement: entry.requirement,
        amount: entry.amount,
        on_day: creditDay(event),
        origin: entry.origin,
        mode: 'in-person',
        since: context.today,
        accepted_on: context.today,
        corrects: entry.corrects,
        text_hash: text.hash,
        by_person: by,
        at: new Date(context.now),
        policy: context.district.policy.version,
        event_id: event.id,
      })
      // About who was erased no words are kept.
      if (name !== null) await keepText(trx, id, person, text)
    }
  }
  if (rows.length > 0) await trx.insertInto('ledger').values(rows).execute()
}

/** The last numbers of people's streams. */
async function lastNos(trx: Trx, people: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rows = await trx
    .selectFrom('ledger')
    .select(({ fn }) => ['person_id', fn.max<number>('no').as('last')])
    .where('person_id', '=', sql<string>`any(${[...people]}::uuid[])`)
    .groupBy('person_id')
    .execute()
  return new Map(rows.map(({ person_id: person, last }) => [person, last]))
}

/** What an event is called in somebody's own ledger; nothing where it mustn't be read. */
async function titleOf(trx: Trx, event: string): Promise<string> {
  const row = await trx
    .selectFrom('event as e')
    .innerJoin('event_words as w', 'w.hash', 'e.words_hash')
    .select([sql<string>`w.body ->> 'title'`.as('title'), 'w.checked'])
    .where('e.id', '=', event)
    .executeTakeFirstOrThrow()
  return row.checked === 'refused' ? '' : row.title
}
