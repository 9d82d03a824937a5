import type { AttendanceAct } from '#domain/checkin/attendance'
import { decideSettle, type SettleClaim } from '#domain/checkin/close-out'
import type { AttendanceReply, SettlementBody, StrikeBody } from '#contract/check-in'
import type { Instant } from '#domain/time'
import type { SignedIn } from '../../context'
import { grantedOr, refusal } from '../../problem'
import type { Trx } from '../acts'
import { appendActs, lockAccounts } from './acts'
import { actOnEvent } from './act-on-event'
import { readAttendance } from './attendance'
import type { TeamAuthority } from './authorise'
import type { LoadedSheet } from './sheet-of'

/** A host or lead settles what is missing: when somebody came and went, who was there after all, how many heads there were. */
export async function settle(context: SignedIn, id: string, body: SettlementBody): Promise<AttendanceReply> {
  const route = 'POST /v1/events/:event/settlements'
  const reason = body.act === 'times-set' ? body.reason.trim() : null
  return settleAs(context, route, id, body, claimOf(body), reason)
}

/** A lead strikes somebody's coming, or takes that back. */
export async function strike(context: SignedIn, id: string, body: StrikeBody): Promise<AttendanceReply> {
  const claim: SettleClaim = { act: body.struck ? 'struck' : 'restored', people: unique(body.people) }
  return settleAs(context, 'POST /v1/events/:event/strikes', id, body, claim, body.reason.trim())
}

async function settleAs(
  context: SignedIn,
  route: 'POST /v1/events/:event/settlements' | 'POST /v1/events/:event/strikes',
  id: string,
  body: { readonly requestId: string },
  claim: SettleClaim,
  reason: string | null,
): Promise<AttendanceReply> {
  const about = 'people' in claim && reason !== null ? claim.people : []
  const perform = async (trx: Trx, { asker }: TeamAuthority, { sheet, event }: LoadedSheet) => {
    // Nobody settles their own row, whatever else is in the list.
    if ('people' in claim && claim.people.includes(asker.person)) throw refusal({ code: 'own-row', facts: {} })
    const settled = grantedOr(decideSettle(claim, sheet, event))
    const acts = settled.map((one): AttendanceAct => {
      if (claim.act === 'heads-counted') return { act: claim.act, heads: claim.heads, guests: claim.guests }
      const person = one.person ?? ''
      if (claim.act !== 'times-set') return { act: claim.act, person }
      return { act: claim.act, person, in: one.in ?? event.terms.start, out: one.out ?? event.terms.end }
    })
    await appendActs(trx, context, id, acts, asker.person, reason)
  }
  await actOnEvent(context, route, id, body, perform, (trx) => lockAccounts(trx, about))
  return readAttendance(context, id)
}

function claimOf(body: SettlementBody): SettleClaim {
  switch (body.act) {
    case 'times-set':
      return {
        act: body.act,
        people: unique(body.people),
        in: body.in as Instant | null,
        out: body.out as Instant | null,
      }
    case 'confirmed':
      return { act: body.act, people: unique(body.people), all: body.all }
    case 'heads-counted':
      return { act: body.act, heads: body.heads, guests: body.guests }
  }
}

function unique(people: readonly string[]): readonly string[] {
  return [...new Set(people)]
}
