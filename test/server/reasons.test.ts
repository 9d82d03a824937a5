import type { MyDataReply } from '#contract/me'
import type { PeopleReply, PersonRow } from '#contract/organisation'
import type { PersonPathReply } from '#contract/path'
import { ACCESS_REASONS } from '#domain/access/reasons'
import { inspect, type Inspector } from './kit/inspect'
import { answer, confirmedPerson, giveOffice, must, newPerson, signIn, saveProfile, type Somebody } from './kit/people'
import { application, bringTo, nomination } from './kit/way'
import { startApi, type Caller, type TestApi } from './support'

/** What an office above the branch sees of a minor, that it says why, and that the minor can read it. */

const BRANCH = 'SH-X01-2'
const OTHER_BRANCH = 'SH-X01-1'
/** The tests' day is 3 March 2026: born on this day one is 18 on it, and born on the next one isn't. */
const TODAY = '2026-03-03'
const OF_AGE = '2008-03-03'
const ALMOST = '2008-03-04'

let api: TestApi
let seen: Inspector
let secretary: Somebody
let officer: Somebody
let above: Somebody
let minor: Somebody
let adult: Somebody

beforeAll(async () => {
  api = await startApi()
  seen = await inspect(api.database)
  secretary = await newPerson(api, { office: { role: 'branch-secretary', organisation: BRANCH } })
  officer = await newPerson(api, { office: { role: 'committee-officer', organisation: 'SH-X01' } })
  above = await newPerson(api, { office: { role: 'district-officer', organisation: 'SH' } })
  minor = await confirmedPerson(api, secretary, { name: '未成年甲', organisation: BRANCH, birthDate: ALMOST })
  adult = await confirmedPerson(api, secretary, { name: '成年乙', organisation: BRANCH, birthDate: OF_AGE })
})
beforeEach(() => api.setNow(Date.parse(`${TODAY}T09:00:00+08:00`)))
afterAll(async () => {
  await seen.end()
  await api.close()
})

const open = ({ person }: Somebody, by: Caller, reason?: string) =>
  by.call('GET', `/v1/people/${person}/path${reason === undefined ? '' : `?reason=${reason}`}`)

/** In the order of writing: the tests' clock stands still. */
const logOf = ({ person }: Somebody) =>
  seen.query<Record<string, unknown>>(
    `select role, organisation, what, reason, by_person from saihan.access_log where about_person = $1 order by ctid`,
    [person],
  )

async function listedBy(by: Caller, organisation: string, query = ''): Promise<PeopleReply> {
  return must(200, 200, await by.call('GET', `/v1/organisations/${organisation}/people${query}`)).body as PeopleReply
}
const rowOf = ({ people }: PeopleReply, { person }: Somebody): PersonRow | undefined =>
  people.find((row) => row.person === person)

describe('the row of a minor', () => {
  it.each([
    ['the committee', () => officer],
    ['the district', () => above],
  ])('opens to %s with a reason of the list, and not otherwise', async (_who, by) => {
    const before = await logOf(minor)
    const refused = await open(minor, by())
    expect(refused.body).toEqual({
      type: 'about:blank',
      title: 'Unprocessable Entity',
      status: 422,
      code: 'reason-needed',
      facts: {},
    })
    for (const none of ['', 'because', 'HELP', '...', 'nomination,help', '%E5%B8%AE%E5%8A%A9']) {
      expect([none, (await open(minor, by(), none)).status]).toEqual([none, 400])
    }
    // Nothing was opened, so nothing is in the log.
    expect(await logOf(minor)).toEqual(before)
    for (const reason of ACCESS_REASONS) {
      const { name, path } = must(200, 200, await open(minor, by(), reason)).body as PersonPathReply
      // Who opens a row for a reason has to know whose it is.
      expect([name, path.facts.birthDate]).toEqual(['未成年甲', ALMOST])
    }
    expect((await logOf(minor)).slice(before.length).map(({ what, reason }) => [what, reason])).toEqual(
      ACCESS_REASONS.map((reason) => ['path', reason]),
    )
  })

  it('opens to their own branch as daily work, and is logged all the same', async () => {
    const before = (await logOf(minor)).length
    must(200, 200, await open(minor, secretary))
    expect((await logOf(minor)).slice(before)).toEqual([
      { role: 'branch-secretary', organisation: BRANCH, what: 'path', reason: null, by_person: secretary.person },
    ])
  })

  it('needs a reason through the day before the 18th birthday, and none from that day on', async () => {
    const both = [await signIn(api, officer), await signIn(api, above)]
    api.setNow(Date.parse('2026-03-03T23:59:59.999+08:00'))
    for (const by of both) expect((await open(minor, by)).status).toBe(422)
    api.setNow(Date.parse('2026-03-04T00:00:00+08:00'))
    for (const by of both) expect((await open(minor, by)).status).toBe(200)
  })

  it('opens to who holds both offices as to their branch', async () => {
    const both = await newPerson(api, { office: { role: 'committee-officer', organisation: 'SH-X01' } })
    await giveOffice(api, both.person, { role: 'branch-secretary', organisation: BRANCH })
    must(200, 200, await open(minor, both))
    expect((await logOf(minor)).pop()).toMatchObject({ role: 'branch-secretary', organisation: BRANCH, reason: null })
    // Of another branch of the same school they are the committee.
    const elsewhere = await newPerson(api, { office: { role: 'branch-secretary', organisation: OTHER_BRANCH } })
    const other = await confirmedPerson(api, elsewhere, { name: '未成年丙', organisation: OTHER_BRANCH })
    expect((await open(other, both)).body).toMatchObject({ code: 'reason-needed' })
  })

  it('a reason is asked only of who may see the row at all', async () => {
    const elsewhere = await newPerson(api, { office: { role: 'committee-officer', organisation: 'SH-X02' } })
    const youth = await newPerson(api)
    for (const by of [elsewhere, youth]) expect((await open(minor, by)).body).toMatchObject({ code: 'not-found' })
    const claimed = await newPerson(api, { profile: { name: '未确认丁', organisation: BRANCH } })
    expect((await open(claimed, officer)).body).toMatchObject({ code: 'not-found' })
    expect((await open(claimed, officer, 'help')).body).toMatchObject({ code: 'not-found' })
  })
})

describe('the row of an adult', () => {
  it('opens without a reason; one that is given is kept', async () => {
    const before = (await logOf(adult)).length
    for (const by of [officer, above]) must(200, 200, await open(adult, by))
    must(200, 200, await open(adult, officer, 'complaint'))
    expect((await logOf(adult)).slice(before).map(({ role, reason }) => [role, reason])).toEqual([
      ['committee-officer', null],
      ['district-officer', null],
      ['committee-officer', 'complaint'],
    ])
  })

  it('opens with one again when the paper says that they are none', async () => {
    const youth = await confirmedPerson(api, secretary, { name: '自称成年', organisation: BRANCH, birthDate: OF_AGE })
    must(200, 200, await open(youth, officer))
    must(201, 201, await youth.call('POST', '/v1/me/application', application()))
    must(
      201,
      201,
      await secretary.call('POST', `/v1/people/${youth.person}/paper`, {
        requestId: '3f2b8c1d-9a4e-4d77-8b1a-0c5e6f7a8b9c',
        on: TODAY,
        receivedBy: '团支书·丙',
        birthDate: ALMOST,
      }),
    )
    expect((await open(youth, officer)).body).toMatchObject({ code: 'reason-needed' })
  })
})

describe('what the youth reads', () => {
  it('which office opened what, when and why; of one day and reason once, and never who', async () => {
    const youth = await confirmedPerson(api, secretary, { name: '被看者戊', organisation: BRANCH })
    const accesses = async (who = youth) => ((await who.call('GET', '/v1/me/data')).body as MyDataReply).accesses
    expect(await accesses()).toEqual([])
    must(200, 200, await open(youth, officer, 'nomination'))
    must(200, 200, await open(youth, officer, 'nomination'))
    must(200, 200, await open(youth, officer, 'help'))
    must(200, 200, await open(youth, secretary))
    must(200, 200, await open(youth, above, 'inspection'))
    await listedBy(secretary, BRANCH)
    await listedBy(officer, 'SH-X01')
    // The next day begins at midnight at +08:00.
    api.setNow(Date.parse('2026-03-04T00:00:00+08:00'))
    must(200, 200, await open(youth, officer, 'nomination'))
    const found = await accesses()
    const school = { code: 'SH-X01', name: '示例高级中学团委', placeholder: true }
    const branch = { code: BRANCH, name: '示例高级中学高二(1)班团支部', placeholder: true }
    expect(found[0]).toEqual({
      on: '2026-03-04',
      office: 'committee-officer',
      organisation: school,
      what: 'path',
      reason: 'nomination',
    })
    expect(found.slice(1)).toHaveLength(6)
    const on = TODAY
    expect(found.slice(1)).toEqual(
      expect.arrayContaining([
        { on, office: 'committee-officer', organisation: school, what: 'path', reason: 'nomination' },
        { on, office: 'committee-officer', organisation: school, what: 'path', reason: 'help' },
        { on, office: 'branch-secretary', organisation: branch, what: 'path', reason: null },
        {
          on,
          office: 'district-officer',
          organisation: { code: 'SH', name: '共青团呼和浩特市赛罕区委员会', placeholder: false },
          what: 'path',
          reason: 'inspection',
        },
        { on, office: 'branch-secretary', organisation: branch, what: 'list', reason: null },
        { on, office: 'committee-officer', organisation: school, what: 'list', reason: null },
      ]),
    )
    const raw = (await youth.call('GET', '/v1/me/data')).raw
    for (const { person, account } of [officer, secretary, above]) {
      expect([raw.includes(person), raw.includes(account)]).toEqual([false, false])
    }
  })

  it('isn’t pushed out by who looks at a list every day', async () => {
    const youth = await confirmedPerson(api, secretary, { name: '被列者己', organisation: BRANCH })
    must(200, 200, await open(youth, officer, 'complaint'))
    await seen.query(
      `insert into saihan.access_log (id, by_person, role, organisation, what, about_person, at)
       select gen_random_uuid(), $1, 'branch-secretary', $2, 'list', $3,
              timestamptz '2026-03-03 10:00+08' + make_interval(secs => n)
         from generate_series(1, 5000) as n`,
      [secretary.person, BRANCH, youth.person],
    )
    const { accesses } = (await youth.call('GET', '/v1/me/data')).body as MyDataReply
    expect(accesses).toContainEqual(expect.objectContaining({ what: 'path', reason: 'complaint' }))
    // All of one day is one row.
    expect(accesses.filter(({ what }) => what === 'list')).toHaveLength(1)
  })
})

describe('a list', () => {
  it('has whole names for the branch, and masked ones above it', async () => {
    const long = await confirmedPerson(api, secretary, {
      name: '阿依古丽·吐尔逊',
      organisation: BRANCH,
      birthDate: OF_AGE,
    })
    const names = async (by: Caller, organisation: string) => {
      const list = await listedBy(by, organisation)
      return [minor, adult, long].map((one) => rowOf(list, one)?.name)
    }
    expect(await names(secretary, BRANCH)).toEqual(['未成年甲', '成年乙', '阿依古丽·吐尔逊'])
    for (const [by, organisation] of [
      [officer, BRANCH],
      [officer, 'SH-X01'],
      [above, BRANCH],
      [above, 'SH-X01'],
      [above, 'SH'],
    ] as const) {
      expect([organisation, ...(await names(by, organisation))]).toEqual([organisation, '未**', '成**', '阿**'])
      const { raw } = await by.call('GET', `/v1/organisations/${organisation}/people`)
      for (const name of ['未成年甲', '成年乙', '吐尔逊', ALMOST, OF_AGE]) expect(raw).not.toContain(name)
    }
  })

  it('tells above the branch nothing of a minor’s path but whose turn it is', async () => {
    await bringTo('activist', adult, { secretary, officer })
    const grown = { state: 'activist', activistOn: '2026-03-01', ready: false }
    for (const by of [officer, above]) {
      const list = await listedBy(by, 'SH-X01')
      const [hidden, shown] = [rowOf(list, minor), rowOf(list, adult)]
      expect(hidden).toMatchObject({ needsReason: true, confirmed: { activistOn: null, requirements: [] } })
      expect(hidden?.confirmed?.turn).toMatchObject({ who: 'applicant', act: 'apply' })
      // Whose paper says 2009 is a minor from there on.
      expect(shown).toMatchObject({ needsReason: true, confirmed: { ...grown, activistOn: null, requirements: [] } })
    }
    const own = await listedBy(secretary, BRANCH)
    expect(rowOf(own, minor)).toMatchObject({ needsReason: false, confirmed: { state: 'none' } })
    expect(rowOf(own, minor)?.confirmed?.requirements).toHaveLength(5)
    expect(rowOf(own, adult)).toMatchObject({ needsReason: false, confirmed: grown })

    const free = await confirmedPerson(api, secretary, { name: '成年辛', organisation: BRANCH, birthDate: OF_AGE })
    expect(rowOf(await listedBy(officer, BRANCH), free)).toMatchObject({ needsReason: false })
    expect(rowOf(await listedBy(officer, BRANCH), free)?.confirmed?.requirements).toHaveLength(5)
  })

  it('has those who aren’t confirmed only for the branch, and by their name only', async () => {
    const claimed = await newPerson(api, { profile: { name: '待确认庚', organisation: BRANCH } })
    expect(rowOf(await listedBy(secretary, BRANCH), claimed)).toMatchObject({ name: '待确认庚', confirmed: null })
    expect(rowOf(await listedBy(officer, BRANCH), claimed)).toBeUndefined()
    expect(rowOf(await listedBy(above, 'SH'), claimed)).toBeUndefined()
    // Nor is it in the log of who was looked at by them.
    expect((await logOf(claimed)).map(({ role }) => role)).toEqual(['branch-secretary'])
    must(201, 201, await answer(secretary, claimed.person, false))
    expect(rowOf(await listedBy(secretary, BRANCH), claimed)).toBeUndefined()
  })

  it('of those whose nomination waits has nobody else, and doesn’t tell it of who isn’t confirmed yet', async () => {
    const elsewhere = await newPerson(api, { office: { role: 'branch-secretary', organisation: OTHER_BRANCH } })
    const [nominated, moves, talked] = await Promise.all(
      ['被推荐壬', '转走癸', '谈过话子'].map((name) => confirmedPerson(api, secretary, { name, organisation: BRANCH })),
    )
    if (!nominated || !moves || !talked) throw new Error('nobody')
    await bringTo('nominated', nominated, { secretary, officer })
    await bringTo('nominated', moves, { secretary, officer })
    await bringTo('talked', talked, { secretary, officer })
    const waiting = async (by: Caller, organisation: string) =>
      (await listedBy(by, organisation, '?only=nominated')).people.map(({ person }) => person)
    expect((await waiting(officer, 'SH-X01')).sort()).toEqual([nominated.person, moves.person].sort())
    expect((await waiting(secretary, BRANCH)).sort()).toEqual([nominated.person, moves.person].sort())
    // Who says that they belong to another branch is known there by their name, and by nothing else.
    must(200, 200, await saveProfile(moves, { name: '转走癸', organisation: OTHER_BRANCH }))
    expect(rowOf(await listedBy(elsewhere, OTHER_BRANCH), moves)).toMatchObject({ name: '转走癸', confirmed: null })
    expect(await waiting(elsewhere, OTHER_BRANCH)).toEqual([])
    expect(await waiting(officer, 'SH-X01')).toEqual([nominated.person])
    expect((await officer.call('GET', '/v1/organisations/SH-X01/people?only=none')).status).toBe(400)
    must(201, 201, await secretary.call('POST', `/v1/people/${talked.person}/nomination`, nomination()))
    expect(await waiting(officer, 'SH-X01')).toContain(talked.person)
  })

  it('has two hundred at most, and says that there are more', async () => {
    const crowd = await startApi()
    const look = await inspect(crowd.database)
    const held = await newPerson(crowd, { office: { role: 'branch-secretary', organisation: 'SH-V01' } })
    const fill = (count: number, affiliation = 'confirmed') =>
      look.query(
        `with people as (
           insert into saihan.person (id, created_at) select gen_random_uuid(), now() from generate_series(1, $1) returning id
         ), standings as (
           insert into saihan.standing (person_id, organisation, affiliation, affiliation_on)
           select id, 'SH-V01', $2, date '2026-03-01' from people
         )
         insert into saihan.profile (person_id, name, birth_date, updated_at)
         select id, case $2 when 'confirmed' then '青年' else '阿' end || id, date '2009-01-01', now() from people`,
        [count, affiliation],
      )
    await fill(200)
    const all = await listedBy(held, 'SH-V01')
    expect([all.people.length, all.more]).toEqual([200, false])
    await fill(1)
    const most = await listedBy(held, 'SH-V01')
    expect([most.people.length, most.more]).toEqual([200, true])
    // Each of those that were shown is in the log, and nobody else.
    const [count] = await look.query<{ n: number }>(`select count(*)::int as n from saihan.access_log`)
    expect(count?.n).toBe(400)
    // Those who wait for an answer, and stand first by their names, take no place of those whom the committee sees.
    await fill(250, 'claimed')
    const committee = await newPerson(crowd, { office: { role: 'committee-officer', organisation: 'SH-DXD' } })
    const confirmed = await listedBy(committee, 'SH-DXD')
    expect([confirmed.people.length, confirmed.more]).toEqual([200, true])
    expect(confirmed.people.every(({ affiliation }) => affiliation === 'confirmed')).toBe(true)
    await look.end()
    await crowd.close()
  })
})
