import { sql } from 'kysely'
import { valueOf } from '#domain/policy/policy'
import { addDays, addDaysToInstant, localDateAt, type Instant } from '#domain/time'
import type { Context } from '../context'
import type { Deps, District } from '../deps'
import { eraseAccount, removeAccounts } from '../services/erasure'
import { tickEvents } from './tick-events'

/** So many people at most are erased a round; the next round goes on. */
const BATCH = 200

/**
 * What happens later, by `now` (in a demo the demo's time): erases what the pack's days have run out for. Any number of processes may call it
 * at once; each erasure is safe to repeat.
 */
export async function tick(deps: Deps, now: Instant): Promise<void> {
  for (const district of deps.districts.values()) await tickDistrict(deps, district, now)
  await deps.platform.deleteFrom('session').where('expires_at', '<=', new Date(now)).execute()
  await deps.platform.deleteFrom('desk_code').where('expires_at', '<=', new Date(now)).execute()
  const dayAgo = new Date(addDaysToInstant(deps.realNow() as Instant, -1))
  await deps.platform.deleteFrom('attempt').where('window_start', '<', dayAgo).execute()
}

async function tickDistrict(deps: Deps, district: District, now: Instant): Promise<void> {
  const context: Context = { deps, district, now, today: localDateAt(now) }
  const before = (rule: 'keeping.newcomer' | 'keeping.profile' | 'keeping.request' | 'keeping.access-log') =>
    new Date(addDaysToInstant(now, -valueOf(district.policy, rule)))
  const { db } = district
  const due = await db
    .selectFrom('person_account as pa')
    .innerJoin('person as x', 'x.id', 'pa.person_id')
    .leftJoin('profile as p', 'p.person_id', 'pa.person_id')
    .select('pa.account_id')
    .where(({ or, and, eb, not, exists, selectFrom }) =>
      or([
        eb('pa.last_sign_in_at', '<=', before('keeping.profile')),
        // A newcomer: no profile, and no office that would explain its absence.
        and([
          eb('p.person_id', 'is', null),
          eb('x.created_at', '<=', before('keeping.newcomer')),
          not(
            exists(
              selectFrom('role_grant as g')
                .select('g.id')
                .whereRef('g.person_id', '=', 'pa.person_id')
                .where('g.until', '>=', sql<string>`${context.today}::date`)
                .where(({ not: none, exists: some, selectFrom: from }) =>
                  none(some(from('role_revocation as r').select('r.id').whereRef('r.grant_id', '=', 'g.id'))),
                ),
            ),
          ),
        ]),
      ]),
    )
    .limit(BATCH)
    .execute()
  for (const { account_id: account } of due) await eraseAccount(context, account, 'keeping')
  await tickEvents(context)
  await removeAccounts(context)
  await db.deleteFrom('request').where('at', '<=', before('keeping.request')).execute()
  // As long as a host's phone may keep what it scanned, and the night in which a day ends.
  const kept = Math.ceil(valueOf(district.policy, 'check-in.late-max').hours / 24) + 1
  await db.deleteFrom('own_code').where('day', '<', addDays(context.today, -kept)).execute()
  await db.deleteFrom('access_log').where('at', '<=', before('keeping.access-log')).execute()
}
