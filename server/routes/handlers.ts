import type { Handlers } from '../context'
import { moveDemoClock } from '../demo/move-clock'
import { answerAffiliation, correctClassHours, recordActivist, recordClassHours } from '../services/acts'
import { readDemoClock } from '../services/demo-clock'
import { eraseMe } from '../services/erasure'
import { readMe, saveProfile } from '../services/me'
import { myData } from '../services/my-data'
import { organisationTree, overview, peopleOf } from '../services/organisations'
import { myPath, personPath } from '../services/path'
import { listPersonas, signInAsPersona, signInWithWechat, signOut } from '../services/sessions'

/** Every route but the document's own: one line each, a service does the rest. */
export const handlers: Omit<Handlers, 'GET /v1/openapi.json'> = {
  'GET /v1/health': () => ({ status: 'ok' }),
  'GET /v1/policy': ({ context }) => context.district.policy,
  'GET /v1/organisations': ({ context }) => organisationTree(context),
  'GET /v1/organisations/:organisation/people': ({ context, params }) => peopleOf(context, params.organisation),
  'GET /v1/overview': ({ context, query }) => overview(context, query.organisation),
  'POST /v1/sessions': ({ context, address, body }) => signInWithWechat(context, address, body.code),
  'GET /v1/personas': ({ context }) => listPersonas(context),
  'POST /v1/sessions/demo': ({ context, address, body }) => signInAsPersona(context, address, body.persona),
  'DELETE /v1/sessions/current': ({ context }) => signOut(context),
  'GET /v1/demo/clock': ({ context }) => readDemoClock(context.deps),
  'PUT /v1/demo/clock': ({ context, body }) => moveDemoClock(context, body.offset),
  'GET /v1/me': ({ context }) => readMe(context),
  'PUT /v1/me/profile': ({ context, body }) => saveProfile(context, body),
  'GET /v1/me/path': ({ context }) => myPath(context),
  'GET /v1/me/data': ({ context }) => myData(context),
  'DELETE /v1/me': ({ context }) => eraseMe(context),
  'GET /v1/people/:person/path': ({ context, params }) => personPath(context, params.person),
  'POST /v1/people/:person/affiliation-confirmations': ({ context, params, body }) =>
    answerAffiliation(context, params.person, body),
  'POST /v1/people/:person/class-hours': ({ context, params, body }) => recordClassHours(context, params.person, body),
  'POST /v1/people/:person/class-hours/:entry/corrections': ({ context, params, body }) =>
    correctClassHours(context, params.person, params.entry, body),
  'POST /v1/people/:person/activist': ({ context, params, body }) => recordActivist(context, params.person, body),
}
