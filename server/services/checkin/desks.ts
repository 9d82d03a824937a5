import { addMinutes } from '#domain/events/event'
import { valueOf } from '#domain/policy/policy'
import { DIRECTIONS, type Direction } from '#domain/checkin/code'
import type { CheckInRefusal } from '#domain/checkin/refusal'
import type { Instant } from '#domain/time'
import type { DesksBody, DesksReply } from '#contract/check-in'
import type { Context, SignedIn } from '../../context'
import { notFound, refusal } from '../../problem'
import type { Trx } from '../acts'
import { once } from '../once'
import { appendActs, lockEvent, revokeDesks } from './acts'
import { authoriseTeam } from './authorise'
import { deskKey } from './keys'

/** Two devices, each for coming and for going. */
const LIVE_DESKS = 4
/** A desk's number is one character of its code. */
const LAST_DESK = 35

interface Opened {
  readonly code: string
  readonly desks: readonly { readonly desk: number; readonly direction: Direction }[]
  readonly until: number
}

/**
 * Opens the desks of one device, for coming and for going, or gives it the ones that it has. Their keys are made for the reply and are
 * kept nowhere: not with what is remembered of the request either.
 */
export async function openDesks(context: SignedIn, id: string, body: DesksBody): Promise<DesksReply> {
  const route = 'POST /v1/events/:event/desks'
  const act = { requestId: body.requestId, route: `${route} ${id}`, body }
  const begin = async (trx: Trx) => {
    const { asker } = await authoriseTeam(context, route, id, trx)
    await lockEvent(trx, id)
    return asker.person
  }
  const opened = await once(context, act, begin, (trx, person) => open(trx, context, id, body, person))
  return {
    asOf: context.now,
    code: opened.code,
    origin: context.deps.origin,
    desks: opened.desks.map(({ desk, direction }) => ({ desk, direction, key: deskKey(context.deps, id, desk) })),
    until: opened.until,
  }
}

/** From when, and until when, an event's desks can be opened. */
export function keysWindow(
  { district }: Pick<Context, 'district'>,
  { start, end }: { readonly start: Instant; readonly end: Instant },
): { readonly from: Instant; readonly until: Instant } {
  const { before, after } = valueOf(district.policy, 'check-in.keys')
  return { from: addMinutes(start, -before), until: addMinutes(end, after) }
}

async function open(
  trx: Trx,
  context: Context,
  event: string,
  { device, takeOver }: DesksBody,
  person: string,
): Promise<Opened> {
  const row = await trx
    .selectFrom('event')
    .select(['code', 'status', 'start_at', 'end_at', 'closed_at'])
    .where('id', '=', event)
    .executeTakeFirst()
  if (!row) throw notFound()
  if (row.status === 'cancelled') throw refusal({ code: 'event-cancelled', facts: {} })
  if (row.status === 'draft') throw refusal({ code: 'event-not-published', facts: {} })
  const span = { start: row.start_at.getTime() as Instant, end: row.end_at.getTime() as Instant }
  const { from, until } = keysWindow(context, span)
  const closed = closedRefusal(context.now, from, until, row.closed_at)
  if (closed) throw refusal(closed)
  const all = await trx.selectFrom('desk').selectAll().where('event_id', '=', event).orderBy('desk').execute()
  const live = all.filter((desk) => desk.revoked_at === null)
  const mine = live.filter((desk) => desk.device === device)
  if (mine.length > 0) return { code: row.code, desks: mine.map(({ desk, direction }) => ({ desk, direction })), until }
  const last = Math.max(0, ...all.map(({ desk }) => desk))
  const maximum = last + DIRECTIONS.length > LAST_DESK ? LAST_DESK : LIVE_DESKS
  if (maximum === LAST_DESK || (!takeOver && live.length + DIRECTIONS.length > LIVE_DESKS)) {
    throw refusal({ code: 'desks-full', facts: { maximum } })
  }
  if (takeOver) await revokeDesks(trx, context, event, person)
  const desks = DIRECTIONS.map((direction, index) => ({ desk: last + 1 + index, direction }))
  await appendActs(
    trx,
    context,
    event,
    desks.map((desk) => ({ act: 'desk-opened', ...desk, device })),
    person,
  )
  await trx
    .insertInto('desk')
    .values(
      desks.map((desk) => ({
        ...desk,
        event_id: event,
        device,
        by_person: person,
        opened_at: new Date(context.now),
      })),
    )
    .execute()
  return { code: row.code, desks, until }
}

function closedRefusal(now: Instant, from: Instant, until: Instant, closed: Date | null): CheckInRefusal | null {
  if (closed !== null) return { code: 'close-out-closed', facts: { at: closed.getTime() as Instant } }
  if (now < from) return { code: 'keys-not-yet', facts: { from, rule: 'check-in.keys' } }
  return now >= until ? { code: 'keys-over', facts: { until, rule: 'check-in.keys' } } : null
}
