import type { Kysely } from 'kysely'
import type { DistrictTables } from '../database/tables'
import type { DistrictPack } from '../districts'

/**
 * Loads a district's pack: its organisations and venues as they are today, and its policy under its version (older
 * versions stay: every decision names the one it was made under).
 */
export async function loadPack(db: Kysely<DistrictTables>, pack: DistrictPack, now: number): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await trx
      .insertInto('policy_version')
      .values({ version: pack.policy.version, body: JSON.stringify(pack.policy), loaded_at: new Date(now) })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    // In the pack's order, checked so that a parent may stand below its child: parents are set once all rows are there.
    await trx
      .insertInto('organisation')
      .values(pack.organisations.map((row, position) => ({ ...row, parent: null, position })))
      .onConflict((conflict) =>
        conflict.column('code').doUpdateSet((eb) => ({
          name: eb.ref('excluded.name'),
          kind: eb.ref('excluded.kind'),
          source: eb.ref('excluded.source'),
          position: eb.ref('excluded.position'),
        })),
      )
      .execute()
    for (const { code, parent } of pack.organisations) {
      await trx.updateTable('organisation').set({ parent }).where('code', '=', code).execute()
    }
    if (pack.venues.length > 0) {
      await trx
        .insertInto('venue')
        .values(pack.venues.map((row, position) => ({ ...row, position })))
        .onConflict((conflict) =>
          conflict.column('code').doUpdateSet((eb) => ({
            name: eb.ref('excluded.name'),
            organisation: eb.ref('excluded.organisation'),
            source: eb.ref('excluded.source'),
            position: eb.ref('excluded.position'),
          })),
        )
        .execute()
    }
  })
}
