import { sql, type Insertable } from 'kysely'
import type { AttendanceAct } from '#domain/checkin/attendance'
import type { AttendanceActTable } from '../../database/tables'
import type { Context } from '../../context'
import { factId } from '../ids'
import type { Trx } from '../acts'
import { keepText, salted } from '../texts'

/** Takes the lock of an event and of its attendance. What depends on it is read in later statements. */
export async function lockEvent(trx: Trx, event: string): Promise<void> {
  await trx.selectFrom('event').select('id').where('id', '=', event).forUpdate().execute()
}

/**
 * Appends what hosts did to an event's attendance; the event's lock is held. `reason`: in words, kept beside each fact, with the person whom it
 * is about or, where it is about nobody, with who acts.
 */
export async function appendActs(
  trx: Trx,
  context: Context,
  event: string,
  acts: readonly AttendanceAct[],
  by: string | null,
  reason: string | null = null,
): Promise<void> {
  if (acts.length === 0) return
  const { last } = await trx
    .selectFrom('attendance_act')
    .select(({ fn }) => fn.max<number | null>('no').as('last'))
    .where('event_id', '=', event)
    .executeTakeFirstOrThrow()
  const written = acts.map((act, index) => {
    const text = reason === null ? null : salted({ reason })
    const row: Insertable<AttendanceActTable> = {
      id: factId(context.now),
      event_id: event,
      no: (last ?? 0) + 1 + index,
      act: act.act,
      person_id: 'person' in act ? act.person : null,
      by_person: by,
      at: new Date(context.now),
      policy: context.district.policy.version,
      desk: 'desk' in act ? act.desk : null,
      direction: 'direction' in act ? act.direction : null,
      device: 'device' in act ? act.device : null,
      team: 'team' in act ? act.team : null,
      heads: 'heads' in act ? act.heads : null,
      guests: 'guests' in act ? act.guests : null,
      in_at: 'in' in act ? new Date(act.in) : null,
      out_at: 'out' in act ? new Date(act.out) : null,
      text_hash: text?.hash ?? null,
    }
    return { row, text, about: 'person' in act ? act.person : by }
  })
  await trx
    .insertInto('attendance_act')
    .values(written.map(({ row }) => row))
    .execute()
  if (reason === null) return
  const here = await peopleHere(
    trx,
    written.flatMap(({ about }) => about ?? []),
  )
  for (const { row, text, about } of written) {
    if (text && about !== null && here.has(about)) await keepText(trx, row.id, about, text)
  }
}

/** Who was erased is a random id: no words are kept about them any more. */
async function peopleHere(trx: Trx, people: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await trx
    .selectFrom('person_account')
    .select('person_id')
    .where('person_id', '=', sql<string>`any(${[...people]}::uuid[])`)
    .execute()
  return new Set(rows.map((row) => row.person_id))
}

/** Holds people's erasure up until words about them are written, or waits until they are gone; before the event's lock. */
export async function lockAccounts(trx: Trx, people: readonly string[]): Promise<void> {
  await sql`
    select account_id from person_account where person_id = any(${[...people]}::uuid[])
     order by account_id for key share`.execute(trx)
}

/** Takes desks away: their codes are flagged from now on. `which`: of the event's live ones; all of them by default. */
export async function revokeDesks(
  trx: Trx,
  context: Context,
  event: string,
  by: string | null,
  which: (desk: { readonly desk: number; readonly device: string }) => boolean = () => true,
): Promise<void> {
  const live = await trx
    .selectFrom('desk')
    .select(['desk', 'device'])
    .where('event_id', '=', event)
    .where('revoked_at', 'is', null)
    .orderBy('desk')
    .execute()
  const gone = live.filter(which).map(({ desk }) => desk)
  if (gone.length === 0) return
  await appendActs(
    trx,
    context,
    event,
    gone.map((desk) => ({ act: 'desk-revoked', desk })),
    by,
  )
  await trx
    .updateTable('desk')
    .set({ revoked_at: new Date(context.now) })
    .where('event_id', '=', event)
    .where('desk', 'in', gone)
    .execute()
}
