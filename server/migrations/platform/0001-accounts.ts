import { sql, type Kysely } from 'kysely'

/** Accounts, sessions, attempts, the stamp. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function refuse_change() returns trigger language plpgsql as $$
    begin
      raise exception 'rows of % are never changed', tg_table_name using errcode = 'restrict_violation';
    end $$`.execute(db)
  // A stamp: whether this database is a demo. Written once, when the database is created.
  await sql`
    create table installation (
      one boolean primary key default true check (one),
      demo boolean not null,
      created_at timestamptz not null
    )`.execute(db)
  await sql`
    create trigger installation_is_final before update or delete on installation
      for each row execute function refuse_change()`.execute(db)
  await sql`
    create trigger installation_is_kept before truncate on installation
      for each statement execute function refuse_change()`.execute(db)
  await sql`
    create table demo_clock (
      one boolean primary key default true check (one),
      offset_ms bigint not null default 0 check (offset_ms >= 0)
    )`.execute(db)
  await sql`create table district (slug text primary key, seeded_at timestamptz)`.execute(db)
  await sql`
    create table account (
      id uuid primary key,
      code text not null unique,
      appid text not null,
      openid text not null,
      created_at timestamptz not null,
      last_sign_in_at timestamptz not null,
      unique (appid, openid)
    )`.execute(db)
  await sql`
    create table session (
      token_hash bytea primary key,
      account_id uuid not null references account (id) on delete cascade,
      district text not null references district (slug),
      created_at timestamptz not null,
      expires_at timestamptz not null
    )`.execute(db)
  await sql`create index session_account on session (account_id)`.execute(db)
  await sql`create index session_expires on session (expires_at)`.execute(db)
  await sql`
    create table attempt (
      key text not null,
      window_start timestamptz not null,
      count integer not null,
      primary key (key, window_start)
    )`.execute(db)
}
