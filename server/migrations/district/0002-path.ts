import { sql, type Kysely } from 'kysely'

/** The path: acts of an application with corrections, grades, what someone does, why a row was opened, where an application stands. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const run = (text: string) => sql.raw(text).execute(db)
  await run(`
    alter table step
      -- The day of recording at +08:00, from the moment of recording.
      add column since date not null generated always as (((at at time zone 'UTC') + interval '8 hours')::date) stored,
      add column people integer check (people >= 0),
      add column corrects uuid unique references step (id),
      add column voided boolean not null default false,
      -- Which organisation acted, or was applied to: the person may move.
      add column organisation text references organisation (code),
      add check (not voided or corrects is not null),
      add check (step in ('submitted', 'applied', 'talked', 'nominated', 'returned', 'activist', 'mentored', 'withdrawn'))`)
  await run(`
    create table grade (
      id uuid primary key,
      person_id uuid not null references person (id),
      no integer not null,
      grade text,
      on_day date not null,
      since date not null,
      corrects uuid unique references grade (id),
      text_hash bytea,
      by_person uuid not null references person (id),
      at timestamptz not null,
      policy text not null references policy_version (version),
      unique (person_id, no),
      check (grade is not null or corrects is not null)
    )`)
  await run(`
    create trigger grade_is_fact before update or delete on grade
      for each row execute function refuse_change()`)
  await run(`
    create trigger grade_is_kept before truncate on grade
      for each statement execute function refuse_change()`)
  await run(`
    alter table profile
      add column occupation text check (occupation in ('pupil', 'student', 'employed', 'other')),
      add column birth_confirmed_on date`)
  await run(`alter table access_log add column reason text`)
  await run(`
    alter table standing
      add column application text not null default 'none'
        check (application in ('none', 'submitted', 'applied', 'talked', 'nominated', 'activist', 'training')),
      add column application_since date,
      add column applied_on date`)
  // Until now the only act was an activist recorded from paper.
  await run(`
    update standing s set application = 'activist', application_since = a.since
      from (select distinct on (person_id) person_id, since from step where step = 'activist' order by person_id, no desc) a
     where a.person_id = s.person_id and s.activist_on is not null`)
  await run(`create index standing_application on standing (organisation, application) where application <> 'none'`)
}
