import { sql, type Kysely } from 'kysely'

/** When a session last spoke to the server: what a check-in that was kept on a phone is weighed by. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table session add column seen_at timestamptz`.execute(db)
}
