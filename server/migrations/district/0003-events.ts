import { sql, type Kysely } from 'kysely'

const EVENT_ACTS = `'drafted', 'revised', 'published', 'unpublished', 'cancelled', 'moved', 'adjusted', 'class-asked',
        'class-named', 'class-refused', 'announced', 'reminded', 'list-closed'`
const REGISTRATION_ACTS = `'registered', 'waiting', 'added', 'offered', 'accepted', 'declined', 'expired', 'cancelled', 'left'`

/** Events: their facts with those of registrations in one stream, the words beside them, projections, inboxes; hosts of venues. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const run = (text: string) => sql.raw(text).execute(db)
  // Events are for everybody: their words are no personal data, and the same words have the same hash (another spot is another place).
  await run(`
    create table event_words (
      hash bytea primary key,
      body jsonb not null,
      -- Whether others may read them: WeChat's word, or a person's.
      checked text not null check (checked in ('waiting', 'clear', 'refused')),
      checked_by uuid references person (id),
      at timestamptz not null
    )`)
  await run(`create index event_words_waiting on event_words (at) where checked = 'waiting'`)
  // A projection and the lock of the stream: state as the facts make it, counters, when time has something to do.
  await run(`
    create table event (
      id uuid primary key,
      venue text not null references venue (code),
      kind text not null,
      status text not null check (status in ('draft', 'published', 'cancelled')),
      start_at timestamptz not null,
      end_at timestamptz not null,
      words_hash bytea not null references event_words (hash),
      spot_hash bytea references event_words (hash),
      class_organisation text references organisation (code),
      class_state text not null default 'none' check (class_state in ('none', 'asked', 'named', 'refused')),
      state jsonb not null,
      no integer not null,
      arrivals integer not null default 0,
      attendee_registered integer not null default 0,
      attendee_offered integer not null default 0,
      attendee_waiting integer not null default 0,
      volunteer_registered integer not null default 0,
      volunteer_offered integer not null default 0,
      volunteer_waiting integer not null default 0,
      due_at timestamptz
    )`)
  await run(`create index event_start on event (start_at) where status = 'published'`)
  await run(`create index event_venue on event (venue, start_at)`)
  await run(`create index event_due on event (due_at) where due_at is not null`)
  // Which events words are said of, for who looks at them.
  await run(`create index event_words_said on event (words_hash)`)
  await run(`create index event_spot_said on event (spot_hash) where spot_hash is not null`)
  await run(`create index event_class on event (class_organisation) where class_state = 'asked'`)
  await run(`
    create table event_act (
      id uuid primary key,
      event_id uuid not null,
      no integer not null check (no >= 1),
      act text not null,
      -- Whose registration it is; null = an act on the event itself.
      person_id uuid references person (id),
      -- null = time did it.
      by_person uuid references person (id),
      at timestamptz not null,
      policy text not null references policy_version (version),
      kind text,
      words_hash bytea,
      venue text references venue (code),
      spot_hash bytea,
      start_at timestamptz,
      end_at timestamptz,
      deadline_at timestamptz,
      attendee_places integer,
      volunteer_places integer,
      volunteer_minutes integer,
      organisation text references organisation (code),
      tenths integer,
      minutes integer,
      of_start timestamptz,
      role text check (role in ('attendee', 'volunteer')),
      arrival integer,
      until timestamptz,
      late boolean,
      unique (event_id, no),
      unique (event_id, arrival),
      check (case when person_id is null
        then act in (${EVENT_ACTS}) else act in (${REGISTRATION_ACTS}) end)
    )`)
  await run(`create index event_act_person on event_act (person_id) where person_id is not null`)
  await run(`create index event_act_words on event_act (words_hash) where words_hash is not null`)
  await run(`create index event_act_spot on event_act (spot_hash) where spot_hash is not null`)
  await run(`
    create trigger event_act_is_fact before update or delete on event_act
      for each row execute function refuse_change()`)
  await run(`
    create trigger event_act_is_kept before truncate on event_act
      for each statement execute function refuse_change()`)
  await run(`
    create table registration (
      event_id uuid not null references event (id),
      person_id uuid not null references person (id),
      role text not null check (role in ('attendee', 'volunteer')),
      state text not null
        check (state in ('registered', 'waiting', 'offered', 'declined', 'expired', 'cancelled', 'left')),
      arrival integer not null,
      no integer not null,
      since timestamptz not null,
      until timestamptz,
      late boolean not null,
      by_host boolean not null,
      primary key (event_id, person_id)
    )`)
  await run(`create index registration_person on registration (person_id)`)
  await run(`
    create table inbox (
      id uuid primary key,
      event_id uuid not null references event (id),
      no integer not null,
      person_id uuid not null references person (id),
      kind text not null,
      link text not null check (link in ('event', 'desk')),
      until timestamptz,
      at timestamptz not null,
      opened_at timestamptz,
      unique (event_id, no, person_id)
    )`)
  await run(`create index inbox_person on inbox (person_id, at)`)
  await run(`alter table role_grant add column venue text references venue (code)`)
  // A host's is of a venue, every other one of an organisation alone.
  await run(`alter table role_grant add check ((role = 'venue-host') = (venue is not null))`)
  await run(`alter table access_log drop constraint access_log_what_check`)
  await run(`alter table access_log add check (what in ('list', 'path', 'registrations'))`)
}
