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

function classHours({ report }: PathReply) {
  const found = report.requirements.find(({ rule }) => rule === 'class-hours')
  if (!found) throw new Error('no requirement')
  return found
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

/** The demo's own story, and one walked in it from the first claim to hours that count. */
describe('the line', () => {
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
    const amounts = new Map(path.facts.entries.map(({ id, amount }) => [id, amount]))
    expect(classHours(path).entries.map(({ id, fate, reason }) => [amounts.get(id), fate, reason])).toEqual([
      [20, 'counted', null],
      [20, 'counted', null],
      [10, 'not-counted', 'before-activist'],
    ])
    expect(path.report).toMatchObject({ activistOn: '2026-01-01', ready: false, application: { onPaper: true } })
    expect(path.report.turn).toMatchObject({ who: 'applicant', act: 'collect' })
  })

  it('has a persona at each step of the way', async () => {
    const at = async (persona: string) => {
      const { report } = await get<PathReply>(await asPersona(api, persona), '/v1/me/path')
      const { turn, application, ready } = report
      return [application.state, turn.who, turn.act, turn.since, turn.due, ready]
    }
    // The demo began on 2 March 2026; now it is the 3rd.
    expect(await at('applicant-b')).toEqual([
      'none',
      'branch-secretary',
      'confirm-affiliation',
      '2026-02-28',
      '2026-03-07',
      false,
    ])
    expect(await at('applicant-c')).toEqual([
      'submitted',
      'branch-secretary',
      'confirm-paper',
      '2026-02-28',
      null,
      false,
    ])
    expect(await at('applicant-d')).toEqual(['applied', 'branch-secretary', 'talk', '2026-02-05', '2026-03-05', false])
    expect(await at('applicant-e')).toEqual([
      'nominated',
      'committee-officer',
      'answer-nomination',
      '2026-02-24',
      '2026-03-26',
      false,
    ])
    expect(await at('applicant-f')).toEqual(['training', 'branch-secretary', 'propose', null, null, true])
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
    expect(before.people.find((row) => row.person === me.person)).toEqual({
      person: me.person,
      name: '申请人·乙',
      needsReason: false,
      affiliation: 'claimed',
      since: '2026-02-28',
      due: '2026-03-07',
      organisation: expect.objectContaining({ code: BRANCH }) as unknown,
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
    const { id } = recorded.body as { id: string }
    const early = await get<PathReply>(youth, '/v1/me/path')
    // Nobody applied yet: that comes before hours can count, and it is the applicant's own step.
    expect(classHours(early)).toMatchObject({ have: 0, state: 'not-yet', who: 'applicant', reason: 'not-activist' })
    expect(classHours(early).entries).toEqual([{ id, fate: 'not-counted', reason: 'before-activist' }])
    expect(early.texts[id]).toEqual({ content: '第五、六课', witness: '团支书·丙' })
    expect(early.report.turn).toMatchObject({ who: 'applicant', act: 'apply' })

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
    const after = await get<PathReply>(youth, '/v1/me/path')
    expect(classHours(after)).toMatchObject({ have: 20, who: 'applicant', reason: 'hours-missing' })
    expect(after.report.trail.slice(0, 5).map(({ id: step, state }) => [step, state])).toEqual([
      ['submitted', 'skipped'],
      ['applied', 'skipped'],
      ['talked', 'skipped'],
      ['activist', 'done'],
      ['mentored', 'current'],
    ])

    // The same words for the secretary, and what each office may do now.
    const mine = await get<PathReply>(youth, '/v1/me/path')
    const theirs = await get<PersonPathReply>(secretary, `${url}/path`)
    expect(theirs.path).toEqual(mine)
    expect(theirs.may).toEqual([
      'name-mentors',
      'record-class-hours',
      'record-volunteer-hours',
      'record-civics',
      'correct-branch-steps',
    ])
    // A minor: the committee says why, and the youth reads it.
    expect((await officer.call('GET', `${url}/path`)).body).toMatchObject({ status: 422, code: 'reason-needed' })
    const above = await get<PersonPathReply>(officer, `${url}/path?reason=help`)
    expect([above.name, above.may, above.path]).toEqual(['申请人·乙', ['correct-committee-steps'], mine])

    // A wrong entry is corrected by a new one that names it.
    const corrected = await secretary.call(
      'POST',
      `${url}/class-hours/${id}/corrections`,
      hours({ tenths: 15, reason: '记多了' }),
    )
    expect(corrected.status).toBe(201)
    const changed = await get<PathReply>(youth, '/v1/me/path')
    expect(classHours(changed).have).toBe(15)
    expect(classHours(changed).entries.find((entry) => entry.id === id)).toEqual({
      id,
      fate: 'not-counted',
      reason: 'corrected',
    })
    const { id: by } = corrected.body as { id: string }
    expect(changed.facts.entries.find((entry) => entry.id === by)).toMatchObject({ corrects: id, amount: 15 })
    expect(changed.texts[by]).toEqual({ content: '第五、六课', witness: '团支书·丙', reason: '记多了' })
    const again = await secretary.call(
      'POST',
      `${url}/class-hours/${id}/corrections`,
      hours({ tenths: 10, reason: '再改' }),
    )
    expect(again.body).toMatchObject({ status: 422, code: 'entry-already-corrected' })

    const data = await get<MyDataReply>(youth, '/v1/me/data')
    expect(data.affiliations.map((row) => row.act)).toEqual(['claimed', 'confirmed'])
    expect([data.facts, data.texts]).toEqual([changed.facts, changed.texts])
    const [act] = data.facts.acts
    expect(data.facts.acts).toHaveLength(1)
    expect(act).toMatchObject({ act: 'activist', on: '2026-03-01', onPaper: true, way: 'nomination' })
    expect(data.texts[act?.id ?? '']).toEqual({ approvedBy: '校团委（示例）' })
    const accesses = data.accesses.map((row) => [row.office, row.what, row.reason])
    expect(accesses).toContainEqual(['branch-secretary', 'path', null])
    expect(accesses).toContainEqual(['committee-officer', 'path', 'help'])

    const numbers = await get<OverviewReply>(officer, '/v1/overview?organisation=SH-X01')
    expect(numbers.rows.find((row) => row.organisation.code === BRANCH)).toMatchObject({
      claimed: 0,
      confirmed: 6,
      steps: { none: 0, submitted: 1, applied: 1, talked: 0, nominated: 1, activist: 1, training: 2 },
      overdue: { affiliation: 0, talk: 0, nomination: 0 },
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
