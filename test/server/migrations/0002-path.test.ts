import { randomUUID } from 'node:crypto'
import type { MyDataReply } from '#contract/me'
import type { OverviewReply } from '#contract/organisation'
import type { PathReply } from '#contract/path'
import type { Role } from '#domain/access/roles'
import { makePool } from '../../../server/database/connect'
import { openDatabase } from '../../../server/migrations/open-database'
import { standingFromFacts } from '../../../server/queries/rebuild-standing'
import { newToken, tokenHash } from '../../../server/services/tokens'
import { salted } from '../../../server/services/texts'
import { readSettings } from '../../../server/settings'
import { createTestDatabase, TEMPLATE_NOW, testDistricts, type TestDatabase } from '../../support/cluster'
import { inspect, type Inspector } from '../kit/inspect'
import { classHours, idOf, must } from '../kit/people'
import { backTo, takeOver } from '../kit/versions'
import { mentors, volunteerHours } from '../kit/way'
import { caller, newRequestId, type Caller } from '../support'

/** A database as the first version left it, with an activist on it, is taken over by the second: nothing is lost or changed. */

const BRANCH = 'SH-X01-2'
const packs = testDistricts()
const saihan = packs.find(({ slug }) => slug === 'saihan')

let database: TestDatabase
let seen: Inspector

beforeEach(async () => {
  database = await createTestDatabase()
  await backTo(database, { platform: '0001-accounts', district: '0001-ground' })
  seen = await inspect(database)
})
afterEach(async () => {
  await seen.end()
  await database.drop()
})

interface Old {
  readonly person: string
  readonly account: string
  readonly token: string
}

/** Rows about a person as the first version wrote them. */
async function oldPerson(
  name: string,
  more: {
    readonly affiliation?: 'claimed' | 'confirmed'
    /** The moment of recording, and the day of the approval. */
    readonly activist?: { readonly at: string; readonly on: string }
    readonly role?: Role
  } = {},
): Promise<Old> {
  const { affiliation, activist, role } = more
  const [person, account, token] = [randomUUID(), randomUUID(), newToken()]
  const policy = saihan?.policy.version
  const run = (text: string, values: unknown[]) => seen.query(text, values)
  await run(`insert into saihan.person values ($1, '2026-02-01T00:00:00Z')`, [person])
  await run(
    `insert into platform.account values ($1, $2, 'wx0123456789abcdef', $3, '2026-02-01T00:00:00Z', '2026-02-01T00:00:00Z')`,
    [account, `${account.slice(0, 4)}-AAAA`, `o-${account}`],
  )
  await run(`insert into platform.session values ($1, $2, 'saihan', '2026-02-01T00:00:00Z', '2026-04-01T00:00:00Z')`, [
    tokenHash(token),
    account,
  ])
  await run(`insert into saihan.person_account values ($1, $2, '2026-02-01T00:00:00Z')`, [account, person])
  await run(`insert into saihan.profile values ($1, $2, '2009-08-17', null, '2026-02-01T00:00:00Z')`, [person, name])
  await run(`insert into saihan.standing values ($1, $2, $3, $4, $5)`, [
    person,
    affiliation === undefined ? null : BRANCH,
    affiliation ?? 'none',
    affiliation === undefined ? null : '2026-02-02',
    activist?.on ?? null,
  ])
  for (const [no, act] of (['claimed', 'confirmed'] as const).entries()) {
    if (affiliation === undefined || (act === 'confirmed' && affiliation === 'claimed')) continue
    await run(
      `insert into saihan.affiliation values ($1, $2, $3, $4, $5, $2, '2026-02-02T01:00:00Z', '2026-02-02', $6)`,
      [randomUUID(), person, no + 1, act, BRANCH, policy],
    )
  }
  if (activist) {
    const [id, text] = [randomUUID(), salted({ approvedBy: '校团委（示例）' })]
    await run(
      `insert into saihan.step (id, person_id, no, step, on_day, way, paper_seen, text_hash, by_person, at, policy)
       values ($1, $2, 1, 'activist', $3, 'review', true, $4, $2, $5, $6)`,
      [id, person, activist.on, text.hash, activist.at, policy],
    )
    await run(`insert into saihan.fact_text values ($1, $2, $3, $4)`, [
      id,
      person,
      JSON.stringify(text.body),
      text.salt,
    ])
  }
  if (role) {
    await run(
      `insert into saihan.role_grant values ($1, $2, $3, $4, '2099-12-31', 'operator', '2026-02-01T00:00:00Z')`,
      [randomUUID(), person, role, role === 'branch-secretary' ? BRANCH : 'SH-X01'],
    )
  }
  return { person, account, token }
}

/** A class hour as the first version recorded it; the entry's id. */
async function oldHours({ person }: Old, no: number, tenths: number, on: string, corrects: string | null = null) {
  const [id, text] = [randomUUID(), salted({ content: '团史一课（示例）', witness: '团支书·丙' })]
  await seen.query(
    `insert into saihan.ledger (id, person_id, no, requirement, amount, on_day, origin, mode, since, accepted_on, corrects,
                                text_hash, by_person, at, policy)
     values ($1, $2, $3, 'class-hours', $4, $5, 'recorded', 'in-person', $5, $5, $6, $7, $2, '2026-02-20T01:00:00Z', $8)`,
    [id, person, no, tenths, on, corrects, text.hash, saihan?.policy.version],
  )
  await seen.query('insert into saihan.fact_text values ($1, $2, $3, $4)', [
    id,
    person,
    JSON.stringify(text.body),
    text.salt,
  ])
  return id
}

const pathOf = async (who: Caller) => must(200, 200, await who.call('GET', '/v1/me/path')).body as PathReply

test('an activist with hours from before is one afterwards, in the same state as the facts say', async () => {
  const secretary = await oldPerson('团支书', { role: 'branch-secretary' })
  const officer = await oldPerson('团委干部', { role: 'committee-officer' })
  const youth = await oldPerson('积极分子', {
    affiliation: 'confirmed',
    activist: { at: '2026-02-10T01:00:00Z', on: '2026-02-01' },
  })
  await oldHours(youth, 1, 10, '2026-01-31')
  const wrong = await oldHours(youth, 2, 20, '2026-02-15')
  const right = await oldHours(youth, 3, 15, '2026-02-15', wrong)
  await oldPerson('未成为积极分子', { affiliation: 'confirmed' })
  await oldPerson('待确认', { affiliation: 'claimed' })
  // Recorded half past midnight at +08:00, when it was still the day before elsewhere.
  const late = await oldPerson('午夜后', {
    affiliation: 'confirmed',
    activist: { at: '2026-02-28T16:30:00Z', on: '2026-02-28' },
  })
  const early = await oldPerson('午夜前', {
    affiliation: 'confirmed',
    activist: { at: '2026-02-28T15:59:59Z', on: '2026-02-28' },
  })
  // Erased: the facts are there, about a random id that stands nowhere.
  const gone = await oldPerson('已删除', { activist: { at: '2026-02-10T01:00:00Z', on: '2026-02-01' } })
  await seen.query('update saihan.standing set activist_on = null where person_id = $1', [gone.person])
  await seen.query(`insert into saihan.erasure values ($1, $2, 'own-request', '2026-02-12T00:00:00Z')`, [
    randomUUID(),
    gone.person,
  ])
  for (const table of ['profile', 'fact_text', 'person_account']) {
    await seen.query(`delete from saihan.${table} where person_id = $1`, [gone.person])
  }
  const factsBefore = await seen.query(
    `select id, person_id, no, step, on_day::text, way, paper_seen, text_hash, by_person, at, policy from saihan.step order by id`,
  )

  const api = await takeOver(database)
  try {
    const { db } = api.district()
    const kept = await db.selectFrom('standing').selectAll().orderBy('person_id').execute()
    expect(kept).toEqual(await standingFromFacts(db))
    const standing = new Map(kept.map((row) => [row.person_id, [row.application, row.application_since]]))
    expect(standing.get(youth.person)).toEqual(['activist', '2026-02-10'])
    expect(standing.get(late.person)).toEqual(['activist', '2026-03-01'])
    expect(standing.get(early.person)).toEqual(['activist', '2026-02-28'])
    expect(standing.get(gone.person)).toEqual(['none', null])
    const factsAfter = await seen.query(
      `select id, person_id, no, step, on_day::text, way, paper_seen, text_hash, by_person, at, policy from saihan.step order by id`,
    )
    expect(factsAfter).toEqual(factsBefore)

    // Who was signed in still is, on a phone, and finds everything where it was.
    const me = caller(api, youth.token)
    const path = await pathOf(me)
    expect(path.facts.acts).toMatchObject([
      { act: 'activist', on: '2026-02-01', since: '2026-02-10', way: 'review', onPaper: true, corrects: null },
    ])
    expect(path.report).toMatchObject({
      activistOn: '2026-02-01',
      application: { state: 'activist', onPaper: true },
      turn: { who: 'branch-secretary', act: 'name-mentors', since: '2026-02-10' },
    })
    expect(path.report.requirements[0]).toMatchObject({ rule: 'class-hours', have: 15 })
    expect(path.report.requirements[0]?.entries.map(({ reason }) => reason).sort()).toEqual([
      'before-activist',
      'corrected',
      null,
    ])
    expect(path.texts[right]).toEqual({ content: '团史一课（示例）', witness: '团支书·丙' })
    const data = must(200, 200, await me.call('GET', '/v1/me/data')).body as MyDataReply
    expect(data).toMatchObject({ profile: { occupation: null, birthDateConfirmed: false }, accesses: [] })
    expect(await seen.query(`select distinct kind from platform.session`)).toEqual([{ kind: 'phone' }])

    // And goes on from there: corrections of what was, hours, mentors, digits for a desktop.
    const [branch, committee] = [caller(api, secretary.token), caller(api, officer.token)]
    const of = `/v1/people/${youth.person}`
    const more = { ...classHours({ tenths: 10, on: '2026-02-15' }), reason: '记多了' }
    idOf(await branch.call('POST', `${of}/class-hours/${right}/corrections`, more))
    idOf(await branch.call('POST', `${of}/volunteer-hours`, volunteerHours()))
    idOf(await branch.call('POST', `${of}/mentors`, mentors()))
    const change = { act: 'activist', on: '2026-02-03', approvedBy: '校团委（示例）' }
    const step = path.facts.acts[0]?.id ?? ''
    const correction = { requestId: newRequestId(), change, reason: '记错了' }
    idOf(await committee.call('POST', `${of}/steps/${step}/corrections`, correction))
    expect(await pathOf(me)).toMatchObject({ report: { activistOn: '2026-02-03', application: { state: 'training' } } })
    must(201, 201, await branch.call('POST', '/v1/me/desk-codes'))
    const overview = (await committee.call('GET', '/v1/overview?organisation=SH-X01')).body as OverviewReply
    expect(overview.rows.find(({ organisation }) => organisation.code === BRANCH)).toMatchObject({
      claimed: 1,
      confirmed: 4,
      steps: { none: 1, activist: 2, training: 1 },
    })
    const after = await db.selectFrom('standing').selectAll().orderBy('person_id').execute()
    expect(after).toEqual(await standingFromFacts(db))
  } finally {
    await api.close()
  }
})

test('what is new is guarded like what was there: facts stay facts, also for the owner', async () => {
  const youth = await oldPerson('积极分子', {
    affiliation: 'confirmed',
    activist: { at: '2026-02-10T01:00:00Z', on: '2026-02-01' },
  })
  const api = await takeOver(database)
  const owner = makePool({ url: database.ownerUrl, schema: 'saihan', max: 1 })
  try {
    for (const statement of [
      `update step set corrects = null`,
      `update step set organisation = null`,
      `delete from step where person_id = '${youth.person}'`,
      'truncate grade',
    ]) {
      await expect(owner.query(statement)).rejects.toMatchObject({ code: '23001' })
    }
    // And what makes no sense isn't taken: an unknown act, taking back nothing, a grade of nothing that corrects nothing.
    const step = (more: string) =>
      owner.query(
        `insert into step (id, person_id, no, step, on_day, paper_seen, by_person, at, policy, voided)
         select gen_random_uuid(), person_id, 9, ${more}, on_day, false, by_person, at, policy, false from step`,
      )
    await expect(step(`'promoted'`)).rejects.toMatchObject({ code: '23514' })
    await expect(
      owner.query(
        `insert into step (id, person_id, no, step, on_day, paper_seen, by_person, at, policy, voided)
         select gen_random_uuid(), person_id, 9, step, on_day, false, by_person, at, policy, true from step`,
      ),
    ).rejects.toMatchObject({ code: '23514' })
    await expect(
      owner.query(
        `insert into grade (id, person_id, no, grade, on_day, since, by_person, at, policy)
         select gen_random_uuid(), person_id, 1, null, on_day, on_day, by_person, at, policy from step`,
      ),
    ).rejects.toMatchObject({ code: '23514' })
  } finally {
    await owner.end()
    await api.close()
  }
})

test('a start that may not migrate says what the database lacks, and changes nothing', async () => {
  const before = await seen.snapshot()
  const settings = readSettings({ DATABASE_URL: database.apiUrl }, { cwd: '/srv/aili' })
  await seen.query(`grant usage on schema platform to ${new URL(database.apiUrl).username}`)
  await seen.query(`grant select on all tables in schema platform to ${new URL(database.apiUrl).username}`)
  await expect(openDatabase({ settings, packs, now: TEMPLATE_NOW, log: () => undefined })).rejects.toThrow(
    /isn't migrated: start once with MIGRATION_DATABASE_URL/,
  )
  expect(await seen.snapshot()).toEqual(before)
})
