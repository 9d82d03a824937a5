import type { Context, SignedIn } from '../context'
import type { ErasureTable } from '../database/tables'
import type { Deps, District } from '../deps'
import { standingOfActs } from '../queries/rebuild-standing'
import { leaveTeams, lockEventsOf } from './checkin/team'
import { leaveAllEvents } from './events/mine'
import { factId } from './ids'

/**
 * Erases what is kept about the person of an account: name, birth date, town, words beside facts, remembered requests, the
 * link from account to person, the account and its sessions. The facts stay, about a random id that leads to nobody; that it was
 * erased is itself a fact, replayed after a restore. Safe to repeat, and finished by `tick` if it is cut off in the middle.
 */
export async function eraseAccount(context: Context, account: string, cause: ErasureTable['cause']): Promise<void> {
  const { district, now } = context
  const at = new Date(now)
  await district.db.transaction().execute(async (trx) => {
    const link = await trx
      .deleteFrom('person_account')
      .where('account_id', '=', account)
      .returning('person_id')
      .executeTakeFirst()
    await trx.deleteFrom('request').where('actor', '=', account).execute()
    await trx
      .insertInto('account_removal')
      .values({ account_id: account, at })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    if (!link) return
    const person = link.person_id
    await trx.selectFrom('standing').select('person_id').where('person_id', '=', person).forUpdate().execute()
    await lockEventsOf(trx, person)
    await leaveAllEvents(trx, context, person)
    await leaveTeams(trx, context, person)
    for (const table of ['inbox', 'own_code'] as const) {
      await trx.deleteFrom(table).where('person_id', '=', person).execute()
    }
    await trx
      .insertInto('erasure')
      .values({ id: factId(now), person_id: person, cause, at })
      .execute()
    await trx.deleteFrom('fact_text').where('person_id', '=', person).execute()
    await trx.deleteFrom('profile').where('person_id', '=', person).execute()
    await trx
      .updateTable('standing')
      .set({ organisation: null, affiliation: 'none', affiliation_on: null, ...standingOfActs([]) })
      .where('person_id', '=', person)
      .execute()
  })
  await removeAccounts(context)
}

/**
 * Has `platform` forget the accounts whose data in this district are gone: the sessions and a desktop's digits here, and the
 * account itself unless it has a person in another district (or here again, of somebody who came back in the meantime).
 */
export async function removeAccounts({ deps, district }: Pick<Context, 'deps' | 'district'>): Promise<void> {
  const due = await district.db.selectFrom('account_removal').select('account_id').limit(500).execute()
  for (const { account_id: account } of due) {
    const livesIn = await districtsOf(deps, account)
    if (livesIn.length === 0) {
      await deps.platform.deleteFrom('account').where('id', '=', account).execute()
    } else if (!livesIn.includes(district)) {
      for (const table of ['session', 'desk_code'] as const) {
        await deps.platform
          .deleteFrom(table)
          .where('account_id', '=', account)
          .where('district', '=', district.slug)
          .execute()
      }
    }
    await district.db.deleteFrom('account_removal').where('account_id', '=', account).execute()
  }
}

/** The districts in which an account has a person. */
async function districtsOf({ districts }: Deps, account: string): Promise<readonly District[]> {
  const found = await Promise.all(
    [...districts.values()].map(async (district) => {
      const link = await district.db
        .selectFrom('person_account')
        .select('person_id')
        .where('account_id', '=', account)
        .executeTakeFirst()
      return link ? [district] : []
    }),
  )
  return found.flat()
}

/** Deletes what is kept about oneself. */
export async function eraseMe(context: SignedIn): Promise<null> {
  await eraseAccount(context, context.session.account, 'own-request')
  return null
}
