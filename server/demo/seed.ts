import { createHash } from 'node:crypto'
import { DIRECTIONS } from '#domain/checkin/code'
import {
  addDays,
  addDaysToInstant,
  addMonths,
  localDateAt,
  startOfDay,
  type Instant,
  type LocalDate,
} from '#domain/time'
import type { Context, SignedIn } from '../context'
import type { Deps, District } from '../deps'
import { answerAffiliation } from '../services/affiliation'
import { submitApplication, withdrawApplication } from '../services/application'
import { recordByHost } from '../services/checkin/host-check-ins'
import { setTeam } from '../services/checkin/team'
import { answerClass, askClass } from '../services/events/class-naming'
import { draftEvent, setStatus } from '../services/events/host'
import { register } from '../services/events/mine'
import { answerWords, waitingWords } from '../services/events/words-look'
import { recordGrade } from '../services/grades'
import { recordClassHours, recordVolunteerHours } from '../services/hours'
import { saveProfile } from '../services/me'
import { grantedRoles, grantRole } from '../services/roles'
import { ensureAccount, ensurePerson, personaIdentity } from '../services/sessions'
import { answerNomination, confirmPaper, nameMentors, nominate, recordActivist, recordTalk } from '../services/steps'
import { personas, type Chapter, type PersonaStory } from './story'

interface Told {
  readonly story: PersonaStory
  readonly account: string
  readonly person: string
}

/** One thing that happened so many days ago. */
interface Happening {
  readonly daysAgo: number
  readonly run: (at: (account: string) => SignedIn, today: LocalDate) => Promise<unknown>
}

/**
 * Tells the personas' story into a new demo: through the same services and rules as everybody's acts, on the days when it
 * happened. Every act has a fixed requestId and a fixed day, so that a telling that was killed half-way is finished by the
 * next start, once.
 */
export async function seedDemo(deps: Deps, district: District): Promise<void> {
  const row = await deps.platform
    .selectFrom('district')
    .select('seeded_at')
    .where('slug', '=', district.slug)
    .executeTakeFirst()
  if (!row || row.seeded_at !== null) return
  const { created_at } = await deps.platform.selectFrom('installation').select('created_at').executeTakeFirstOrThrow()
  const origin = created_at.getTime() as Instant
  const contextAt = (daysAgo: number): Context => {
    const now = addDaysToInstant(origin, -daysAgo)
    return { deps, district, now, today: localDateAt(now) }
  }
  const told = new Map<string, Told>()
  for (const story of personas(district)) {
    const account = await ensureAccount(contextAt(0), personaIdentity({ district }, story.id))
    const person = await ensurePerson(contextAt(0), account)
    told.set(story.id, { story, account, person })
    await tellRole(district, story, person, contextAt(365))
  }
  const stage: Stage = { told, events: new Map(), origin: contextAt(0) }
  const happenings = [...told.values()].flatMap((persona) => happeningsOf(persona, stage))
  for (const { daysAgo, run } of happenings.sort((a, b) => b.daysAgo - a.daysAgo)) {
    const context = contextAt(daysAgo)
    const at = (account: string): SignedIn => ({
      ...context,
      session: { account, accountCode: '', tokenHash: Buffer.alloc(0), kind: 'phone', spokeAt: null },
      phoneTime: null,
    })
    await run(at, context.today)
  }
  await deps.platform
    .updateTable('district')
    .set({ seeded_at: new Date(origin) })
    .where('slug', '=', district.slug)
    .execute()
}

async function tellRole(district: District, { role }: PersonaStory, person: string, context: Context): Promise<void> {
  if (!role || (await grantedRoles(district.db, person)).length > 0) return
  const until = addMonths(localDateAt(addDaysToInstant(context.now, 365)), 120)
  for (const venue of role.venues ?? [null]) {
    const organisation = district.venueByCode.get(venue ?? '')?.organisation ?? role.organisation
    await grantRole(district.db, { person, role: role.role, organisation, venue, until }, 'demo', context.now)
  }
}

/** Everybody, and the events that were told so far. */
interface Stage {
  readonly told: ReadonlyMap<string, Told>
  readonly events: Map<string, string>
  readonly origin: Context
}

function happeningsOf({ story, account, person }: Told, stage: Stage): Happening[] {
  const accountOf = (id: string | undefined) => (id === undefined ? account : (stage.told.get(id)?.account ?? account))
  return story.story.map((chapter, index) => ({
    daysAgo: chapter.daysAgo,
    run: (at, today) => {
      const actor = at(accountOf(chapter.by))
      const key = `${story.id}:${index}`
      if (chapter.what === 'event') {
        const named = chapter.named && at(accountOf(chapter.named.by))
        return tellEvent(chapter, key, stage, actor, { reader: at(accountOf(chapter.passedBy)), named })
      }
      if (chapter.what === 'team') return tellTeam(chapter, key, stage, actor, account)
      if (chapter.what === 'came') return tellComing(chapter, key, stage, actor, person)
      if (chapter.what === 'registers') {
        const event = stage.events.get(chapter.event) ?? ''
        return register(actor, event, { requestId: fixedUuid(key), role: chapter.role ?? 'attendee' })
      }
      return tell(chapter, actor, { person, name: story.name, requestId: fixedUuid(key), today })
    },
  }))
}

const HOUR_MS = 3_600_000

/** Whole five minutes, as people set times. */
const ROUND_MS = 300_000

function startOf({ startsIn, hour, startsInMinutes }: Extract<Chapter, { what: 'event' }>, origin: Context): Instant {
  if (startsInMinutes !== undefined) {
    return (Math.ceil((origin.now + startsInMinutes * 60_000) / ROUND_MS) * ROUND_MS) as Instant
  }
  return (startOfDay(addDays(origin.today, startsIn ?? 0)) + (hour ?? 0) * HOUR_MS) as Instant
}

/** A host drafts and publishes; somebody else lets the words be read, and an organisation may name it a class. */
async function tellEvent(
  chapter: Extract<Chapter, { what: 'event' }>,
  key: string,
  { events, origin }: Stage,
  host: SignedIn,
  { reader, named }: { readonly reader: SignedIn; readonly named: SignedIn | undefined },
): Promise<void> {
  const start = startOf(chapter, origin)
  const { event } = await draftEvent(host, chapter.venue, {
    requestId: fixedUuid(`${key}:draft`),
    kind: chapter.kind,
    title: chapter.title,
    notes: chapter.notes,
    spot: chapter.spot ?? null,
    start,
    end: start + chapter.minutes * 60_000,
    deadline: start - HOUR_MS,
    attendeePlaces: chapter.attendees,
    volunteerPlaces: chapter.volunteers ?? null,
    volunteerMinutes: chapter.volunteerMinutes ?? null,
  })
  events.set(chapter.event, event)
  await setStatus(host, event, { requestId: fixedUuid(`${key}:publish`), act: 'publish' })
  const root = host.district.organisations[0]?.code ?? ''
  const { words } = await waitingWords(reader, root)
  for (const [index, { id }] of words.filter((one) => one.event === event).entries()) {
    await answerWords(reader, root, id, { requestId: fixedUuid(`${key}:words:${index}`), yes: true })
  }
  if (chapter.named && named) {
    const { organisation, tenths } = chapter.named
    await askClass(host, event, { requestId: fixedUuid(`${key}:ask`), organisation, tenths })
    await answerClass(named, organisation, event, { requestId: fixedUuid(`${key}:named`), yes: true })
  }
}

async function tellTeam(
  chapter: Extract<Chapter, { what: 'team' }>,
  key: string,
  { events }: Stage,
  lead: SignedIn,
  account: string,
): Promise<void> {
  const { code } = await lead.deps.platform
    .selectFrom('account')
    .select('code')
    .where('id', '=', account)
    .executeTakeFirstOrThrow()
  const named = { requestId: fixedUuid(key), account: code, person: null, team: chapter.team }
  await setTeam(lead, events.get(chapter.event) ?? '', named)
}

/** A host enters what stands on paper about somebody. */
async function tellComing(
  chapter: Extract<Chapter, { what: 'came' }>,
  key: string,
  { events }: Stage,
  host: SignedIn,
  person: string,
): Promise<void> {
  const event = events.get(chapter.event) ?? ''
  const { start_at: start } = await host.district.db
    .selectFrom('event')
    .select('start_at')
    .where('id', '=', event)
    .executeTakeFirstOrThrow()
  for (const direction of DIRECTIONS) {
    const minutes = chapter[direction]
    if (minutes === null) continue
    await recordByHost(host, event, {
      requestId: fixedUuid(`${key}:${direction}`),
      way: 'sheet',
      direction,
      at: start.getTime() + minutes * 60_000,
      code: null,
      account: null,
      people: [person],
    })
  }
}

interface Telling {
  readonly person: string
  readonly name: string
  readonly requestId: string
  readonly today: LocalDate
}

/** Half a year past the birthday, so that the age holds for a while. */
function born(age: number, today: LocalDate): LocalDate {
  return addMonths(today, -12 * age - 6)
}

async function tell(
  chapter: Exclude<Chapter, { what: 'event' | 'registers' | 'came' | 'team' }>,
  actor: SignedIn,
  { person, name, requestId, today }: Telling,
): Promise<unknown> {
  // An event of the day before: a class or a service is recorded the day after.
  const yesterday = addDays(today, -1)
  switch (chapter.what) {
    case 'profile': {
      const { age, organisation, township, occupation = null } = chapter
      return saveProfile(actor, { requestId, name, birthDate: born(age, today), township, organisation, occupation })
    }
    case 'confirmed':
      return answerAffiliation(actor, person, { requestId, belongs: true })
    case 'submitted':
      return submitApplication(actor, { requestId, occupation: chapter.occupation, words: chapter.words })
    case 'withdrawn':
      return withdrawApplication(actor, { requestId })
    case 'paper': {
      const { birth_date: birthDate } = await actor.district.db
        .selectFrom('profile')
        .select('birth_date')
        .where('person_id', '=', person)
        .executeTakeFirstOrThrow()
      return confirmPaper(actor, person, { requestId, on: today, receivedBy: chapter.receivedBy, birthDate })
    }
    case 'talk':
      return recordTalk(actor, person, { requestId, on: today, by: chapter.talker, content: chapter.content })
    case 'nomination': {
      const { way, members, minutes } = chapter
      return nominate(actor, person, { requestId, on: today, way, members, minutes })
    }
    case 'approved': {
      const answer = { kind: 'approved', on: today, approvedBy: chapter.approvedBy } as const
      return answerNomination(actor, person, { requestId, answer })
    }
    case 'returned':
      return answerNomination(actor, person, { requestId, answer: { kind: 'returned', on: today, why: chapter.why } })
    case 'activist': {
      const { way, approvedBy } = chapter
      return recordActivist(actor, person, { requestId, on: today, way, approvedBy, paperSeen: true })
    }
    case 'mentors':
      return nameMentors(actor, person, { requestId, on: today, mentors: [...chapter.mentors] })
    case 'class-hours': {
      const { tenths, mode = 'in-person', content, witness } = chapter
      return recordClassHours(actor, person, { requestId, on: yesterday, tenths, mode, content, witness })
    }
    case 'volunteer-hours': {
      const { minutes, content, witness } = chapter
      return recordVolunteerHours(actor, person, { requestId, on: yesterday, minutes, content, witness })
    }
    case 'civics':
      return recordGrade(actor, person, { requestId, on: yesterday, grade: chapter.grade, term: chapter.term })
  }
}

/** A uuid that is always the same for the same words. */
function fixedUuid(words: string): string {
  const hex = createHash('sha256').update(`demo:${words}`, 'utf8').digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
