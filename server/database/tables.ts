import type { ColumnType, Generated } from 'kysely'
import type { Role } from '#domain/access/roles'
import type { AttendanceAct, TeamRole } from '#domain/checkin/attendance'
import type { Flag, Way } from '#domain/checkin/check-in'
import type { Direction } from '#domain/checkin/code'
import type { EventAct, EventKind, EventRole, EventStatus, ClassNaming } from '#domain/events/event'
import type { MessageKind } from '#domain/events/messages'
import type { RegistrationAct, RegistrationState } from '#domain/events/registration'

/**
 * The tables by their columns, for Kysely. Written by hand; a test compares them with information_schema.
 * Three kinds (docs/architecture.md, The data): facts are appended and never changed; personal rows can be erased; projections
 * and work rows are rebuilt or purged.
 */

/** timestamptz: a Date when read; a Date when written. */
type Time = ColumnType<Date, Date, Date>

/** A column of a fact that not every fact has. */
type Given<T> = ColumnType<T | null, T | null | undefined, never>

// ---- schema platform: accounts and sessions, for all districts

export interface InstallationTable {
  readonly one: Generated<boolean>
  readonly demo: boolean
  readonly created_at: Time
}

export interface DemoClockTable {
  readonly one: Generated<boolean>
  /** Milliseconds that the demo's time is ahead of real time. */
  offset_ms: number
}

export interface DistrictTable {
  readonly slug: string
  /** When the personas' story was told, in a demo. */
  seeded_at: ColumnType<Date | null, Date | null | undefined, Date | null>
}

export interface AccountTable {
  readonly id: string
  readonly code: string
  /** Accounts are keyed by both: an openid belongs to one app. */
  readonly appid: string
  readonly openid: string
  readonly created_at: Time
  last_sign_in_at: Time
}

export interface SessionTable {
  /** SHA-256 of the token, which itself is kept nowhere. */
  readonly token_hash: Buffer
  readonly account_id: string
  readonly district: string
  readonly created_at: Time
  expires_at: Time
  /** `desk`: ends when it is idle. */
  readonly kind: ColumnType<'phone' | 'desk', 'phone' | 'desk' | undefined, never>
  /** When it last spoke to the server, to the minute; not by checking in, which asks for it. */
  seen_at: ColumnType<Date | null, Date | null | undefined, Date | null>
}

/** One-time digits for a desktop: one set an account, few tries, minutes. */
export interface DeskCodeTable {
  readonly account_id: string
  readonly district: string
  /** HMAC of the digits under the server's key: a copy of the database doesn't give them. */
  readonly code_hmac: Buffer
  tries_left: number
  readonly expires_at: Time
}

export interface AttemptTable {
  /** What is limited and for whom, e.g. `sign-in:203.0.113.7`. */
  readonly key: string
  readonly window_start: Time
  count: number
}

export interface PlatformTables {
  readonly installation: InstallationTable
  readonly demo_clock: DemoClockTable
  readonly district: DistrictTable
  readonly account: AccountTable
  readonly session: SessionTable
  readonly attempt: AttemptTable
  readonly desk_code: DeskCodeTable
}

// ---- schema <district>: reference

export interface OrganisationTable {
  readonly code: string
  readonly position: number
  readonly name: string
  readonly kind: string
  readonly parent: string | null
  readonly source: string
}

export interface VenueTable {
  readonly code: string
  readonly position: number
  readonly name: string
  readonly organisation: string
  readonly source: string
}

export interface PolicyVersionTable {
  readonly version: string
  readonly body: ColumnType<unknown, string, never>
  readonly loaded_at: Time
}

// ---- schema <district>: facts

/** A random id that can exist without account and without profile. */
export interface PersonTable {
  readonly id: string
  readonly created_at: Time
}

export interface AffiliationTable {
  readonly id: string
  readonly person_id: string
  readonly no: number
  readonly act: 'claimed' | 'confirmed' | 'declined'
  readonly organisation: string
  readonly by_person: string
  readonly at: Time
  readonly on_day: string
  readonly policy: string
}

export interface StepTable {
  readonly id: string
  readonly person_id: string
  readonly no: number
  /** Which act (domain/application/acts). */
  readonly step: 'submitted' | 'applied' | 'talked' | 'nominated' | 'returned' | 'activist' | 'mentored' | 'withdrawn'
  readonly on_day: string
  readonly way: 'nomination' | 'points' | 'review' | null
  /** The paper that says so was seen: an activist recorded afterwards. */
  readonly paper_seen: boolean
  readonly text_hash: Buffer | null
  readonly by_person: string
  readonly at: Time
  readonly policy: string
  /** The day of recording at +08:00; the database makes it of `at`. */
  readonly since: ColumnType<string, never, never>
  /** League members of the branch, or mentors. */
  readonly people: ColumnType<number | null, number | null | undefined, never>
  readonly corrects: ColumnType<string | null, string | null | undefined, never>
  /** It takes back what it corrects. */
  readonly voided: ColumnType<boolean, boolean | undefined, never>
  /** Where the person belonged then; null in the oldest rows. */
  readonly organisation: ColumnType<string | null, string | null | undefined, never>
}

/** A grade of the civics course. */
export interface GradeTable {
  readonly id: string
  readonly person_id: string
  readonly no: number
  /** null strikes the entry that it corrects. */
  readonly grade: string | null
  readonly on_day: string
  readonly since: string
  readonly corrects: string | null
  readonly text_hash: Buffer | null
  readonly by_person: string
  readonly at: Time
  readonly policy: string
}

export interface LedgerTable {
  readonly id: string
  readonly person_id: string
  readonly no: number
  readonly requirement: 'class-hours' | 'volunteer-hours'
  /** Tenths of a 学时, or minutes. */
  readonly amount: number
  readonly on_day: string
  readonly origin: 'check-in' | 'recorded' | 'self-reported' | 'imported' | 'adjustment'
  readonly mode: 'in-person' | 'online'
  /** Day of recording, and of acceptance (null = claimed only). */
  readonly since: string
  readonly accepted_on: string | null
  readonly corrects: string | null
  readonly text_hash: Buffer | null
  readonly by_person: string
  readonly at: Time
  readonly policy: string
  /** The event whose close wrote it; null = no event's. */
  readonly event_id: ColumnType<string | null, string | null | undefined, never>
}

export interface RoleGrantTable {
  readonly id: string
  readonly person_id: string
  readonly role: Role
  readonly organisation: string
  readonly until: string
  readonly granted_by: 'operator' | 'demo'
  readonly at: Time
  /** Of a venue's host: which venue; its organisation is the one above. */
  readonly venue: ColumnType<string | null, string | null | undefined, never>
}

export interface RoleRevocationTable {
  readonly id: string
  readonly grant_id: string
  readonly revoked_by: 'operator'
  readonly at: Time
}

/** That a person's data were erased; replayed after a restore. */
export interface ErasureTable {
  readonly id: string
  readonly person_id: string
  readonly cause: 'own-request' | 'keeping' | 'under-age'
  readonly at: Time
}

/** What was done to an event, and by whom; registrations have their numbers in the same stream (domain/events). */
export interface EventActTable {
  readonly id: string
  readonly event_id: string
  readonly no: number
  readonly act: EventAct['act'] | RegistrationAct['act']
  /** Whose registration it is; null = an act on the event itself. */
  readonly person_id: Given<string>
  /** null = time did it. */
  readonly by_person: Given<string>
  readonly at: Time
  readonly policy: string
  readonly kind: Given<EventKind>
  readonly words_hash: Given<Buffer>
  readonly venue: Given<string>
  readonly spot_hash: Given<Buffer>
  readonly start_at: Given<Date>
  readonly end_at: Given<Date>
  readonly deadline_at: Given<Date>
  readonly attendee_places: Given<number>
  readonly volunteer_places: Given<number>
  readonly volunteer_minutes: Given<number>
  /** Which organisation is asked to name the event a class, and of how many tenths of a 学时. */
  readonly organisation: Given<string>
  readonly tenths: Given<number>
  /** Of a reminder: so long before the start; and of which start. */
  readonly minutes: Given<number>
  readonly of_start: Given<Date>
  readonly role: Given<EventRole>
  /** The order of arrival, taken under the event's lock. */
  readonly arrival: Given<number>
  readonly until: Given<Date>
  readonly late: Given<boolean>
}

/** Every valid upload of a check-in, also one that says again what is known; folded by domain/checkin/attendance. */
export interface CheckInTable {
  readonly id: string
  readonly event_id: string
  readonly person_id: string
  readonly request_id: string
  readonly direction: Direction
  readonly way: Way
  readonly desk: number | null
  /** When it was, as far as it can be told. */
  readonly at: Time
  readonly arrived_at: Time
  /** null = the person's own phone. */
  readonly by_person: string | null
  readonly flags: readonly Flag[]
  readonly policy: string
}

/** What hosts do about an event's attendance, in a stream of its own under the lock of the event's row. */
export interface AttendanceActTable {
  readonly id: string
  readonly event_id: string
  readonly no: number
  readonly act: AttendanceAct['act']
  readonly person_id: Given<string>
  readonly by_person: Given<string>
  readonly at: Time
  readonly policy: string
  readonly desk: Given<number>
  readonly direction: Given<Direction>
  readonly device: Given<string>
  readonly team: Given<TeamRole>
  readonly heads: Given<number>
  readonly guests: Given<number>
  readonly in_at: Given<Date>
  readonly out_at: Given<Date>
  /** The hash of the reason, which lies in fact_text with its salt. */
  readonly text_hash: Given<Buffer>
}

// ---- schema <district>: personal

export interface PersonAccountTable {
  readonly account_id: string
  readonly person_id: string
  last_sign_in_at: Time
}

export interface ProfileTable {
  readonly person_id: string
  name: string
  birth_date: string
  township: string | null
  updated_at: Time
  occupation: ColumnType<
    'pupil' | 'student' | 'employed' | 'other' | null,
    'pupil' | 'student' | 'employed' | 'other' | null | undefined,
    'pupil' | 'student' | 'employed' | 'other' | null
  >
  /** When the branch confirmed the birth date from paper. */
  birth_confirmed_on: ColumnType<string | null, string | null | undefined, string | null>
}

/** What was said in words beside a fact; the salt of its hash lies here and goes with it. */
export interface FactTextTable {
  readonly fact_id: string
  readonly person_id: string
  readonly body: ColumnType<Record<string, string>, string, never>
  readonly salt: Buffer
}

export interface AccessLogTable {
  readonly id: string
  readonly by_person: string
  readonly role: Role
  readonly organisation: string
  readonly what: 'list' | 'path' | 'registrations' | 'attendance'
  readonly about_person: string
  readonly at: Time
  /** Why, where it had to be said (domain/access/reasons). */
  readonly reason: ColumnType<string | null, string | null | undefined, never>
}

/** What somebody is told (domain/events/messages); there is never a second line of the same event, fact and person. */
export interface InboxTable {
  readonly id: string
  readonly event_id: string
  readonly no: number
  readonly person_id: string
  readonly kind: MessageKind
  readonly link: 'event' | 'desk'
  readonly until: Date | null
  readonly at: Time
  opened_at: ColumnType<Date | null, Date | null | undefined, Date | null>
}

// ---- schema <district>: projections and work rows

/** The words of events, by their hash: the same words are there once. They are for everybody, and no personal data. */
export interface EventWordsTable {
  readonly hash: Buffer
  readonly body: ColumnType<Record<string, string>, string, never>
  /** Whether others may read them: WeChat's word, or a person's. */
  checked: 'waiting' | 'clear' | 'refused'
  checked_by: string | null
  at: Time
}

/** One row an event: what its facts make it, its counters, when time has something to do. Its row is the lock of the stream. */
export interface EventTable {
  readonly id: string
  venue: string
  kind: EventKind
  status: EventStatus
  start_at: Time
  end_at: Time
  words_hash: Buffer
  spot_hash: Buffer | null
  class_organisation: string | null
  class_state: ClassNaming['state']
  /** The LeagueEvent, without its id. */
  state: ColumnType<unknown, string, string>
  no: number
  arrivals: number
  attendee_registered: number
  attendee_offered: number
  attendee_waiting: number
  volunteer_registered: number
  volunteer_offered: number
  volunteer_waiting: number
  due_at: Date | null
  /** Short, random, shown in every code of the event; made of its id. */
  readonly code: string
  /** When its attendance was closed last; null = open. */
  closed_at: ColumnType<Date | null, Date | null | undefined, Date | null>
  /** When its record was entered in the upper system. */
  handed_over_at: ColumnType<Date | null, Date | null | undefined, Date | null>
}

/** One row a desk that was ever opened: what a check-in asks for. Its key is derived from the server's, and lies nowhere. */
export interface DeskTable {
  readonly event_id: string
  readonly desk: number
  readonly direction: Direction
  readonly device: string
  readonly by_person: string
  readonly opened_at: Time
  revoked_at: ColumnType<Date | null, Date | null | undefined, Date | null>
}

/** The tag under which a person shows a code of their own on a day; purged after it. */
export interface OwnCodeTable {
  readonly day: string
  readonly tag: string
  readonly person_id: string
}

/** One row an event and person: their standing, so that registering again works. */
export interface RegistrationTable {
  readonly event_id: string
  readonly person_id: string
  role: EventRole
  state: RegistrationState
  arrival: number
  no: number
  since: Time
  until: Date | null
  late: boolean
  by_host: boolean
}

/** One row a person: where they stand by the facts. Facts and days only, never a verdict. */
export interface StandingTable {
  readonly person_id: string
  organisation: string | null
  affiliation: 'none' | 'claimed' | 'confirmed' | 'declined'
  affiliation_on: string | null
  activist_on: string | null
  application: ColumnType<
    'none' | 'submitted' | 'applied' | 'talked' | 'nominated' | 'activist' | 'training',
    'none' | 'submitted' | 'applied' | 'talked' | 'nominated' | 'activist' | 'training' | undefined,
    'none' | 'submitted' | 'applied' | 'talked' | 'nominated' | 'activist' | 'training'
  >
  /** The day on which it came to stand there. */
  application_since: ColumnType<string | null, string | null | undefined, string | null>
  /** The day of the application on paper, from which the talk's clock runs. */
  applied_on: ColumnType<string | null, string | null | undefined, string | null>
}

export interface RequestTable {
  /** The account (or another actor) that acts. */
  readonly actor: string
  readonly request_id: string
  readonly route: string
  readonly body_hmac: Buffer
  readonly outcome: ColumnType<unknown, string, never>
  readonly at: Time
}

/** Accounts whose data here are gone and which `platform` still has to forget. */
export interface AccountRemovalTable {
  readonly account_id: string
  readonly at: Time
}

export interface DistrictTables {
  readonly organisation: OrganisationTable
  readonly venue: VenueTable
  readonly policy_version: PolicyVersionTable
  readonly person: PersonTable
  readonly affiliation: AffiliationTable
  readonly step: StepTable
  readonly ledger: LedgerTable
  readonly grade: GradeTable
  readonly role_grant: RoleGrantTable
  readonly role_revocation: RoleRevocationTable
  readonly erasure: ErasureTable
  readonly person_account: PersonAccountTable
  readonly profile: ProfileTable
  readonly fact_text: FactTextTable
  readonly access_log: AccessLogTable
  readonly standing: StandingTable
  readonly request: RequestTable
  readonly account_removal: AccountRemovalTable
  readonly event_act: EventActTable
  readonly event_words: EventWordsTable
  readonly event: EventTable
  readonly registration: RegistrationTable
  readonly inbox: InboxTable
  readonly check_in: CheckInTable
  readonly attendance_act: AttendanceActTable
  readonly desk: DeskTable
  readonly own_code: OwnCodeTable
}

/** The tables of a district by kind: what the district's role may do to each follows from it. */
export const DISTRICT_TABLES_BY_KIND = {
  reference: ['organisation', 'venue', 'policy_version'],
  facts: [
    'person',
    'affiliation',
    'step',
    'ledger',
    'grade',
    'role_grant',
    'role_revocation',
    'erasure',
    'event_act',
    'check_in',
    'attendance_act',
  ],
  personal: ['person_account', 'profile', 'fact_text', 'access_log', 'inbox', 'own_code'],
  work: ['standing', 'request', 'account_removal', 'event_words', 'event', 'registration', 'desk'],
} as const satisfies Readonly<Record<string, readonly (keyof DistrictTables)[]>>
