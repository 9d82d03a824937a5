import { createHash } from 'node:crypto'
import { addDays, addDaysToInstant, addMonths, localDateAt, type Instant, type LocalDate } from '#domain/time'
import type { Context, SignedIn } from '../context'
import type { Deps, District } from '../deps'
import { answerAffiliation, recordActivist, recordClassHours } from '../services/acts'
import { saveProfile } from '../services/me'
import { grantedRoles, grantRole } from '../services/roles'
import { ensureAccount, ensurePerson, personaIdentity } from '../services/sessions'
import { personas, type PersonaStory } from './story'

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
  const happenings = [...told.values()].flatMap((persona) => happeningsOf(persona, told))
  for (const { daysAgo, run } of happenings.sort((a, b) => b.daysAgo - a.daysAgo)) {
    const context = contextAt(daysAgo)
    const at = (account: string): SignedIn => ({
      ...context,
      session: { account, accountCode: '', tokenHash: Buffer.alloc(0) },
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
  await grantRole(district.db, { person, ...role, until }, 'demo', context.now)
}

function happeningsOf({ story, account, person }: Told, told: ReadonlyMap<string, Told>): Happening[] {
  const by = (id: string) => told.get(id)?.account ?? account
  const requestId = (what: string) => fixedUuid(`${story.id}:${what}`)
  const { profile, confirmed, activist } = story
  const list: Happening[] = []
  if (profile) {
    list.push({
      daysAgo: profile.daysAgo,
      run: (at, today) =>
        saveProfile(at(account), {
          requestId: requestId('profile'),
          name: story.name,
          // Half a year past the birthday, so that the age holds for a while.
          birthDate: addMonths(today, -12 * profile.age - 6),
          township: profile.township,
          organisation: profile.organisation,
        }),
    })
  }
  if (confirmed) {
    list.push({
      daysAgo: confirmed.daysAgo,
      run: (at) =>
        answerAffiliation(at(by(confirmed.by)), person, { requestId: requestId('confirmed'), belongs: true }),
    })
  }
  if (activist) {
    list.push({
      daysAgo: activist.daysAgo,
      run: (at, today) =>
        recordActivist(at(by(activist.by)), person, {
          requestId: requestId('activist'),
          on: today,
          way: activist.way,
          approvedBy: activist.approvedBy,
          paperSeen: true,
        }),
    })
  }
  story.classHours.forEach((hours, index) => {
    list.push({
      daysAgo: hours.daysAgo,
      run: (at, today) =>
        recordClassHours(at(by(hours.by)), person, {
          requestId: requestId(`class-hours-${String(index)}`),
          on: addDays(today, -1),
          tenths: hours.tenths,
          mode: 'in-person',
          content: hours.content,
          witness: hours.witness,
        }),
    })
  })
  return list
}

/** A uuid that is always the same for the same words. */
function fixedUuid(words: string): string {
  const hex = createHash('sha256').update(`demo:${words}`, 'utf8').digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
