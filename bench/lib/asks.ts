import type { OverviewReply, PeopleReply } from '#contract/organisation'
import type { PathReply } from '#contract/path'
import type { SessionReply } from '#contract/session'
import type { Connection } from './api-process'
import { benchPerson, BRANCH_SIZE, ENTRIES, placesOf, type BenchPerson } from './people'
import { anyone, self, type Stand } from './stand'

/** One's own path. */
export function askPath(stand: Stand, caller: number, person: BenchPerson): Promise<Buffer> {
  return get(stand, caller, person, '/v1/me/path')
}

/** The list of a branch, for its secretary. */
export function askList(stand: Stand, caller: number): Promise<Buffer> {
  return get(stand, caller, benchPerson('secretary'), `/v1/organisations/${placesOf(stand.pack).listed}/people`)
}

/** The whole district in numbers, for its officer. */
export function askOverview(stand: Stand, caller: number): Promise<Buffer> {
  return get(stand, caller, benchPerson('officer'), `/v1/overview?organisation=${placesOf(stand.pack).district}`)
}

/** A sign-in with a fresh login code. */
export async function signIn(stand: Stand, phones: readonly Connection[], caller: number): Promise<void> {
  const code = stand.standin.issueCode(anyone(stand).openid)
  const reply = await phone(phones, caller).ask('POST', '/v1/sessions', {
    expect: 201,
    headers: { 'x-district': stand.pack.slug },
    body: { code },
  })
  if ((parse(reply) as SessionReply).token.length !== 43) throw new Error('A sign-in gave no token.')
}

/** What is measured is an answer: all that the rows say, counted. */
export async function assertAnswers(stand: Stand): Promise<void> {
  const { facts, texts, report } = parse(await askPath(stand, 0, self(stand, 0))) as PathReply
  const list = parse(await askList(stand, 0)) as PeopleReply
  const overview = parse(await askOverview(stand, 0)) as OverviewReply
  const hours = report.requirements.find(({ rule }) => rule === 'class-hours')
  const counted = hours?.entries.filter(({ fate }) => fate === 'counted').length
  const said = facts.acts.length + facts.entries.length + facts.grades.length
  expect('class hours counted', counted, ENTRIES.classes)
  expect('entries', facts.entries.length, ENTRIES.classes + ENTRIES.services)
  expect('facts with their words', Object.keys(texts).length, said)
  expect('grades', facts.grades.length, 2)
  expect('rows of the list', list.people.length, BRANCH_SIZE)
  const reports = list.people.filter(({ confirmed }) => confirmed?.requirements[0]?.state === 'met')
  expect('rows of the list with what they lack', reports.length, BRANCH_SIZE)
  expect(
    'people of the overview',
    overview.rows.reduce((sum, { claimed, confirmed }) => sum + claimed + confirmed, 0),
    stand.size.people,
  )
}

function expect(what: string, found: number | undefined, expected: number): void {
  if (found !== expected) throw new Error(`${what}: ${String(found)}, and not ${expected}.`)
}

function get(stand: Stand, caller: number, { token }: BenchPerson, url: string): Promise<Buffer> {
  return phone(stand.phones, caller).ask('GET', url, { expect: 200, headers: { authorization: `Bearer ${token}` } })
}

function parse(reply: Buffer): unknown {
  return JSON.parse(reply.toString('utf8'))
}

function phone(phones: readonly Connection[], caller: number): Connection {
  const connection = phones[caller]
  if (!connection) throw new RangeError(`There is no connection ${caller}.`)
  return connection
}
