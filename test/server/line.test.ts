import type { MeReply, MyDataReply } from '#contract/me'
import type { OverviewReply, PeopleReply } from '#contract/organisation'
import type { PathReply, PersonPathReply } from '#contract/path'
import { seedDemo } from '../../server/demo/seed'
import { asPersona, newRequestId, startApi, type Caller, type TestApi } from './support'

const BRANCH = 'SH-X01-2'

let api: TestApi
beforeAll(async () => {
  api = await startApi()
  await seedDemo(api.deps, api.district())
})
afterAll(() => api.close())

async function get<T>(who: Caller, url: string): Promise<T> {
  const answer = await who.call('GET', url)
  expect([answer.status, answer.status === 200 ? '' : answer.raw]).toEqual([200, ''])
  return answer.body as T
}

function classHours(path: PathReply) {
  const [first] = path.requirements
  if (!first) throw new Error('no requirement')
  return first
}

const hours = (more: object = {}) => ({
  requestId: newRequestId(),
  on: '2026-03-01',
  tenths: 20,
  mode: 'in-person',
  content: '第五、六课',
  witness: '团支书·丙',
  ...more,
})

describe('the line of issue A', () => {
  it('shows the seeded activist half-way, with the hour before it not counted', async () => {
    const path = await get<PathReply>(await asPersona(api, 'applicant-a'), '/v1/me/path')
    expect(classHours(path)).toMatchObject({
      state: 'not-yet',
      need: 80,
      have: 40,
      pending: 0,
      who: 'applicant',
      reason: 'hours-missing',
    })
    expect(classHours(path).source?.short).toBe('细则')
    expect(classHours(path).entries.map((entry) => [entry.amount, entry.fate, entry.reason])).toEqual([
      [20, 'counted', null],
      [20, 'counted', null],
      [10, 'not-counted', 'before-activist'],
    ])
  })

  it('walks: claim, confirm, record, activist, count, correct, strike', async () => {
    const secretary = await asPersona(api, 'secretary')
    const officer = await asPersona(api, 'officer')
    const youth = await asPersona(api, 'applicant-b')
    const me = await get<MeReply>(youth, '/v1/me')
    expect(me.affiliation).toMatchObject({ state: 'claimed', organisation: { code: BRANCH } })
    const url = `/v1/people/${me.person}`

    // Until confirmed: the name only, and nothing can be recorded or seen.
    const before = await get<PeopleReply>(secretary, `/v1/organisations/${BRANCH}/people`)
    expect(before.people.find((row) => row.person === me.person)).toMatchObject({
      name: '申请人·乙',
      affiliation: 'claimed',
      confirmed: null,
    })
    expect((await secretary.call('GET', `${url}/path`)).status).toBe(404)
    expect((await secretary.call('POST', `${url}/class-hours`, hours())).status).toBe(404)

    const confirmed = await secretary.call('POST', `${url}/affiliation-confirmations`, {
      requestId: newRequestId(),
      belongs: true,
    })
    expect(confirmed.status).toBe(201)
    const recorded = await secretary.call('POST', `${url}/class-hours`, hours())
    expect(recorded.status).toBe(201)
    const early = classHours(await get<PathReply>(youth, '/v1/me/path'))
    expect(early).toMatchObject({ have: 0, state: 'not-yet', who: 'committee-officer', reason: 'not-activist' })
    expect(early.entries[0]).toMatchObject({
      fate: 'not-counted',
      reason: 'before-activist',
      texts: { content: '第五、六课' },
    })

    // The fact, on the day of the class: from that day on hours count.
    const activist = {
      requestId: newRequestId(),
      on: '2026-03-01',
      way: 'nomination',
      approvedBy: '校团委（示例）',
      paperSeen: true,
    }
    expect((await officer.call('POST', `${url}/activist`, { ...activist, paperSeen: false })).body).toMatchObject({
      code: 'paper-not-seen',
    })
    expect((await officer.call('POST', `${url}/activist`, activist)).status).toBe(201)
    expect(classHours(await get<PathReply>(youth, '/v1/me/path'))).toMatchObject({ have: 20, reason: 'hours-missing' })

    // The same words for the secretary.
    const mine = await get<PathReply>(youth, '/v1/me/path')
    const theirs = await get<PersonPathReply>(secretary, `${url}/path`)
    expect(theirs.path).toEqual(mine)
    expect(theirs.may).toEqual({ recordClassHours: true, recordActivist: false })

    // A wrong entry is corrected by a new one that names it.
    const { id } = recorded.body as { id: string }
    const corrected = await secretary.call(
      'POST',
      `${url}/class-hours/${id}/corrections`,
      hours({ tenths: 15, reason: '记多了' }),
    )
    expect(corrected.status).toBe(201)
    const after = classHours(await get<PathReply>(youth, '/v1/me/path'))
    expect(after.have).toBe(15)
    expect(after.entries.find((entry) => entry.id === id)).toMatchObject({
      fate: 'not-counted',
      reason: 'corrected',
      correctedBy: (corrected.body as { id: string }).id,
    })
    const again = await secretary.call(
      'POST',
      `${url}/class-hours/${id}/corrections`,
      hours({ tenths: 10, reason: '再改' }),
    )
    expect(again.body).toMatchObject({ status: 422, code: 'entry-already-corrected' })

    const data = await get<MyDataReply>(youth, '/v1/me/data')
    expect(data.affiliations.map((row) => row.act)).toEqual(['claimed', 'confirmed'])
    expect(data.steps).toEqual([{ step: 'activist', on: '2026-03-01', approvedBy: '校团委（示例）' }])
    expect(data.accesses.map((row) => [row.office, row.what])).toContainEqual(['branch-secretary', 'path'])

    const numbers = await get<OverviewReply>(officer, '/v1/overview?organisation=SH-X01')
    expect(numbers.rows.find((row) => row.organisation.code === BRANCH)).toMatchObject({
      claimed: 0,
      confirmed: 2,
      activists: 2,
    })
  })

  it('deletes what is kept about a person and leaves the facts', async () => {
    const youth = await asPersona(api, 'applicant-b')
    const me = await get<MeReply>(youth, '/v1/me')
    expect((await youth.call('DELETE', '/v1/me', { requestId: newRequestId() })).status).toBe(204)
    expect((await youth.call('GET', '/v1/me')).status).toBe(401)
    const { db } = api.district()
    expect(await db.selectFrom('ledger').select('id').where('person_id', '=', me.person).execute()).toHaveLength(2)
    expect(
      await db.selectFrom('fact_text').select('fact_id').where('person_id', '=', me.person).execute(),
    ).toHaveLength(0)
    expect(await db.selectFrom('profile').select('name').where('person_id', '=', me.person).execute()).toHaveLength(0)
    expect(await db.selectFrom('erasure').select('cause').where('person_id', '=', me.person).execute()).toEqual([
      { cause: 'own-request' },
    ])
    // The same persona afterwards is somebody new.
    const fresh = await get<MeReply>(await asPersona(api, 'applicant-b'), '/v1/me')
    expect(fresh.person).not.toBe(me.person)
    expect(fresh.profile).toBeNull()
  })
})
