import type { RouteKey } from '#domain/access/permissions'
import type { Role } from '#domain/access/roles'
import type { TestApi } from '../support'
import { classHours, confirmedPerson, idOf, newPerson, type Somebody } from './people'
import { isOfCheckIn, readyForCheckIn } from './check-ins'
import { isOfEvents, isOfVenues, newHall, readyForEvent, type Hall } from './events'
import { newName } from './names'
import type { Names, Route } from './routes'
import { application, bringTo, grade, volunteerHours, type State } from './way'

/** A branch with its secretary, and the officer above it; and a venue. */
export interface Branch {
  readonly api: TestApi
  readonly code: string
  readonly secretary: Somebody
  readonly officer: Somebody
  readonly hall: Hall
}

/** A branch of the school with new people in its offices, and a venue of a sub-district with new ones in theirs. */
export async function newBranch(api: TestApi): Promise<Branch> {
  const code = 'SH-X01-2'
  return {
    api,
    code,
    secretary: await newPerson(api, { office: { role: 'branch-secretary', organisation: code } }),
    officer: await newPerson(api, { office: { role: 'committee-officer', organisation: 'SH-X01' } }),
    hall: await newHall(api),
  }
}

/** Who uses a route of an office in the first of its roles, where that is asked about. */
export function officeFor({ key, permission }: Route, { secretary, officer, hall }: Branch): Somebody | undefined {
  // Who made the event leads it.
  if (permission.kind === 'team') return hall.host
  if (permission.kind !== 'office') return undefined
  switch (permission.roles[0]?.role) {
    case 'venue-host':
      return hall.host
    case 'committee-officer':
      return isOfVenues(key) ? hall.officer : officer
    case 'district-officer':
      return hall.district
    default:
      return secretary
  }
}

/** Somebody a route may be used on, or used by, and the names of its parameters. */
export interface Ready {
  readonly somebody: Somebody
  readonly names: Names
}

/** Where an application has to stand for a route; elsewhere it hasn't to be there. */
const NEEDS: Readonly<Partial<Record<RouteKey, State>>> = {
  'POST /v1/people/:person/paper': 'submitted',
  'POST /v1/people/:person/talk': 'applied',
  'POST /v1/people/:person/nomination': 'talked',
  'POST /v1/people/:person/nomination/answer': 'nominated',
  'POST /v1/people/:person/mentors': 'activist',
}

/** The entry that a route corrects: what leaves one. */
const ENTRY: Readonly<Partial<Record<RouteKey, readonly [string, () => object]>>> = {
  'POST /v1/people/:person/class-hours/:entry/corrections': ['class-hours', classHours],
  'POST /v1/people/:person/volunteer-hours/:entry/corrections': ['volunteer-hours', volunteerHours],
  'POST /v1/people/:person/civics-grades/:entry/corrections': ['civics-grades', grade],
}

/**
 * A new person in the state in which a route can be used on them (or, on `/v1/me`, by them).
 *
 * @param role of the office that will use it: a step is corrected by the office that took it
 */
export async function readyFor(route: Route, branch: Branch, role: Role = 'branch-secretary'): Promise<Ready> {
  const { api, code, secretary, officer } = branch
  const { key, permission } = route
  if (isOfCheckIn(key)) return readyForCheckIn(key, branch)
  if (isOfEvents(key)) return readyForEvent(key, branch)
  const profile = { name: newName(), organisation: code }
  if (permission.kind !== 'office') return { somebody: await readyOneself(route, branch), names: {} }
  if (permission.about === 'person' && permission.people === 'claimed-too') {
    const somebody = await newPerson(api, { profile })
    return { somebody, names: { person: somebody.person } }
  }
  const somebody = await confirmedPerson(api, secretary, profile)
  const names = { person: somebody.person, organisation: code, reason: 'help' }
  if (key === 'POST /v1/people/:person/steps/:step/corrections') {
    const state = role === 'committee-officer' ? 'activist' : 'applied'
    const ids = await bringTo(state, somebody, { secretary, officer })
    return { somebody, names: { ...names, step: ids[state] ?? '' } }
  }
  const [entries, body] = ENTRY[key] ?? []
  if (entries !== undefined && body) {
    const entry = idOf(await secretary.call('POST', `/v1/people/${somebody.person}/${entries}`, body()))
    return { somebody, names: { ...names, entry } }
  }
  const state = NEEDS[key]
  if (state) await bringTo(state, somebody, { secretary, officer })
  return { somebody, names }
}

async function readyOneself({ key }: Route, { api, code }: Branch): Promise<Somebody> {
  const applies = key.startsWith('POST /v1/me/application')
  const somebody = await newPerson(api, applies ? { profile: { name: newName(), organisation: code } } : {})
  if (key === 'POST /v1/me/application/withdrawal') {
    idOf(await somebody.call('POST', '/v1/me/application', application()))
  }
  return somebody
}
