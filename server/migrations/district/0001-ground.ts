import { sql, type Kysely } from 'kysely'

const FACTS = ['person', 'affiliation', 'step', 'ledger', 'role_grant', 'role_revocation', 'erasure']

/** People, affiliations, the ledger, roles; facts can't be changed, whoever asks. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const run = (text: string) => sql.raw(text).execute(db)
  await run(`
    create function refuse_change() returns trigger language plpgsql as $$
    begin
      raise exception 'rows of % are never changed', tg_table_name using errcode = 'restrict_violation';
    end $$`)

  await run(
    `create table policy_version (version text primary key, body jsonb not null, loaded_at timestamptz not null)`,
  )
  await run(`
    create table organisation (
      code text primary key,
      position integer not null,
      name text not null,
      kind text not null,
      parent text references organisation (code),
      source text not null
    )`)
  await run(`
    create table venue (
      code text primary key,
      position integer not null,
      name text not null,
      organisation text not null references organisation (code),
      source text not null
    )`)

  await run(`create table person (id uuid primary key, created_at timestamptz not null)`)
  // Every stream has (stream, no): the next number is taken under the stream's lock, so one constraint gives the order.
  await run(`
    create table affiliation (
      id uuid primary key,
      person_id uuid not null references person (id),
      no integer not null,
      act text not null check (act in ('claimed', 'confirmed', 'declined')),
      organisation text not null references organisation (code),
      by_person uuid not null references person (id),
      at timestamptz not null,
      on_day date not null,
      policy text not null references policy_version (version),
      unique (person_id, no)
    )`)
  await run(`
    create table step (
      id uuid primary key,
      person_id uuid not null references person (id),
      no integer not null,
      step text not null,
      on_day date not null,
      way text,
      paper_seen boolean not null,
      text_hash bytea,
      by_person uuid not null references person (id),
      at timestamptz not null,
      policy text not null references policy_version (version),
      unique (person_id, no)
    )`)
  await run(`
    create table ledger (
      id uuid primary key,
      person_id uuid not null references person (id),
      no integer not null,
      requirement text not null check (requirement in ('class-hours', 'volunteer-hours')),
      amount integer not null check (amount >= 0),
      on_day date not null,
      origin text not null check (origin in ('check-in', 'recorded', 'self-reported', 'imported', 'adjustment')),
      mode text not null check (mode in ('in-person', 'online')),
      since date not null,
      accepted_on date,
      corrects uuid unique references ledger (id),
      text_hash bytea,
      by_person uuid not null references person (id),
      at timestamptz not null,
      policy text not null references policy_version (version),
      unique (person_id, no),
      check (amount > 0 or corrects is not null)
    )`)
  await run(`
    create table role_grant (
      id uuid primary key,
      person_id uuid not null references person (id),
      role text not null,
      organisation text not null references organisation (code),
      until date not null,
      granted_by text not null,
      at timestamptz not null
    )`)
  await run(`create index role_grant_person on role_grant (person_id)`)
  await run(`
    create table role_revocation (
      id uuid primary key,
      grant_id uuid not null unique references role_grant (id),
      revoked_by text not null,
      at timestamptz not null
    )`)
  await run(`
    create table erasure (
      id uuid primary key,
      person_id uuid not null references person (id),
      cause text not null check (cause in ('own-request', 'keeping', 'under-age')),
      at timestamptz not null
    )`)
  for (const table of FACTS) {
    await run(`
      create trigger ${table}_is_fact before update or delete on ${table}
        for each row execute function refuse_change()`)
    await run(`
      create trigger ${table}_is_kept before truncate on ${table}
        for each statement execute function refuse_change()`)
  }

  await run(`
    create table person_account (
      account_id uuid primary key,
      person_id uuid not null unique references person (id),
      last_sign_in_at timestamptz not null
    )`)
  await run(`create index person_account_last on person_account (last_sign_in_at)`)
  await run(`
    create table profile (
      person_id uuid primary key references person (id),
      name text not null,
      birth_date date not null,
      township text references organisation (code),
      updated_at timestamptz not null
    )`)
  await run(`
    create table fact_text (
      fact_id uuid primary key,
      person_id uuid not null references person (id),
      body jsonb not null,
      salt bytea not null
    )`)
  await run(`create index fact_text_person on fact_text (person_id)`)
  await run(`
    create table access_log (
      id uuid primary key,
      by_person uuid not null references person (id),
      role text not null,
      organisation text not null references organisation (code),
      what text not null check (what in ('list', 'path')),
      about_person uuid not null references person (id),
      at timestamptz not null
    )`)
  await run(`create index access_log_about on access_log (about_person, at)`)
  await run(`create index access_log_at on access_log (at)`)

  await run(`
    create table standing (
      person_id uuid primary key references person (id),
      organisation text references organisation (code),
      affiliation text not null default 'none' check (affiliation in ('none', 'claimed', 'confirmed', 'declined')),
      affiliation_on date,
      activist_on date
    )`)
  await run(`create index standing_organisation on standing (organisation, affiliation)`)
  await run(`
    create table request (
      actor uuid not null,
      request_id uuid not null,
      route text not null,
      body_hmac bytea not null,
      outcome jsonb not null,
      at timestamptz not null,
      primary key (actor, request_id)
    )`)
  await run(`create index request_at on request (at)`)
  await run(`create table account_removal (account_id uuid primary key, at timestamptz not null)`)
}
