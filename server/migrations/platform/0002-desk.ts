import { sql, type Kysely } from 'kysely'

/** Signing in on a desktop: one-time digits, and sessions that end when they are idle. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table session add column kind text not null default 'phone' check (kind in ('phone', 'desk'))`.execute(db)
  await sql`
    create table desk_code (
      account_id uuid primary key references account (id) on delete cascade,
      district text not null references district (slug),
      code_hmac bytea not null,
      tries_left integer not null check (tries_left >= 0),
      expires_at timestamptz not null
    )`.execute(db)
}
