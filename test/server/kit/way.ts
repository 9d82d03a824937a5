import type { ApplicationState } from '#domain/application/acts'
import { newRequestId, type Answer, type Caller } from '../support'
import { activist, idOf, BIRTH_DATE } from './people'

/** The steps 0 to 5 over HTTP: a body for each act, and somebody brought as far as a state. */

/** The day on which the bodies say that something happened; the tests' day is the 3rd. */
export const DAY = '2026-03-01'

const act = (own: object, more: object): Record<string, unknown> => ({ requestId: newRequestId(), ...own, ...more })

export const application = (more: object = {}) => act({ occupation: 'pupil', words: '想入团（示例）' }, more)
export const withdrawal = (more: object = {}) => act({}, more)
export const paper = (more: object = {}) => act({ on: DAY, receivedBy: '团支书·丙', birthDate: BIRTH_DATE }, more)
export const talk = (more: object = {}) => act({ on: DAY, by: '团支书·丙', content: '谈入团动机（示例）' }, more)
export const nomination = (more: object = {}) =>
  act({ on: DAY, way: 'nomination', members: 28, minutes: '支委会同意推荐（示例）' }, more)
export const approved = (more: object = {}, request: object = {}) =>
  act({ answer: { kind: 'approved', on: DAY, approvedBy: '校团委（示例）', ...more } }, request)
export const returned = (more: object = {}, request: object = {}) =>
  act({ answer: { kind: 'returned', on: DAY, why: '材料不全（示例）', ...more } }, request)
export const mentors = (more: object = {}) =>
  act({ on: DAY, mentors: [{ name: '联系人甲', membership: 'league' }] }, more)
export const volunteerHours = (more: object = {}) =>
  act({ on: DAY, minutes: 120, content: '社区清洁（示例）', witness: '社区站（示例）' }, more)
export const grade = (more: object = {}) => act({ on: DAY, grade: '良', term: '高二上学期（示例）' }, more)
export const classOfMany = (people: readonly string[], more: object = {}) =>
  act({ people, on: DAY, tenths: 20, mode: 'in-person', content: '团史一课（示例）', witness: '团支书·丙' }, more)
/** `change`: what stands in the place of a wrong act, or that it is taken back. */
export const stepCorrection = (change: object = { act: 'void' }, more: object = {}) =>
  act({ change, reason: '记错了（示例）' }, more)

/** The offices that somebody is brought along by. */
export interface Offices {
  readonly secretary: Caller
  readonly officer: Caller
}

export type State = Exclude<ApplicationState, 'none'>

/** On the usual way, the act that leads to each state. */
const WAY: readonly (readonly [State, (who: Caller & { person: string }, offices: Offices) => Promise<Answer>])[] = [
  ['submitted', (who) => who.call('POST', '/v1/me/application', application())],
  ['applied', (who, { secretary }) => secretary.call('POST', `/v1/people/${who.person}/paper`, paper())],
  ['talked', (who, { secretary }) => secretary.call('POST', `/v1/people/${who.person}/talk`, talk())],
  ['nominated', (who, { secretary }) => secretary.call('POST', `/v1/people/${who.person}/nomination`, nomination())],
  ['activist', (who, { officer }) => officer.call('POST', `/v1/people/${who.person}/nomination/answer`, approved())],
  ['training', (who, { secretary }) => secretary.call('POST', `/v1/people/${who.person}/mentors`, mentors())],
]

/** Takes a confirmed member of a branch, who has no application, as far as a state; the acts' ids by that state. */
export async function bringTo(
  state: State,
  who: Caller & { readonly person: string },
  offices: Offices,
): Promise<Readonly<Partial<Record<State, string>>>> {
  const ids: Partial<Record<State, string>> = {}
  for (const [reached, take] of WAY) {
    ids[reached] = idOf(await take(who, offices))
    if (reached === state) break
  }
  return ids
}

/** Records that somebody became an activist on paper; the act's id. */
export async function onPaper(officer: Caller, person: string, more: object = {}): Promise<string> {
  return idOf(await officer.call('POST', `/v1/people/${person}/activist`, activist(more)))
}
