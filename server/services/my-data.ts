import { sql } from 'kysely'
import { ACCESS_REASONS } from '#domain/access/reasons'
import { cite, valueOf, type RuleId } from '#domain/policy/policy'
import { rolesOn } from '#domain/access/roles'
import { addDaysToInstant, localDateAt, type Instant, type LocalDate } from '#domain/time'
import type { MyDataReply } from '#contract/me'
import type { SignedIn } from '../context'
import { noSession } from '../problem'
import { accessesTo } from '../queries/accesses'
import { personFacts } from '../queries/person-facts'
import { cardOf, selectEvents } from './events/cards'
import { heldRoles, profileOf } from './me'
import { organisationRef } from './organisations'
import { factsOf } from './path'
import { requireAsker } from './person'

/** Everything that is kept about oneself, with the day it goes. */
export async function myData(context: SignedIn): Promise<MyDataReply> {
  const { deps, district, session, today } = context
  const asker = await requireAsker(context)
  const { db } = district
  const [account, profile, affiliations, accesses, oldestAccess, lastRequest, facts, events, attendance, inbox] =
    await Promise.all([
      deps.platform
        .selectFrom('account')
        .select(['code', 'created_at', 'last_sign_in_at'])
        .where('id', '=', session.account)
        .executeTakeFirst(),
      db
        .selectFrom('profile')
        .select(['name', 'birth_date', 'township', 'occupation', 'birth_confirmed_on'])
        .where('person_id', '=', asker.person)
        .executeTakeFirst(),
      db
        .selectFrom('affiliation')
        .select(['organisation', 'act', 'on_day'])
        .where('person_id', '=', asker.person)
        .orderBy('no')
        .execute(),
      accessesTo(db, asker.person),
      db
        .selectFrom('access_log')
        .select(({ fn }) => fn.min('at').as('at'))
        .where('about_person', '=', asker.person)
        .executeTakeFirst(),
      db
        .selectFrom('request')
        .select(({ fn }) => fn.max('at').as('at'))
        .where('actor', '=', session.account)
        .executeTakeFirst(),
      personFacts(db, { person: asker.person }),
      registrationsOf(context, asker.person),
      attendanceOf(context, asker.person),
      db
        .selectFrom('inbox')
        .select(({ fn }) => fn.countAll<string>().as('lines'))
        .where('person_id', '=', asker.person)
        .executeTakeFirst(),
    ])
  const mine = facts[0]
  if (!account || !mine) throw noSession()
  const lastSignIn = dayOf(account.last_sign_in_at)
  // A role keeps an account without a profile (domain: rolesOn); a newcomer's goes after the pack's days.
  const accountRule: KeepingRule =
    profile || rolesOn(asker.roles, today).length > 0 ? 'keeping.profile' : 'keeping.newcomer'
  const accountFrom = accountRule === 'keeping.profile' ? account.last_sign_in_at : account.created_at
  const messages = Number(inbox?.lines ?? 0)
  return {
    asOf: today,
    account: { code: account.code, createdOn: dayOf(account.created_at), lastSignInOn: lastSignIn },
    profile: profile ? profileOf(context, profile) : null,
    affiliations: affiliations.map((row) => ({
      organisation: organisationRef(district, row.organisation),
      act: row.act,
      on: row.on_day,
    })),
    ...factsOf(context, mine),
    registrations: events,
    attendance,
    messages,
    roles: heldRoles(context, rolesOn(asker.roles, today)),
    accesses: accesses.map((row) => ({
      on: row.day,
      office: row.role,
      organisation: organisationRef(district, row.organisation),
      what: row.what,
      reason: ACCESS_REASONS.find((reason) => reason === row.reason) ?? null,
    })),
    keeping: [
      keeping(context, 'account', accountRule, accountFrom),
      keeping(context, 'profile', 'keeping.profile', profile ? account.last_sign_in_at : null),
      keeping(context, 'sessions', 'keeping.session', account.last_sign_in_at),
      keeping(context, 'requests', 'keeping.request', lastRequest?.at ?? null),
      keeping(context, 'accesses', 'keeping.access-log', oldestAccess?.at ?? null),
      // They go with the account.
      keeping(context, 'registrations', accountRule, events.length > 0 ? accountFrom : null),
      keeping(context, 'attendance', accountRule, attendance.length > 0 ? accountFrom : null),
      keeping(context, 'messages', accountRule, messages > 0 ? accountFrom : null),
    ],
  }
}

/** The events somebody has registered for, the newest first. */
async function registrationsOf(context: SignedIn, person: string): Promise<MyDataReply['registrations']> {
  const rows = await selectEvents(context.district.db)
    .innerJoin('registration as r', 'r.event_id', 'e.id')
    .select(['r.role', 'r.state as standing', 'r.since', 'r.late'])
    .where('r.person_id', '=', person)
    .orderBy('e.start_at', 'desc')
    .orderBy('e.id')
    .execute()
  return rows.map((row) => {
    const { id, title, start } = cardOf(context, row)
    const { role, standing: state, late } = row
    return { event: id, title, on: localDateAt(start as Instant), role, state, since: dayOf(row.since), late }
  })
}

/** What says that somebody came to an event, and what was done about it, the newest first. */
async function attendanceOf(context: SignedIn, person: string): Promise<MyDataReply['attendance']> {
  const { db } = context.district
  const [uploads, acts] = await Promise.all([
    db.selectFrom('check_in').selectAll().where('person_id', '=', person).execute(),
    db
      .selectFrom('attendance_act as a')
      .leftJoin('fact_text as t', 't.fact_id', 'a.id')
      .selectAll('a')
      .select('t.body')
      .where('a.person_id', '=', person)
      .orderBy('a.no')
      .execute(),
  ])
  const said = [
    ...uploads.map((row) => ({
      row,
      what: row.direction,
      way: row.way,
      at: row.at,
      byHost: row.by_person !== null,
      reason: null,
    })),
    ...acts.flatMap((row) => {
      const what = ABOUT_ONE.find((act) => act === row.act)
      return what ? [{ row, what, way: null, at: row.at, byHost: true, reason: row.body?.reason ?? null }] : []
    }),
  ]
  const ids = [...new Set(said.map(({ row }) => row.event_id))]
  if (ids.length === 0) return []
  const rows = await selectEvents(db)
    .where('e.id', '=', sql<string>`any(${ids}::uuid[])`)
    .execute()
  const cards = new Map(rows.map((row) => [row.id, cardOf(context, row)]))
  return said
    .sort((a, b) => b.at.getTime() - a.at.getTime())
    .flatMap(({ row, at, ...rest }) => {
      const card = cards.get(row.event_id)
      if (!card) return []
      return [{ event: card.id, title: card.title, on: localDateAt(card.start as Instant), at: at.getTime(), ...rest }]
    })
}

const ABOUT_ONE = ['times-set', 'confirmed', 'struck', 'restored', 'team-set'] as const

type KeepingRule = Extract<RuleId, `keeping.${string}`>

function keeping(
  { district }: SignedIn,
  what: MyDataReply['keeping'][number]['what'],
  rule: KeepingRule,
  from: Date | null,
): MyDataReply['keeping'][number] {
  const days = valueOf(district.policy, rule)
  const until = from ? localDateAt(addDaysToInstant(from.getTime() as Instant, days)) : null
  return { what, rule, days, until, source: cite(district.policy, rule).source }
}

function dayOf(at: Date): LocalDate {
  return localDateAt(at.getTime() as Instant)
}
