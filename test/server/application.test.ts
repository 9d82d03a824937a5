import type { MeReply, MyDataReply } from '#contract/me'
import type { OverviewReply, PeopleReply } from '#contract/organisation'
import type { PathReply, PersonPathReply } from '#contract/path'
import type { ApplicationState } from '#domain/application/acts'
import { standingFromFacts } from '../../server/queries/rebuild-standing'
import {
  activist,
  answer,
  BIRTH_DATE,
  classHours,
  confirmedPerson,
  giveOffice,
  idOf,
  must,
  newPerson,
  saveProfile,
  signIn,
  type Somebody,
} from './kit/people'
import { newName } from './kit/names'
import {
  application,
  approved,
  bringTo,
  DAY,
  grade,
  mentors,
  nomination,
  onPaper,
  paper,
  returned,
  stepCorrection,
  talk,
  volunteerHours,
  withdrawal,
  type State,
} from './kit/way'
import { newRequestId, startApi, type Answer, type Caller, type TestApi } from './support'

/** The steps 0 to 5 over HTTP: the whole way, and every refusal on it with its code, facts and rule. */

const BRANCH = 'SH-X01-2'
const OTHER_BRANCH = 'SH-X01-1'
/** The tests' day is 3 March 2026. */
const TODAY = '2026-03-03'

let api: TestApi
let secretary: Somebody
let elsewhere: Somebody
let officer: Somebody

beforeAll(async () => {
  api = await startApi()
  secretary = await newPerson(api, { office: { role: 'branch-secretary', organisation: BRANCH } })
  elsewhere = await newPerson(api, { office: { role: 'branch-secretary', organisation: OTHER_BRANCH } })
  officer = await newPerson(api, { office: { role: 'committee-officer', organisation: 'SH-X01' } })
})
beforeEach(async () => {
  setDay(TODAY)
  // Here it's about what, not about how often.
  await api.deps.platform.deleteFrom('attempt').execute()
})
afterAll(async () => {
  const { db } = api.district()
  const kept = await db.selectFrom('standing').selectAll().orderBy('person_id').execute()
  // Whatever was done above, the projection is what the facts say.
  expect(kept).toEqual(await standingFromFacts(db))
  await api.close()
})

/** Nine in the morning of a day at +08:00. */
function setDay(day: string): void {
  api.setNow(Date.parse(`${day}T09:00:00+08:00`))
}

const profile = (more: object = {}) => ({ name: newName(), organisation: BRANCH, ...more })
const member = (more: object = {}) => confirmedPerson(api, secretary, profile(more))
const offices = () => ({ secretary, officer })
/** A member who got as far as a state, with the acts' ids. */
async function memberAt(state: State, more: object = {}) {
  const somebody = await member(more)
  return { somebody, of: `/v1/people/${somebody.person}`, ids: await bringTo(state, somebody, offices()) }
}

async function pathOf(who: Caller): Promise<PathReply> {
  return must(200, 200, await who.call('GET', '/v1/me/path')).body as PathReply
}
const reportOf = async (who: Caller) => (await pathOf(who)).report
const problemOf = ({ status, body }: Answer) => {
  const { code, facts } = body as { code: string; facts: unknown }
  return [status, code, facts]
}
const refusal = (code: string, facts: object = {}) => [422, code, facts]

describe('the whole way', () => {
  it('from the first tap to the day on which everything is there', async () => {
    let youth = await newPerson(api, { profile: profile() })
    const of = `/v1/people/${youth.person}`
    expect((await reportOf(youth)).turn).toEqual({
      who: 'branch-secretary',
      act: 'confirm-affiliation',
      since: TODAY,
      due: '2026-03-10',
      rule: 'affiliation.within',
    })

    // 0: submitted, also before the branch has answered; once, tapped twice or resent.
    const sent = application({ words: '  想和大家一起做事  ' })
    const submitted = idOf(await youth.call('POST', '/v1/me/application', sent))
    expect(idOf(await youth.call('POST', '/v1/me/application', sent))).toBe(submitted)
    expect(problemOf(await youth.call('POST', '/v1/me/application', application()))).toEqual(
      refusal('out-of-order', { act: 'submitted', state: 'submitted' }),
    )
    must(201, 201, await answer(secretary, youth.person, true))
    const after0 = await pathOf(youth)
    expect(after0.texts).toEqual({ [submitted]: { words: '想和大家一起做事' } })
    expect(after0.facts).toMatchObject({ occupation: 'pupil', acts: [{ id: submitted, act: 'submitted', on: TODAY }] })
    expect(after0.report).toMatchObject({
      application: { state: 'submitted', since: TODAY, talkDue: null },
      turn: { who: 'branch-secretary', act: 'confirm-paper', since: TODAY, due: null },
    })
    expect(after0.report.trail.slice(0, 3).map(({ state, on }) => [state, on])).toEqual([
      ['done', TODAY],
      ['current', null],
      ['ahead', null],
    ])

    // 1: the paper counts, with the day on which it was there and the birth date that is written on it.
    const applied = idOf(
      await secretary.call('POST', `${of}/paper`, paper({ on: DAY, birthDate: '2009-08-18', receivedBy: '团支书·丙' })),
    )
    expect((await youth.call('GET', '/v1/me')).body).toMatchObject({
      profile: { birthDate: '2009-08-18', birthDateConfirmed: true, occupation: 'pupil' },
    })
    expect(await pathOf(youth)).toMatchObject({
      facts: { birthDate: '2009-08-18' },
      texts: { [applied]: { receivedBy: '团支书·丙' } },
      report: {
        application: { state: 'applied', since: TODAY, talkDue: '2026-04-01' },
        turn: { who: 'branch-secretary', act: 'talk', since: TODAY, due: '2026-04-01', rule: 'talk.within' },
      },
    })

    // 2: the talk.
    setDay('2026-03-10')
    const talked = idOf(await secretary.call('POST', `${of}/talk`, talk({ on: '2026-03-09' })))
    expect(await pathOf(youth)).toMatchObject({
      texts: { [talked]: { by: '团支书·丙', content: '谈入团动机（示例）' } },
      report: {
        application: { state: 'talked', since: '2026-03-10', talkDue: null },
        turn: { who: 'branch-secretary', act: 'nominate', since: '2026-03-10', due: null },
      },
    })

    // 3: nominated, returned with a reason, nominated again, approved.
    const first = idOf(
      await secretary.call('POST', `${of}/nomination`, nomination({ on: '2026-03-10', way: 'points' })),
    )
    expect(await reportOf(youth)).toMatchObject({
      application: { state: 'nominated', since: '2026-03-10' },
      turn: { who: 'committee-officer', act: 'answer-nomination', due: '2026-04-09', rule: 'activist.within' },
    })
    const waiting = (await officer.call('GET', '/v1/organisations/SH-X01/people?only=nominated')).body as PeopleReply
    expect(waiting.people.map(({ person }) => person)).toContain(youth.person)
    setDay('2026-03-12')
    const no = idOf(await officer.call('POST', `${of}/nomination/answer`, returned({ on: '2026-03-12' })))
    const back = await pathOf(youth)
    expect(back.texts[no]).toEqual({ why: '材料不全（示例）' })
    expect(back.report).toMatchObject({
      application: { state: 'talked', since: '2026-03-12', returned: no },
      turn: { who: 'branch-secretary', act: 'nominate', since: '2026-03-12' },
    })
    expect(back.report.requirements.find(({ rule }) => rule === 'admission.ways')?.reason).toBe('nomination-returned')
    setDay('2026-03-16')
    const second = idOf(
      await secretary.call('POST', `${of}/nomination`, nomination({ on: '2026-03-15', way: 'review' })),
    )
    expect((await reportOf(youth)).application.returned).toBeNull()
    const yes = idOf(await officer.call('POST', `${of}/nomination/answer`, approved({ on: '2026-03-16' })))
    const approvedPath = await pathOf(youth)
    expect(approvedPath.texts).toMatchObject({
      [first]: { minutes: '支委会同意推荐（示例）' },
      [second]: { minutes: '支委会同意推荐（示例）' },
      [yes]: { approvedBy: '校团委（示例）' },
    })
    expect(approvedPath.report).toMatchObject({
      activistOn: '2026-03-16',
      application: { state: 'activist', since: '2026-03-16', onPaper: false },
      turn: { who: 'branch-secretary', act: 'name-mentors', since: '2026-03-16' },
      earliest: { on: '2026-06-16' },
    })
    expect(approvedPath.report.requirements.find(({ rule }) => rule === 'admission.ways')).toMatchObject({
      state: 'met',
      value: 'review',
    })

    // 4: mentors; only how many stands in the fact.
    const named = idOf(
      await secretary.call(
        'POST',
        `${of}/mentors`,
        mentors({
          on: '2026-03-16',
          mentors: [
            { name: ' 联系人甲 ', membership: 'league' },
            { name: '联系人乙', membership: 'party' },
          ],
        }),
      ),
    )
    const training = await pathOf(youth)
    expect(training.texts[named]).toEqual({
      mentor1: '联系人甲',
      membership1: 'league',
      mentor2: '联系人乙',
      membership2: 'party',
    })
    expect(training.facts.acts.find(({ id }) => id === named)).toMatchObject({ act: 'mentored', people: 2 })
    expect(training.report).toMatchObject({ application: { state: 'training' }, turn: { act: 'collect' } })

    // 5: class hours in person from that day on, hours of service, a grade, three months.
    const record = async (what: string, body: object) => idOf(await secretary.call('POST', `${of}/${what}`, body))
    await record('class-hours', classHours({ on: '2026-03-15', tenths: 40 }))
    await record('class-hours', classHours({ on: '2026-03-16', tenths: 1, mode: 'online' }))
    await record('class-hours', classHours({ on: '2026-03-16', tenths: 79 }))
    await record('volunteer-hours', volunteerHours({ on: '2026-03-01', minutes: 480 }))
    await record('volunteer-hours', volunteerHours({ on: '2026-03-02', minutes: 480 }))
    await record('volunteer-hours', volunteerHours({ on: '2025-12-31', minutes: 480 }))
    await record('volunteer-hours', volunteerHours({ on: '2026-03-08', minutes: 239 }))
    await record('civics-grades', grade({ on: '2026-03-16', grade: '中' }))
    const states = (report: PathReply['report']) =>
      Object.fromEntries(report.requirements.map(({ rule, state, have }) => [rule, [state, have]]))
    expect(states(await reportOf(youth))).toEqual({
      'class-hours': ['not-yet', 79],
      'volunteer-hours': ['not-yet', 1199],
      civics: ['not-yet', 0],
      'training.months': ['not-yet', 0],
      'admission.ways': ['met', 1],
    })
    // A poor grade names no day on which the next one comes.
    expect((await reportOf(youth)).earliest).toEqual({ on: null, by: ['civics'] })
    setDay('2026-03-20')
    await record('class-hours', classHours({ on: '2026-03-20', tenths: 1 }))
    await record('volunteer-hours', volunteerHours({ on: '2026-03-20', minutes: 1 }))
    await record('civics-grades', grade({ on: '2026-03-20', grade: '良' }))
    const complete = await reportOf(youth)
    expect(states(complete)).toEqual({
      'class-hours': ['met', 80],
      'volunteer-hours': ['met', 1200],
      civics: ['met', 1],
      'training.months': ['not-yet', 4],
      'admission.ways': ['met', 1],
    })
    expect(complete).toMatchObject({
      ready: false,
      turn: { who: 'time', act: 'wait', since: '2026-03-16', due: '2026-06-16', rule: 'training.months' },
      earliest: { on: '2026-06-16', by: ['training.months'] },
    })

    // The day before the three months are over, and the day on which they are.
    setDay('2026-06-15')
    youth = await signIn(api, youth)
    expect(await reportOf(youth)).toMatchObject({ ready: false, earliest: { on: '2026-06-16' } })
    setDay('2026-06-16')
    const ready = await reportOf(youth)
    expect(ready).toMatchObject({
      ready: true,
      turn: { who: 'branch-secretary', act: 'propose' },
      earliest: { on: '2026-06-16', by: [] },
    })
    expect(ready.trail.slice(0, 8).map(({ id, state, on }) => [id, state, on])).toEqual([
      ['submitted', 'done', TODAY],
      ['applied', 'done', DAY],
      ['talked', 'done', '2026-03-09'],
      ['activist', 'done', '2026-03-16'],
      ['mentored', 'done', '2026-03-16'],
      ['training', 'done', null],
      ['candidate', 'current', null],
      ['pre-reviewed', 'ahead', null],
    ])

    // The same for the branch, in a list of its own, and in what the youth reads about themselves.
    const branch = await signIn(api, secretary)
    const seen = (await branch.call('GET', `${of}/path`)).body as PersonPathReply
    expect(seen.path).toEqual(await pathOf(youth))
    const list = (await branch.call('GET', `/v1/organisations/${BRANCH}/people`)).body as PeopleReply
    expect(list.people.find(({ person }) => person === youth.person)?.confirmed).toMatchObject({
      state: 'training',
      activistOn: '2026-03-16',
      ready: true,
      turn: { act: 'propose' },
    })
    const data = (await youth.call('GET', '/v1/me/data')).body as MyDataReply
    expect(data.facts.acts.map(({ act }) => act)).toEqual([
      'submitted',
      'applied',
      'talked',
      'nominated',
      'returned',
      'nominated',
      'activist',
      'mentored',
    ])
  })

  it('three months from 30 November end on the last day of February', async () => {
    setDay('2026-11-30')
    const [branch, committee] = [await signIn(api, secretary), await signIn(api, officer)]
    const youth = await confirmedPerson(api, branch, profile())
    const of = `/v1/people/${youth.person}`
    await onPaper(committee, youth.person, { on: '2026-11-30' })
    const record = async (what: string, body: object) => idOf(await branch.call('POST', `${of}/${what}`, body))
    await record('mentors', mentors({ on: '2026-11-30' }))
    await record('class-hours', classHours({ on: '2026-11-30', tenths: 80 }))
    for (const on of ['2026-10-01', '2026-10-02', '2026-10-03']) {
      await record('volunteer-hours', volunteerHours({ on, minutes: 400 }))
    }
    await record('civics-grades', grade())
    for (const [day, ready] of [
      ['2027-02-27', false],
      ['2027-02-28', true],
      // The hours of 2026 count in 2027, the last full year, and no longer in 2028.
      ['2027-12-31', true],
      ['2028-01-01', false],
    ] as const) {
      setDay(day)
      const report = await reportOf(await signIn(api, youth))
      expect([day, report.ready, report.requirements.every(({ state }) => state === 'met')]).toEqual([
        day,
        ready,
        ready,
      ])
    }
  })

  it('moves the earliest day with every day that passes, until somebody is an activist', async () => {
    const youth = await member()
    const of = `/v1/people/${youth.person}`
    const earliest = async () => (await reportOf(youth)).earliest.on
    expect(await earliest()).toBe('2026-06-03')
    setDay('2026-03-10')
    expect(await earliest()).toBe('2026-06-10')
    await bringTo('nominated', youth, offices())
    expect(await earliest()).toBe('2026-06-10')
    const yes = idOf(await officer.call('POST', `${of}/nomination/answer`, approved({ on: '2026-03-05' })))
    expect(await earliest()).toBe('2026-06-05')
    setDay('2026-03-20')
    expect(await earliest()).toBe('2026-06-05')
    // Taken back, it moves again; and another day of the approval is another end.
    idOf(await officer.call('POST', `${of}/steps/${yes}/corrections`, stepCorrection()))
    expect(await earliest()).toBe('2026-06-20')
    idOf(await officer.call('POST', `${of}/nomination/answer`, approved({ on: '2026-03-02' })))
    expect(await earliest()).toBe('2026-06-02')
    // A poor grade: nobody knows when the next one is given.
    must(200, 200, await saveProfile(youth, { ...profile(), occupation: 'pupil' } as never))
    idOf(await secretary.call('POST', `${of}/civics-grades`, grade({ grade: '中' })))
    expect((await reportOf(youth)).earliest).toEqual({ on: null, by: ['civics'] })
  })

  it('ends with a withdrawal, and begins anew', async () => {
    const { somebody: youth, of } = await memberAt('training')
    const class1 = idOf(await secretary.call('POST', `${of}/class-hours`, classHours({ on: DAY, tenths: 80 })))
    setDay('2026-03-04')
    idOf(await youth.call('POST', '/v1/me/application/withdrawal', withdrawal()))
    const withdrawn = await pathOf(youth)
    expect(withdrawn.report).toMatchObject({
      application: { state: 'none', since: '2026-03-04', withdrawnOn: '2026-03-04' },
      activistOn: null,
      turn: { who: 'applicant', act: 'apply' },
    })
    // Nothing is forgotten; the hours no longer follow an activist.
    expect(withdrawn.facts.acts).toHaveLength(7)
    expect(withdrawn.report.requirements[0]).toMatchObject({
      rule: 'class-hours',
      have: 0,
      entries: [{ id: class1, fate: 'not-counted', reason: 'before-activist' }],
    })
    expect(problemOf(await youth.call('POST', '/v1/me/application/withdrawal', withdrawal()))).toEqual(
      refusal('out-of-order', { act: 'withdrawn', state: 'none' }),
    )
    setDay('2026-03-05')
    idOf(await youth.call('POST', '/v1/me/application', application({ occupation: 'employed', words: '' })))
    const anew = await pathOf(youth)
    expect(anew.report).toMatchObject({
      application: { state: 'submitted', since: '2026-03-05', withdrawnOn: '2026-03-04' },
    })
    expect(anew.report.trail.slice(0, 2).map(({ state }) => state)).toEqual(['done', 'current'])
    // Nothing said is no text; what somebody does now is another thing than before.
    expect(anew.texts[anew.facts.acts[7]?.id ?? '']).toBeUndefined()
    expect(anew.report.requirements.find(({ rule }) => rule === 'civics')?.state).toBe('not-applicable')
    // The paper of the new application isn't older than the end of the one before.
    expect(problemOf(await secretary.call('POST', `${of}/paper`, paper({ on: '2026-03-03' })))).toEqual(
      refusal('day-before-step', { earliest: '2026-03-04', step: 'withdrawn' }),
    )
    idOf(await secretary.call('POST', `${of}/paper`, paper({ on: '2026-03-04' })))
    idOf(await secretary.call('POST', `${of}/talk`, talk({ on: '2026-03-05' })))
    idOf(await secretary.call('POST', `${of}/nomination`, nomination({ on: '2026-03-05' })))
    idOf(await officer.call('POST', `${of}/nomination/answer`, approved({ on: '2026-03-05' })))
    expect((await reportOf(youth)).requirements[0]).toMatchObject({ have: 0, state: 'not-yet' })
    idOf(await secretary.call('POST', `${of}/class-hours`, classHours({ on: '2026-03-05', tenths: 80 })))
    expect((await reportOf(youth)).requirements[0]).toMatchObject({ have: 80, state: 'met' })
  })
})

/** Every act, ready to be taken about (or by) somebody. */
const TAKE: Readonly<Record<string, (who: Somebody) => Promise<Answer>>> = {
  submitted: (who) => who.call('POST', '/v1/me/application', application()),
  applied: (who) => secretary.call('POST', `/v1/people/${who.person}/paper`, paper()),
  talked: (who) => secretary.call('POST', `/v1/people/${who.person}/talk`, talk()),
  nominated: (who) => secretary.call('POST', `/v1/people/${who.person}/nomination`, nomination()),
  returned: (who) => officer.call('POST', `/v1/people/${who.person}/nomination/answer`, returned()),
  activist: (who) => officer.call('POST', `/v1/people/${who.person}/nomination/answer`, approved()),
  mentored: (who) => secretary.call('POST', `/v1/people/${who.person}/mentors`, mentors()),
  withdrawn: (who) => who.call('POST', '/v1/me/application/withdrawal', withdrawal()),
}

/** From each state, what may follow and where it leads; read without the code that decides. */
const ORDER: Readonly<Record<ApplicationState, Readonly<Record<string, ApplicationState>>>> = {
  none: { submitted: 'submitted' },
  submitted: { applied: 'applied', withdrawn: 'none' },
  applied: { talked: 'talked', withdrawn: 'none' },
  talked: { nominated: 'nominated', withdrawn: 'none' },
  nominated: { returned: 'talked', activist: 'activist', withdrawn: 'none' },
  activist: { mentored: 'training', withdrawn: 'none' },
  training: { withdrawn: 'none' },
}
const STATES = Object.keys(ORDER) as ApplicationState[]

describe('out of order', () => {
  it.each(STATES)('from %s: what may follow is taken, everything else refused', async (state) => {
    // Of age, so that a refusal tells its facts to the committee as well.
    const grown = { birthDate: '2000-05-05' }
    const begin = async () => {
      const somebody = await member(grown)
      if (state !== 'none') await bringWith(state, somebody, grown)
      return somebody
    }
    const stays = await begin()
    for (const [act, take] of Object.entries(TAKE)) {
      const leadsTo = ORDER[state][act]
      if (leadsTo === undefined) {
        expect([act, ...problemOf(await take(stays))]).toEqual([act, ...refusal('out-of-order', { act, state })])
      } else {
        const moves = await begin()
        expect([act, (await takeGrown(act, moves)).status]).toEqual([act, 201])
        expect([act, (await reportOf(moves)).application.state]).toEqual([act, leadsTo])
      }
    }
    // Nothing of all that was refused left anything.
    expect((await reportOf(stays)).application.state).toBe(state)
  })

  /** As `TAKE`, with the grown-ups' birth date on the paper. */
  function takeGrown(act: string, who: Somebody): Promise<Answer> {
    if (act !== 'applied') return (TAKE[act] as (typeof TAKE)[string])(who)
    return secretary.call('POST', `/v1/people/${who.person}/paper`, paper({ birthDate: '2000-05-05' }))
  }

  async function bringWith(state: State, who: Somebody, { birthDate }: { birthDate: string }): Promise<void> {
    idOf(await who.call('POST', '/v1/me/application', application()))
    if (state === 'submitted') return
    idOf(await secretary.call('POST', `/v1/people/${who.person}/paper`, paper({ birthDate })))
    for (const [reached, act] of [
      ['applied', ''],
      ['talked', 'talked'],
      ['nominated', 'nominated'],
      ['activist', 'activist'],
      ['training', 'mentored'],
    ] as const) {
      if (act !== '') idOf(await (TAKE[act] as (typeof TAKE)[string])(who))
      if (reached === state) return
    }
  }
})

describe('0, submitting', () => {
  it('needs a branch, which need not have answered', async () => {
    const newcomer = await newPerson(api)
    const submit = (who: Somebody) => who.call('POST', '/v1/me/application', application())
    expect(problemOf(await submit(newcomer))).toEqual(refusal('organisation-missing'))
    const declined = await newPerson(api, { profile: profile() })
    must(201, 201, await answer(secretary, declined.person, false))
    expect(problemOf(await submit(declined))).toEqual(refusal('organisation-missing'))
    expect((await submit(await newPerson(api, { profile: profile() }))).status).toBe(201)
  })

  it('is for those under 29: on the eve of that birthday yes, on it no', async () => {
    const submit = async (birthDate: string) =>
      problemOf(await (await newPerson(api, { profile: profile({ birthDate }) })).call(...SUBMIT()))
    expect(await submit('1997-03-03')).toEqual(refusal('over-age', { maximum: 28, rule: 'application.age-max' }))
    expect((await submit('1997-03-04'))[0]).toBe(201)
  })

  const SUBMIT = () => ['POST', '/v1/me/application', application()] as const

  it('says what one does, and that is kept', async () => {
    for (const occupation of ['pupil', 'student', 'employed', 'other']) {
      const youth = await newPerson(api, { profile: profile() })
      idOf(await youth.call('POST', '/v1/me/application', application({ occupation })))
      expect((await youth.call('GET', '/v1/me')).body).toMatchObject({ profile: { occupation } })
    }
  })

  it('withdrawing asks for no branch: who was declined meanwhile can', async () => {
    const youth = await newPerson(api, { profile: profile() })
    idOf(await youth.call('POST', '/v1/me/application', application()))
    must(201, 201, await answer(secretary, youth.person, false))
    expect((await youth.call('POST', '/v1/me/application/withdrawal', withdrawal())).status).toBe(201)
  })
})

describe('1, the paper', () => {
  const confirm = async (more: object) => {
    const { somebody, of } = await memberAt('submitted')
    return { somebody, got: await secretary.call('POST', `${of}/paper`, paper(more)) }
  }

  it.each([
    ['tomorrow', { on: '2026-03-04' }, 'day-in-future', { today: TODAY }],
    [
      'the eve of the 14th birthday',
      { on: '2026-03-01', birthDate: '2012-03-02' },
      'too-young',
      { minimum: 14, from: '2026-03-02', rule: 'application.age-min' },
    ],
    [
      'of who was born on 29 February, on 28 February',
      { on: '2026-02-28', birthDate: '2012-02-29' },
      'too-young',
      { minimum: 14, from: '2026-03-01', rule: 'application.age-min' },
    ],
    [
      'the 29th birthday',
      { on: '2026-03-01', birthDate: '1997-03-01' },
      'over-age',
      { maximum: 28, rule: 'application.age-max' },
    ],
    ['before the birth', { on: '2026-03-01', birthDate: '2026-03-02' }, 'birth-date-invalid', {}],
  ] as const)('%s is refused', async (_what, more, code, facts) => {
    const { somebody, got } = await confirm(more)
    expect(problemOf(got)).toEqual(refusal(code, facts))
    // And nothing of the paper was kept.
    expect((await somebody.call('GET', '/v1/me')).body).toMatchObject({
      profile: { birthDate: BIRTH_DATE, birthDateConfirmed: false },
    })
  })

  it.each([
    ['today', { on: TODAY }],
    ['the 14th birthday', { on: '2026-03-01', birthDate: '2012-03-01' }],
    ['of who was born on 29 February, on 1 March', { on: '2026-03-01', birthDate: '2012-02-29' }],
    ['the eve of the 29th birthday', { on: '2026-03-01', birthDate: '1997-03-02' }],
    // It may have been handed in before the tap in the app.
    ['a year before the tap', { on: '2025-03-01' }],
  ] as const)('%s is taken', async (_what, more) => {
    expect((await confirm(more)).got.status).toBe(201)
  })

  it.each([
    ['/on', { on: '2026-02-30' }],
    ['/birthDate', { birthDate: '2009-02-29' }],
  ])('a day that isn’t one is bad input: %s', async (field, more) => {
    expect(problemOf((await confirm(more)).got)).toEqual([400, 'invalid-input', { field }])
  })

  it('decides about the birth date, and its owner can’t change it any more', async () => {
    const { somebody: youth, got } = await confirm({ birthDate: '2009-08-18' })
    const applied = idOf(got)
    const me = async () => ((await youth.call('GET', '/v1/me')).body as MeReply).profile
    const save = (birthDate: string, more: object = {}) =>
      youth.call('PUT', '/v1/me/profile', {
        requestId: newRequestId(),
        ...profile(),
        birthDate,
        township: null,
        ...more,
      })
    expect(await me()).toMatchObject({ birthDate: '2009-08-18', birthDateConfirmed: true })
    expect(problemOf(await save(BIRTH_DATE))).toEqual(refusal('birth-date-confirmed'))
    expect((await save('2009-08-18')).status).toBe(200)
    expect(await me()).toMatchObject({ birthDate: '2009-08-18', birthDateConfirmed: true })

    // Corrected, the new one holds; taken back, what they had said at first holds again, and is theirs to change.
    const of = `/v1/people/${youth.person}`
    const change = { act: 'applied', on: DAY, receivedBy: '团支书·丙', birthDate: '2009-08-19' }
    const corrected = idOf(await secretary.call('POST', `${of}/steps/${applied}/corrections`, stepCorrection(change)))
    expect(await me()).toMatchObject({ birthDate: '2009-08-19', birthDateConfirmed: true })
    expect(problemOf(await save('2009-08-18'))).toEqual(refusal('birth-date-confirmed'))
    idOf(await secretary.call('POST', `${of}/steps/${corrected}/corrections`, stepCorrection()))
    expect(await me()).toMatchObject({ birthDate: BIRTH_DATE, birthDateConfirmed: false })
    expect((await save('2009-08-20')).status).toBe(200)
    expect(await me()).toMatchObject({ birthDate: '2009-08-20', birthDateConfirmed: false })
  })

  it('a withdrawal gives the birth date back to its owner', async () => {
    const { somebody: youth } = await confirm({})
    idOf(await youth.call('POST', '/v1/me/application/withdrawal', withdrawal()))
    expect((await youth.call('GET', '/v1/me')).body).toMatchObject({ profile: { birthDateConfirmed: false } })
    expect((await saveProfile(youth, profile({ birthDate: '2009-01-01' }))).status).toBe(200)
  })

  it('decides about what one does: a bad grade isn’t gone by saying that one has no such course', async () => {
    const { somebody: youth, got } = await confirm({ occupation: 'student' })
    expect(got.status).toBe(201)
    const save = (more: object) =>
      youth.call('PUT', '/v1/me/profile', {
        requestId: newRequestId(),
        ...profile(),
        birthDate: BIRTH_DATE,
        township: null,
        ...more,
      })
    const occupation = async () => ((await youth.call('GET', '/v1/me')).body as MeReply).profile?.occupation
    expect(await occupation()).toBe('student')
    for (const other of ['pupil', 'employed', null]) {
      expect([other, ...problemOf(await save({ occupation: other }))]).toEqual([
        other,
        ...refusal('occupation-confirmed'),
      ])
    }
    // What stays the same, or isn't said, goes through.
    expect((await save({ occupation: 'student' })).status).toBe(200)
    expect((await save({})).status).toBe(200)
    expect(await occupation()).toBe('student')
  })
})

describe('2, the talk', () => {
  it.each([
    ['before the paper', '2026-02-28', 'day-before-step', { earliest: DAY, step: 'applied' }],
    ['tomorrow', '2026-03-04', 'day-in-future', { today: TODAY }],
  ])('%s is refused', async (_what, on, code, facts) => {
    const { of } = await memberAt('applied')
    expect(problemOf(await secretary.call('POST', `${of}/talk`, talk({ on })))).toEqual(refusal(code, facts))
  })

  it.each([DAY, TODAY])('on the day of the paper, or today: %s', async (on) => {
    const { of } = await memberAt('applied')
    expect((await secretary.call('POST', `${of}/talk`, talk({ on }))).status).toBe(201)
  })

  it('late is late and yet taken', async () => {
    const { somebody: youth, of } = await memberAt('applied')
    setDay('2026-04-01')
    expect((await reportOf(youth)).turn.due).toBe('2026-04-01')
    setDay('2026-04-02')
    expect((await reportOf(await signIn(api, youth))).turn).toMatchObject({ act: 'talk', due: '2026-04-01' })
    const branch = await signIn(api, secretary)
    expect((await branch.call('POST', `${of}/talk`, talk({ on: '2026-04-02' }))).status).toBe(201)
  })
})

describe('3, nominating and its answer', () => {
  it.each([
    ['two members', { members: 2 }, 'branch-too-small', { minimum: 3, rule: 'branch.min-members' }],
    ['before the talk', { on: '2026-02-28' }, 'day-before-step', { earliest: DAY, step: 'talked' }],
    ['tomorrow', { on: '2026-03-04' }, 'day-in-future', { today: TODAY }],
  ])('%s is refused', async (_what, more, code, facts) => {
    const { of } = await memberAt('talked')
    expect(problemOf(await secretary.call('POST', `${of}/nomination`, nomination(more)))).toEqual(refusal(code, facts))
  })

  it.each([3, 6, 7])('a branch of %i may nominate', async (members) => {
    const { somebody, of } = await memberAt('talked')
    const id = idOf(await secretary.call('POST', `${of}/nomination`, nomination({ members })))
    const { facts } = await pathOf(somebody)
    expect(facts.acts.find((act) => act.id === id)).toMatchObject({ people: members, way: 'nomination' })
  })

  it('the answer isn’t before the nomination, nor the next nomination before a no', async () => {
    const grown = { birthDate: '2000-05-05' }
    const somebody = await member(grown)
    const of = `/v1/people/${somebody.person}`
    idOf(await somebody.call('POST', '/v1/me/application', application()))
    idOf(await secretary.call('POST', `${of}/paper`, paper({ birthDate: '2000-05-05', on: '2026-02-20' })))
    idOf(await secretary.call('POST', `${of}/talk`, talk({ on: '2026-02-21' })))
    idOf(await secretary.call('POST', `${of}/nomination`, nomination({ on: '2026-02-25' })))
    const reply = (body: object) => officer.call('POST', `${of}/nomination/answer`, body)
    for (const body of [approved({ on: '2026-02-24' }), returned({ on: '2026-02-24' })]) {
      expect(problemOf(await reply(body))).toEqual(
        refusal('day-before-step', { earliest: '2026-02-25', step: 'nominated' }),
      )
    }
    expect(problemOf(await reply(approved({ on: '2026-03-04' })))).toEqual(refusal('day-in-future', { today: TODAY }))
    expect(problemOf(await reply(approved({ on: '2026-02-30' })))).toEqual([
      400,
      'invalid-input',
      { field: '/answer/on' },
    ])
    idOf(await reply(returned({ on: '2026-02-27' })))
    const again = (on: string) => secretary.call('POST', `${of}/nomination`, nomination({ on }))
    expect(problemOf(await again('2026-02-26'))).toEqual(
      refusal('day-before-step', { earliest: '2026-02-27', step: 'returned' }),
    )
    expect((await again('2026-02-27')).status).toBe(201)
  })

  it('is never answered by who nominated, in whichever office', async () => {
    const both = await newPerson(api, { office: { role: 'branch-secretary', organisation: BRANCH } })
    await giveOffice(api, both.person, { role: 'committee-officer', organisation: 'SH-X01' })
    const { somebody, of } = await memberAt('talked')
    idOf(await both.call('POST', `${of}/nomination`, nomination()))
    for (const body of [approved(), returned()]) {
      expect(problemOf(await both.call('POST', `${of}/nomination/answer`, body))).toEqual(refusal('own-nomination'))
    }
    // Also when another secretary has put it right in between, and when they put right another one's.
    const waiting = (await pathOf(await signIn(api, somebody))).facts.acts.find(({ act }) => act === 'nominated')
    const right = { act: 'nominated', on: DAY, way: 'review', members: 9, minutes: '另一次会议' }
    idOf(await secretary.call('POST', `${of}/steps/${waiting?.id ?? ''}/corrections`, stepCorrection(right)))
    expect(problemOf(await both.call('POST', `${of}/nomination/answer`, approved()))).toEqual(refusal('own-nomination'))
    const other = await memberAt('nominated')
    idOf(await both.call('POST', `${other.of}/steps/${other.ids.nominated ?? ''}/corrections`, stepCorrection(right)))
    expect(problemOf(await both.call('POST', `${other.of}/nomination/answer`, approved()))).toEqual(
      refusal('own-nomination'),
    )
    // Nor recorded around: not as if it had been on paper, and not after somebody else's no.
    const around = () => both.call('POST', `${of}/activist`, activist())
    expect(problemOf(await around())).toEqual(refusal('own-nomination'))
    idOf(await officer.call('POST', `${of}/nomination/answer`, returned()))
    expect(problemOf(await around())).toEqual(refusal('own-nomination'))
    idOf(await secretary.call('POST', `${of}/nomination`, nomination()))
    expect((await officer.call('POST', `${of}/nomination/answer`, approved())).status).toBe(201)
  })

  it('tells the committee nothing about a minor in a refusal before it has opened the row with a reason', async () => {
    const { of } = await memberAt('talked')
    const early = () => officer.call('POST', `${of}/activist`, activist({ on: '2020-01-01' }))
    const inTurn = () => officer.call('POST', `${of}/nomination/answer`, approved())
    expect(problemOf(await early())).toEqual(refusal('day-too-early'))
    expect(problemOf(await inTurn())).toEqual(refusal('out-of-order'))
    must(200, 200, await officer.call('GET', `${of}/path?reason=nomination`))
    expect(problemOf(await early())).toEqual(refusal('day-too-early', { earliest: '2023-08-17' }))
    expect(problemOf(await inTurn())).toEqual(refusal('out-of-order', { act: 'activist', state: 'talked' }))
    // A day later that is past; another officer never opened it.
    setDay('2026-03-05')
    expect(problemOf(await inTurn())).toEqual(refusal('out-of-order'))
    setDay(TODAY)
    const colleague = await newPerson(api, { office: { role: 'committee-officer', organisation: 'SH-X01' } })
    expect(problemOf(await colleague.call('POST', `${of}/activist`, activist({ on: '2020-01-01' })))).toEqual(
      refusal('day-too-early'),
    )
  })

  it('ends when the applicant moves: paper and talk go along, the new branch nominates anew', async () => {
    const { somebody: youth, of } = await memberAt('nominated')
    must(200, 200, await saveProfile(youth, profile({ organisation: OTHER_BRANCH })))
    // In between neither branch nor committee can do anything about it.
    expect((await officer.call('POST', `${of}/nomination/answer`, approved())).status).toBe(404)
    expect((await secretary.call('GET', `${of}/path`)).status).toBe(404)
    must(201, 201, await answer(elsewhere, youth.person, true))
    const moved = await pathOf(youth)
    expect(moved.report).toMatchObject({
      application: { state: 'talked' },
      turn: { who: 'branch-secretary', act: 'nominate' },
    })
    expect(moved.texts[moved.report.application.returned ?? '']?.why).toMatch(/重新推荐/)
    expect(problemOf(await officer.call('POST', `${of}/nomination/answer`, approved()))[1]).toBe('out-of-order')
    expect((await elsewhere.call('POST', `${of}/nomination`, nomination({ on: TODAY }))).status).toBe(201)
    expect((await officer.call('POST', `${of}/nomination/answer`, approved({ on: TODAY }))).status).toBe(201)
    // Who only comes back to the branch that nominated keeps the nomination.
    const back = await memberAt('nominated')
    must(200, 200, await saveProfile(back.somebody, profile({ organisation: OTHER_BRANCH })))
    must(200, 200, await saveProfile(back.somebody, profile()))
    must(201, 201, await answer(secretary, back.somebody.person, true))
    expect((await reportOf(back.somebody)).application.state).toBe('nominated')
  })
})

describe('4, mentors', () => {
  const named = (count: number, more: object = {}) =>
    mentors({
      mentors: Array.from({ length: count }, (_, n) => ({ name: `联系人${String(n)}`, membership: 'league' })),
      ...more,
    })

  it.each([0, 3])('%i of them are refused', async (count) => {
    const { of } = await memberAt('activist')
    expect(problemOf(await secretary.call('POST', `${of}/mentors`, named(count)))).toEqual(
      refusal('mentors-out-of-range', { minimum: 1, maximum: 2, rule: 'mentors.count' }),
    )
  })

  it.each([1, 2])('%i of them are named', async (count) => {
    const { of } = await memberAt('activist')
    expect((await secretary.call('POST', `${of}/mentors`, named(count))).status).toBe(201)
  })

  it('the same one twice, a day before, and a day to come are refused', async () => {
    const { of } = await memberAt('activist')
    const twice = { mentors: ['联系人甲', ' 联系人甲 '].map((name) => ({ name, membership: 'league' })) }
    for (const [more, code, facts] of [
      [twice, 'mentors-repeated', {}],
      [{ on: '2026-02-28' }, 'day-before-step', { earliest: DAY, step: 'activist' }],
      [{ on: '2026-03-04' }, 'day-in-future', { today: TODAY }],
    ] as const) {
      expect(problemOf(await secretary.call('POST', `${of}/mentors`, mentors(more)))).toEqual(refusal(code, facts))
    }
  })
})

describe('5, hours and grades', () => {
  it.each([
    ['volunteer-hours', volunteerHours, { minutes: 0 }, 'minutes-out-of-range', { minimum: 1, maximum: 480 }],
    ['volunteer-hours', volunteerHours, { minutes: 481 }, 'minutes-out-of-range', { minimum: 1, maximum: 480 }],
    ['volunteer-hours', volunteerHours, { on: '2026-03-04' }, 'day-in-future', { today: TODAY }],
    ['class-hours', classHours, { tenths: 0 }, 'amount-out-of-range', { minimum: 1, maximum: 80 }],
    ['class-hours', classHours, { tenths: 81 }, 'amount-out-of-range', { minimum: 1, maximum: 80 }],
    ['class-hours', classHours, { on: '2023-07-31' }, 'day-too-early', { earliest: '2023-08-01' }],
    ['civics-grades', grade, { grade: 'A' }, 'grade-not-offered', {}],
    ['civics-grades', grade, { on: '2026-03-04' }, 'day-in-future', { today: TODAY }],
  ] as const)('%s: %j is refused', async (what, body, more, code, facts) => {
    const { person } = await member()
    const got = await secretary.call('POST', `/v1/people/${person}/${what}`, body(more))
    expect(problemOf(got)).toEqual(refusal(code, facts))
  })

  it.each([
    ['volunteer-hours', volunteerHours, { minutes: 1 }],
    ['volunteer-hours', volunteerHours, { minutes: 480, on: TODAY }],
    ['class-hours', classHours, { tenths: 1 }],
    ['class-hours', classHours, { tenths: 80, on: TODAY }],
    ['class-hours', classHours, { on: '2023-08-01' }],
    ['civics-grades', grade, { grade: '不及格' }],
  ] as const)('%s: %j is taken', async (what, body, more) => {
    const { person } = await member()
    expect((await secretary.call('POST', `/v1/people/${person}/${what}`, body(more))).status).toBe(201)
  })

  it('a grade isn’t recorded for who has no such course', async () => {
    for (const occupation of ['employed', 'other']) {
      const youth = await member()
      idOf(await youth.call('POST', '/v1/me/application', application({ occupation })))
      const of = `/v1/people/${youth.person}`
      expect(problemOf(await secretary.call('POST', `${of}/civics-grades`, grade()))).toEqual(
        refusal('civics-not-applicable'),
      )
      const { may } = (await secretary.call('GET', `${of}/path`)).body as PersonPathReply
      expect(may).not.toContain('record-civics')
    }
  })

  it.each([
    ['class-hours', classHours, 'tenths', 80, 30],
    ['volunteer-hours', volunteerHours, 'minutes', 480, 200],
  ] as const)(
    '%s: a day holds what a day can hold, however many entries it has',
    async (what, body, unit, most, part) => {
      const { person } = await member()
      const of = `/v1/people/${person}/${what}`
      const record = (amount: number, more: object = {}, url = of) =>
        secretary.call('POST', url, body({ [unit]: amount, ...more }))
      const first = idOf(await record(part))
      const full = (there: number) => refusal('day-full', { requirement: what, there, maximum: most })
      expect(problemOf(await record(most - part + 1))).toEqual(full(part))
      idOf(await record(most - part))
      expect(problemOf(await record(1))).toEqual(full(most))
      // Another day has room; a correction makes some on this one, and takes up what it says.
      idOf(await record(most, { on: '2026-03-02' }))
      const correct = (amount: number) => record(amount, { reason: '记错了' }, `${of}/${first}/corrections`)
      expect(problemOf(await correct(part + 1))).toEqual(full(most - part))
      idOf(await correct(part - 1))
      expect(problemOf(await record(2))).toEqual(full(most - 1))
      idOf(await record(1))
    },
  )

  it('are corrected by new entries: once each, with a reason, also to nothing', async () => {
    const youth = await member()
    const of = `/v1/people/${youth.person}`
    const record = async (url: string, body: object) => secretary.call('POST', `${of}/${url}`, body)
    const service = idOf(await record('volunteer-hours', volunteerHours()))
    const given = idOf(await record('civics-grades', grade()))
    const because = { reason: '记错了' }
    for (const [url, same, other, struck] of [
      [
        `volunteer-hours/${service}`,
        volunteerHours(because),
        volunteerHours({ ...because, minutes: 90 }),
        volunteerHours({ ...because, minutes: 0 }),
      ],
      [
        `civics-grades/${given}`,
        grade(because),
        grade({ ...because, grade: '优' }),
        grade({ ...because, grade: null }),
      ],
    ] as const) {
      const [kind = ''] = url.split('/')
      expect(problemOf(await record(`${url}/corrections`, same))).toEqual(refusal('correction-changes-nothing'))
      const corrected = idOf(await record(`${url}/corrections`, other))
      const twice = { ...other, requestId: newRequestId() }
      expect(problemOf(await record(`${url}/corrections`, twice))).toEqual(refusal('entry-already-corrected'))
      const gone = idOf(await record(`${kind}/${corrected}/corrections`, struck))
      const strike = { ...struck, requestId: newRequestId() }
      expect(problemOf(await record(`${kind}/${gone}/corrections`, strike))).toEqual(refusal('entry-not-correctable'))
    }
    const { report, texts } = await pathOf(youth)
    const fates = (rule: string) =>
      report.requirements.find((one) => one.rule === rule)?.entries.map(({ reason }) => reason)
    expect(fates('volunteer-hours')?.sort()).toEqual(['corrected', 'corrected', 'struck'])
    expect(fates('civics')?.sort()).toEqual(['corrected', 'corrected', 'struck'])
    expect(Object.values(texts).filter(({ reason }) => reason === '记错了')).toHaveLength(4)
    // An entry of one kind is none of the other.
    const hours = idOf(await record('class-hours', classHours()))
    expect(problemOf(await record(`volunteer-hours/${hours}/corrections`, volunteerHours(because)))).toEqual(
      refusal('entry-not-correctable'),
    )
  })

  it('who becomes an activist in the middle of a course keeps what came after, and the rest when the day is corrected', async () => {
    const youth = await member()
    const of = `/v1/people/${youth.person}`
    for (const on of ['2026-02-10', '2026-02-20']) {
      idOf(await secretary.call('POST', `${of}/class-hours`, classHours({ on, tenths: 40 })))
    }
    const id = await onPaper(officer, youth.person, { on: '2026-02-20' })
    const have = async () => (await reportOf(youth)).requirements[0]?.have
    expect(await have()).toBe(40)
    const change = { act: 'activist', on: '2026-02-10', approvedBy: '校团委（示例）' }
    idOf(await officer.call('POST', `${of}/steps/${id}/corrections`, stepCorrection(change)))
    expect(await have()).toBe(80)
  })
})

describe('correcting a step', () => {
  const correct = (by: Caller, of: string, step: string | undefined, change: object = { act: 'void' }) =>
    by.call('POST', `${of}/steps/${step ?? ''}/corrections`, stepCorrection(change))

  const CHANGES = {
    applied: { act: 'applied', on: DAY, receivedBy: '团支书·丁', birthDate: BIRTH_DATE },
    talked: { act: 'talked', on: DAY, by: '团支书·丁', content: '另一番话' },
    nominated: { act: 'nominated', on: DAY, way: 'review', members: 9, minutes: '另一次会议' },
    activist: { act: 'activist', on: DAY, approvedBy: '另一次会议' },
    training: { act: 'mentored', on: DAY, mentors: [{ name: '联系人乙', membership: 'party' }] },
  } as const
  type Corrected = keyof typeof CHANGES
  const OFFICE: Readonly<Record<Corrected, 'secretary' | 'officer'>> = {
    applied: 'secretary',
    talked: 'secretary',
    nominated: 'secretary',
    activist: 'officer',
    training: 'secretary',
  }

  it.each(Object.keys(CHANGES) as Corrected[])('%s: only by the office that takes it', async (state) => {
    const { somebody, of, ids } = await memberAt(state)
    const [right, wrong] = OFFICE[state] === 'secretary' ? [secretary, officer] : [officer, secretary]
    expect((await correct(wrong, of, ids[state], CHANGES[state])).status).toBe(404)
    expect((await correct(elsewhere, of, ids[state], CHANGES[state])).status).toBe(404)
    expect((await correct(somebody, of, ids[state], CHANGES[state])).status).toBe(422)
    const id = idOf(await correct(right, of, ids[state], CHANGES[state]))
    const { facts, texts, report } = await pathOf(somebody)
    // The wrong one stays readable, the new one names it and says why.
    expect(facts.acts.map((act) => [act.id, act.corrects]).slice(-2)).toEqual([
      [ids[state], null],
      [id, ids[state]],
    ])
    expect(texts[id]).toMatchObject({ reason: '记错了（示例）' })
    expect(report.application.state).toBe(state)
    // Once: the wrong one can't be corrected again, the new one can.
    expect((await correct(right, of, ids[state], CHANGES[state])).body).toMatchObject({
      code: 'entry-already-corrected',
    })
    expect((await correct(right, of, id, CHANGES[state])).status).toBe(201)
  })

  it.each([
    ['applied', 'submitted'],
    ['talked', 'applied'],
    ['nominated', 'talked'],
    ['activist', 'nominated'],
    ['training', 'activist'],
  ] as const)('%s, taken back, is %s again and can be taken anew', async (state, before) => {
    const { somebody, of, ids } = await memberAt(state)
    const by = OFFICE[state] === 'secretary' ? secretary : officer
    idOf(await correct(by, of, ids[state]))
    expect((await reportOf(somebody)).application.state).toBe(before)
    const act = state === 'training' ? 'mentored' : state
    const retaken = (TAKE[act] as (typeof TAKE)[string])(somebody)
    expect((await retaken).status).toBe(201)
    expect((await reportOf(somebody)).application.state).toBe(state)
  })

  it('a no of the committee is the committee’s to correct', async () => {
    const { somebody, of } = await memberAt('nominated')
    const no = idOf(await officer.call('POST', `${of}/nomination/answer`, returned()))
    expect((await correct(secretary, of, no)).status).toBe(404)
    const other = idOf(await correct(officer, of, no, { act: 'returned', on: DAY, why: '另一个理由' }))
    expect((await pathOf(somebody)).texts[other]).toMatchObject({ why: '另一个理由' })
    expect((await reportOf(somebody)).application.returned).toBe(other)
    idOf(await correct(officer, of, other))
    expect((await reportOf(somebody)).application).toMatchObject({ state: 'nominated', returned: null })
  })

  it('only the newest is taken back; what lies before can be replaced, between its neighbours', async () => {
    const somebody = await member()
    const of = `/v1/people/${somebody.person}`
    idOf(await somebody.call('POST', '/v1/me/application', application()))
    const applied = idOf(await secretary.call('POST', `${of}/paper`, paper({ on: '2026-02-10' })))
    const talked = idOf(await secretary.call('POST', `${of}/talk`, talk({ on: '2026-02-15' })))
    idOf(await secretary.call('POST', `${of}/nomination`, nomination({ on: '2026-02-20' })))
    expect(problemOf(await correct(secretary, of, talked))).toEqual(refusal('act-not-last'))
    expect(problemOf(await correct(secretary, of, applied))).toEqual(refusal('act-not-last'))
    const to = (on: string) => correct(secretary, of, talked, { ...CHANGES.talked, on })
    expect(problemOf(await to('2026-02-09'))).toEqual(
      refusal('day-before-step', { earliest: '2026-02-10', step: 'applied' }),
    )
    expect(problemOf(await to('2026-02-21'))).toEqual(
      refusal('day-after-step', { latest: '2026-02-20', step: 'nominated' }),
    )
    const changed = idOf(await to('2026-02-20'))
    const paperTo = (on: string) => correct(secretary, of, applied, { ...CHANGES.applied, on })
    expect(problemOf(await paperTo('2026-02-21'))).toEqual(
      refusal('day-after-step', { latest: '2026-02-20', step: 'talked' }),
    )
    idOf(await paperTo('2026-02-20'))
    expect(problemOf(await correct(secretary, of, changed, { ...CHANGES.talked, on: '2026-02-19' }))).toEqual(
      refusal('day-before-step', { earliest: '2026-02-20', step: 'applied' }),
    )
    expect((await reportOf(somebody)).application.state).toBe('nominated')
  })

  it('asks what the act itself was asked', async () => {
    const { of, ids } = await memberAt('training')
    const paperOf = (birthDate: string) => ({ ...CHANGES.applied, birthDate })
    for (const [step, change, code, facts] of [
      [
        ids.applied,
        paperOf('2012-03-02'),
        'too-young',
        { minimum: 14, from: '2026-03-02', rule: 'application.age-min' },
      ],
      [ids.applied, paperOf('1997-03-01'), 'over-age', { maximum: 28, rule: 'application.age-max' }],
      [ids.applied, CHANGES.talked, 'step-not-correctable', {}],
      // What the committee has answered is no longer the branch's to reword.
      [ids.nominated, CHANGES.nominated, 'step-not-correctable', {}],
      [
        ids.training,
        { ...CHANGES.training, mentors: [] },
        'mentors-out-of-range',
        { minimum: 1, maximum: 2, rule: 'mentors.count' },
      ],
      [ids.training, { ...CHANGES.training, on: '2026-03-04' }, 'day-in-future', { today: TODAY }],
    ] as const) {
      expect(problemOf(await correct(secretary, of, step, change))).toEqual(refusal(code, facts))
    }
    const waiting = await memberAt('nominated')
    const fewer = { ...CHANGES.nominated, members: 2 }
    expect(problemOf(await correct(secretary, waiting.of, waiting.ids.nominated, fewer))).toEqual(
      refusal('branch-too-small', { minimum: 3, rule: 'branch.min-members' }),
    )
  })

  it('restarts no clock: it is waited since the act that it stands for', async () => {
    const { somebody, of, ids } = await memberAt('nominated')
    setDay('2026-03-20')
    idOf(await correct(secretary, of, ids.nominated, CHANGES.nominated))
    expect((await reportOf(somebody)).turn).toMatchObject({ act: 'answer-nomination', since: TODAY, due: '2026-04-02' })
  })

  it('never touches what the applicant did, nor an application that was withdrawn', async () => {
    const { somebody, of, ids } = await memberAt('talked')
    expect(problemOf(await correct(secretary, of, ids.submitted))).toEqual(refusal('step-not-correctable'))
    const out = idOf(await somebody.call('POST', '/v1/me/application/withdrawal', withdrawal()))
    for (const step of [ids.applied, ids.talked, out]) {
      expect(problemOf(await correct(secretary, of, step))).toEqual(refusal('step-not-correctable'))
      expect(problemOf(await correct(secretary, of, step, CHANGES.talked))).toEqual(refusal('step-not-correctable'))
    }
    expect((await reportOf(somebody)).application.state).toBe('none')
  })
})

describe('recorded from paper (补录)', () => {
  it('skips what the app never saw, at any point of the way, once', async () => {
    for (const state of [null, 'submitted', 'applied', 'talked', 'nominated'] as const) {
      const somebody = await member()
      if (state) await bringTo(state, somebody, offices())
      await onPaper(officer, somebody.person, { on: DAY, way: 'points' })
      const report = await reportOf(somebody)
      expect(report).toMatchObject({ activistOn: DAY, application: { state: 'activist', onPaper: true } })
      const done = ['submitted', 'applied', 'talked', 'nominated'].indexOf(state ?? '')
      expect(report.trail.slice(0, 5).map((step) => step.state)).toEqual([
        done >= 0 ? 'done' : 'skipped',
        done >= 1 ? 'done' : 'skipped',
        done >= 2 ? 'done' : 'skipped',
        'done',
        'current',
      ])
      must(200, 200, await officer.call('GET', `/v1/people/${somebody.person}/path?reason=help`))
      const again = await officer.call('POST', `/v1/people/${somebody.person}/activist`, activist())
      expect(problemOf(again)).toEqual(refusal('already-activist', { since: DAY }))
      expect((await secretary.call('POST', `/v1/people/${somebody.person}/mentors`, mentors())).status).toBe(201)
    }
  })

  it('needs the paper to have been seen, a way that is offered, and a day on which it can have been', async () => {
    const { person } = await member({ birthDate: '2000-05-05' })
    for (const [more, code, facts] of [
      [{ paperSeen: false }, 'paper-not-seen', {}],
      [{ on: '2026-03-04' }, 'day-in-future', { today: TODAY }],
      [{ on: '2014-05-04' }, 'day-too-early', { earliest: '2014-05-05' }],
    ] as const) {
      const got = await officer.call('POST', `/v1/people/${person}/activist`, activist(more))
      expect(problemOf(got)).toEqual(refusal(code, facts))
    }
    await onPaper(officer, person, { on: '2014-05-05' })
  })

  it('doesn’t reach behind what the app saw: three months would be over at once', async () => {
    const somebody = await member({ birthDate: '2000-05-05' })
    const of = `/v1/people/${somebody.person}`
    idOf(await somebody.call('POST', '/v1/me/application', application()))
    idOf(await secretary.call('POST', `${of}/paper`, paper({ on: '2026-02-20', birthDate: '2000-05-05' })))
    const record = (on: string) => officer.call('POST', `${of}/activist`, activist({ on }))
    expect(problemOf(await record('2026-02-19'))).toEqual(
      refusal('day-before-step', { earliest: '2026-02-20', step: 'applied' }),
    )
    const id = idOf(await record('2026-02-20'))
    const change = { act: 'activist', on: '2026-02-19', approvedBy: '校团委（示例）' }
    expect(problemOf(await officer.call('POST', `${of}/steps/${id}/corrections`, stepCorrection(change)))).toEqual(
      refusal('day-before-step', { earliest: '2026-02-20', step: 'applied' }),
    )
    idOf(await somebody.call('POST', '/v1/me/application/withdrawal', withdrawal()))
    expect(problemOf(await record('2026-03-02'))).toEqual(
      refusal('day-before-step', { earliest: TODAY, step: 'withdrawn' }),
    )
  })

  it('is corrected by the committee, in its day and its way, or taken back', async () => {
    const somebody = await member()
    const of = `/v1/people/${somebody.person}`
    const id = await onPaper(officer, somebody.person, { on: '2026-02-01' })
    const change = { act: 'activist', on: '2026-01-15', approvedBy: '另一次会议', way: 'review' }
    const corrections = (step: string, what: object) =>
      officer.call('POST', `${of}/steps/${step}/corrections`, stepCorrection(what))
    expect((await secretary.call('POST', `${of}/steps/${id}/corrections`, stepCorrection(change))).status).toBe(404)
    const other = idOf(await corrections(id, change))
    expect(await reportOf(somebody)).toMatchObject({ activistOn: '2026-01-15', application: { onPaper: true } })
    expect((await pathOf(somebody)).facts.acts[1]).toMatchObject({ way: 'review', onPaper: true, corrects: id })
    idOf(await corrections(other, { act: 'void' }))
    expect(await reportOf(somebody)).toMatchObject({ activistOn: null, application: { state: 'none', onPaper: false } })
    expect((await somebody.call('POST', '/v1/me/application', application())).status).toBe(201)
  })
})

describe('what a screen may offer', () => {
  it.each([
    ['submitted', ['confirm-paper']],
    ['applied', ['talk']],
    ['talked', ['nominate']],
    ['nominated', []],
    ['activist', ['name-mentors']],
    ['training', []],
  ] as const)('the secretary, at %s', async (state, next) => {
    const { of } = await memberAt(state)
    const { may } = (await secretary.call('GET', `${of}/path`)).body as PersonPathReply
    expect(may).toEqual([
      ...next,
      'record-class-hours',
      'record-volunteer-hours',
      'record-civics',
      'correct-branch-steps',
    ])
  })

  it.each([
    ['submitted', ['record-activist']],
    ['nominated', ['answer-nomination', 'record-activist']],
    ['activist', []],
    ['training', []],
  ] as const)('the officer, at %s', async (state, next) => {
    const { of } = await memberAt(state)
    const { may } = (await officer.call('GET', `${of}/path?reason=help`)).body as PersonPathReply
    expect(may).toEqual([...next, 'correct-committee-steps'])
  })

  it('nothing to the district’s officer; no corrections where nothing was done', async () => {
    const above = await newPerson(api, { office: { role: 'district-officer', organisation: 'SH' } })
    const { person } = await member()
    const mayOf = async (who: Caller) =>
      ((await who.call('GET', `/v1/people/${person}/path?reason=inspection`)).body as PersonPathReply).may
    expect(await mayOf(above)).toEqual([])
    expect(await mayOf(secretary)).toEqual(['record-class-hours', 'record-volunteer-hours', 'record-civics'])
    expect(await mayOf(officer)).toEqual(['record-activist'])
  })
})

describe('another county’s decisions', () => {
  it('where the committee is only told (备案), the nomination makes an activist', async () => {
    const there = await startApi({ rules: { 'activist.approval': 'file', 'admission.ways': ['review', 'points'] } })
    const branch = await newPerson(there, { office: { role: 'branch-secretary', organisation: BRANCH } })
    const committee = await newPerson(there, { office: { role: 'committee-officer', organisation: 'SH-X01' } })
    const youth = await confirmedPerson(there, branch, profile())
    const of = `/v1/people/${youth.person}`
    await bringTo('talked', youth, { secretary: branch, officer: committee })
    const nominate = (more: object) => branch.call('POST', `${of}/nomination`, nomination(more))
    expect(problemOf(await nominate({ way: 'nomination' }))).toEqual(refusal('way-not-offered'))
    const body = nomination({ way: 'points' })
    const id = idOf(await branch.call('POST', `${of}/nomination`, body))
    const path = await pathOf(youth)
    expect(path.facts.acts.slice(-2)).toMatchObject([
      { id, act: 'nominated', way: 'points' },
      { act: 'activist', way: 'points', on: DAY, onPaper: false },
    ])
    expect(path.report).toMatchObject({ activistOn: DAY, turn: { who: 'branch-secretary', act: 'name-mentors' } })
    // Sent again it is the same one; nothing is left to be answered.
    expect(idOf(await branch.call('POST', `${of}/nomination`, body))).toBe(id)
    must(200, 200, await committee.call('GET', `${of}/path?reason=nomination`))
    expect(problemOf(await committee.call('POST', `${of}/nomination/answer`, approved()))).toEqual(
      refusal('out-of-order', { act: 'activist', state: 'activist' }),
    )
    const numbers = (await committee.call('GET', '/v1/overview?organisation=SH-X01')).body as OverviewReply
    expect(numbers.rows.find((row) => row.organisation.code === BRANCH)?.steps).toMatchObject({
      nominated: 0,
      activist: 1,
    })
    const { db } = there.district()
    const kept = await db.selectFrom('standing').selectAll().orderBy('person_id').execute()
    expect(kept).toEqual(await standingFromFacts(db))
    await there.close()
  })

  it('other hours, a wish instead of a condition, no grades, no months: without a change of code', async () => {
    const there = await startApi({
      rules: {
        'class-hours': { tenths: 20 },
        'volunteer-hours': { minutes: 60, gate: 'soft' },
        civics: { requiredOf: [], scale: ['优'], good: ['优'] },
        'training.months': 0,
        'mentors.count': { minimum: 2, maximum: 3 },
        'branch.min-members': 5,
      },
    })
    const branch = await newPerson(there, { office: { role: 'branch-secretary', organisation: BRANCH } })
    const committee = await newPerson(there, { office: { role: 'committee-officer', organisation: 'SH-X01' } })
    const youth = await confirmedPerson(there, branch, profile())
    const of = `/v1/people/${youth.person}`
    await bringTo('talked', youth, { secretary: branch, officer: committee })
    expect(problemOf(await branch.call('POST', `${of}/nomination`, nomination({ members: 4 })))).toEqual(
      refusal('branch-too-small', { minimum: 5, rule: 'branch.min-members' }),
    )
    idOf(await branch.call('POST', `${of}/nomination`, nomination({ members: 5 })))
    idOf(await committee.call('POST', `${of}/nomination/answer`, approved()))
    expect(problemOf(await branch.call('POST', `${of}/mentors`, mentors()))).toEqual(
      refusal('mentors-out-of-range', { minimum: 2, maximum: 3, rule: 'mentors.count' }),
    )
    const two = mentors({ mentors: ['甲', '乙'].map((name) => ({ name, membership: 'party' })) })
    idOf(await branch.call('POST', `${of}/mentors`, two))
    expect(problemOf(await branch.call('POST', `${of}/civics-grades`, grade({ grade: '优' })))).toEqual(
      refusal('civics-not-applicable'),
    )
    idOf(await branch.call('POST', `${of}/class-hours`, classHours({ on: DAY, tenths: 20 })))
    const { report } = await pathOf(youth)
    expect(report.requirements.map(({ rule, state, gate }) => [rule, state, gate])).toEqual([
      ['class-hours', 'met', 'hard'],
      ['volunteer-hours', 'not-yet', 'soft'],
      ['civics', 'not-applicable', 'hard'],
      ['training.months', 'not-applicable', 'hard'],
      ['admission.ways', 'met', 'hard'],
    ])
    expect([report.ready, report.turn.act]).toEqual([true, 'propose'])
    await there.close()
  })
})
