import { sql, type Kysely } from 'kysely'

const ACTS = `'desk-opened', 'desk-revoked', 'team-set', 'heads-counted', 'times-set', 'confirmed', 'struck', 'restored', 'closed',
        'reopened', 'handed-over'`

/** The last 30 bits of a text that ends in hexadecimal digits, as six letters. */
function codeOf(text: string): string {
  return `(
      select string_agg(substr('23456789ABCDEFGHJKLMNPQRSTUVWXYZ',
               ((('x' || right(${text}, 8))::bit(32)::bigint >> (5 * n)) & 31)::int + 1, 1), '' order by n desc)
        from generate_series(0, 5) as n)`
}

/** Check-ins as facts, what hosts do about them, desks, own codes of a day; an event's short code; the event behind a ledger entry. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const run = (text: string) => sql.raw(text).execute(db)
  await run(
    `alter table event add column code text, add column closed_at timestamptz, add column handed_over_at timestamptz`,
  )
  // As domain/checkin/code makes it: the last 30 bits of the id, five bits a letter.
  await run(`update event set code = ${codeOf('id::text')}`)
  // Of many events two can have the same; all but one of them take it of something else, as a new event draws again.
  await run(`
    update event set code = ${codeOf('md5(id::text)')} where id in (
      select id from (select id, row_number() over (partition by code order by id) as n from event) as numbered where n > 1)`)
  await run(`alter table event alter column code set not null, add constraint event_code unique (code)`)
  await run(`create index event_open on event (end_at) where status = 'published' and handed_over_at is null`)
  await run(`alter table ledger add column event_id uuid references event (id)`)
  await run(`create index ledger_event on ledger (event_id) where event_id is not null`)
  await run(`
    create table check_in (
      id uuid primary key,
      event_id uuid not null references event (id),
      person_id uuid not null references person (id),
      request_id uuid not null,
      direction text not null check (direction in ('in', 'out')),
      way text not null check (way in ('scan', 'typed', 'own', 'roll', 'walk-in', 'sheet')),
      desk integer,
      at timestamptz not null,
      arrived_at timestamptz not null,
      by_person uuid references person (id),
      flags text[] not null,
      policy text not null references policy_version (version),
      check ((way in ('scan', 'typed')) = (by_person is null))
    )`)
  await run(`create index check_in_event on check_in (event_id)`)
  await run(`create index check_in_person on check_in (person_id)`)
  await run(`
    create table attendance_act (
      id uuid primary key,
      event_id uuid not null references event (id),
      no integer not null check (no >= 1),
      act text not null check (act in (${ACTS})),
      person_id uuid references person (id),
      by_person uuid references person (id),
      at timestamptz not null,
      policy text not null references policy_version (version),
      desk integer,
      direction text check (direction in ('in', 'out')),
      device uuid,
      team text check (team in ('lead', 'host', 'helper')),
      heads integer check (heads >= 0),
      guests integer check (guests >= 0),
      in_at timestamptz,
      out_at timestamptz,
      text_hash bytea,
      unique (event_id, no)
    )`)
  for (const table of ['check_in', 'attendance_act']) {
    await run(`
      create trigger ${table}_is_fact before update or delete on ${table}
        for each row execute function refuse_change()`)
    await run(`
      create trigger ${table}_is_kept before truncate on ${table}
        for each statement execute function refuse_change()`)
  }
  await run(`create index attendance_act_team on attendance_act (person_id) where act = 'team-set'`)
  await run(`
    create table desk (
      event_id uuid not null references event (id),
      desk integer not null check (desk between 1 and 35),
      direction text not null check (direction in ('in', 'out')),
      device uuid not null,
      by_person uuid not null references person (id),
      opened_at timestamptz not null,
      revoked_at timestamptz,
      primary key (event_id, desk)
    )`)
  await run(`
    create table own_code (
      day date not null,
      tag text not null,
      person_id uuid not null references person (id),
      primary key (tag, day),
      unique (person_id, day)
    )`)
  await run(`alter table access_log drop constraint access_log_what_check`)
  await run(`alter table access_log add check (what in ('list', 'path', 'registrations', 'attendance'))`)
}
