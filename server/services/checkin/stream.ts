import { sql, type Insertable } from 'kysely'
import type { AttendanceAct } from '#domain/checkin/attendance'
import type { AttendanceActTable } from '../../database/tables'
import type { Context } from '../../context'
import type { Trx } from '../acts'
import { factId } from '../ids'
import { keepText, salted } from '../texts'

/** Takes the lock of an event, under which its attendance is acted on. Who also needs people's locks takes those first. */
export async function lockEvent(trx: Trx, event: string): Promise<void> {
  await trx.selectFrom('event').select('id').where('id', '=', event).forUpdate().execute()
}

/** What is recorded beside an act: who did it (null = time did), and why. */
export interface ActOf {
  readonly by: string | null
  /** The words lie apart, with the person that they are about; of an act on the event itself, with who said them. */
  readonly reason?: string
}

/** Appends acts to an event's stream of attendance; the event's lock is held. What they mean to projections is the caller's. */
export async function addActs(
  trx: Trx,
  { district, now }: Context,
  event: string,
  acts: readonly AttendanceAct[],
  { by, reason }: ActOf,
): Promise<void> {
  if (acts.length === 0) return
  const { last } = await trx
    .selectFrom('attendance_act')
    .select(({ fn }) => fn.max<number | null>('no').as('last'))
    .where('event_id', '=', event)
    .executeTakeFirstOrThrow()
  const rows: Insertable<AttendanceActTable>[] = []
  for (const [index, act] of acts.entries()) {
    const text = reason === undefined ? null : salted({ reason })
    const id = factId(now)
    rows.push({
      id,
      event_id: event,
      no: (last ?? 0) + 1 + index,
      act: act.act,
      by_person: by,
      at: new Date(now),
      policy: district.policy.version,
      ...NOTHING,
      ...columnsOf(act),
      text_hash: text?.hash ?? null,
    })
    const about = 'person' in act ? act.person : by
    if (text && about !== null && (await isHere(trx, about))) await keepText(trx, id, about, text)
  }
  await trx.insertInto('attendance_act').values(rows).execute()
}

/** Who was erased is a random id: no words are kept about them any more. */
async function isHere(trx: Trx, person: string): Promise<boolean> {
  const { rows } = await sql`select from person_account where person_id = ${person}`.execute(trx)
  return rows.length > 0
}

/** Every row names every column, so that many fit into one statement. */
const NOTHING = {
  person_id: null,
  desk: null,
  direction: null,
  device: null,
  team: null,
  heads: null,
  guests: null,
  in_at: null,
  out_at: null,
} as const

function columnsOf(act: AttendanceAct): Partial<Insertable<AttendanceActTable>> {
  switch (act.act) {
    case 'desk-opened':
      return { desk: act.desk, direction: act.direction, device: act.device }
    case 'desk-revoked':
      return { desk: act.desk }
    case 'team-set':
      return { person_id: act.person, team: act.team }
    case 'heads-counted':
      return { heads: act.heads, guests: act.guests }
    case 'times-set':
      return { person_id: act.person, in_at: new Date(act.in), out_at: new Date(act.out) }
    case 'confirmed':
    case 'struck':
    case 'restored':
      return { person_id: act.person }
    case 'closed':
    case 'reopened':
    case 'handed-over':
      return {}
  }
}
