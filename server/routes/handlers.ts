import type { Handlers } from '../context'
import { moveDemoClock } from '../demo/move-clock'
import { answerAffiliation } from '../services/affiliation'
import { submitApplication, withdrawApplication } from '../services/application'
import { readDemoClock } from '../services/demo-clock'
import { readAttendance } from '../services/checkin/attendance'
import { checkIn } from '../services/checkin/check-ins'
import { closeEvent, reopenEvent } from '../services/checkin/close'
import { readMyAttendances, readMyTeams } from '../services/checkin/mine'
import { handOver, readHandOvers, readRecord } from '../services/checkin/record'
import { attendanceSheet } from '../services/checkin/sheet'
import { openDesks } from '../services/checkin/desks'
import { recordByHost } from '../services/checkin/host-check-ins'
import { giveOwnCode } from '../services/checkin/own-code'
import { settle, strike } from '../services/checkin/settle'
import { setTeam } from '../services/checkin/team'
import { announce } from '../services/events/announce'
import { readVenues } from '../services/events/cards'
import { answerClass, askClass, classRequests } from '../services/events/class-naming'
import { changeEvent, draftEvent, readDesk, setStatus, venueEvents } from '../services/events/host'
import { countUnsettled, openMessage, readInbox } from '../services/events/inbox'
import { answerOffer, cancel, readMyEvent, readMyEvents, register } from '../services/events/mine'
import { listEvents, readEvent } from '../services/events/read'
import { addByHost, readRegistrations } from '../services/events/registrations'
import { readSeason, seasonSheet } from '../services/events/season'
import { answerWords, waitingWords } from '../services/events/words-look'
import { createDeskCode, signInAtDesk } from '../services/desk'
import { eraseMe } from '../services/erasure'
import { correctGrade, recordGrade } from '../services/grades'
import {
  correctClassHours,
  correctVolunteerHours,
  recordClassHours,
  recordClassOfMany,
  recordVolunteerHours,
} from '../services/hours'
import { readMe, saveProfile } from '../services/me'
import { myData } from '../services/my-data'
import { organisationTree, overview, peopleOf } from '../services/organisations'
import { myPath, personPath } from '../services/path'
import { listPersonas, signInAsPersona, signInWithWechat, signOut } from '../services/sessions'
import {
  answerNomination,
  confirmPaper,
  correctStep,
  nameMentors,
  nominate,
  recordActivist,
  recordTalk,
} from '../services/steps'

/** Every route but the document's own: one line each, a service does the rest. */
export const handlers: Omit<Handlers, 'GET /v1/openapi.json'> = {
  'GET /v1/health': () => ({ status: 'ok' }),
  'GET /v1/policy': ({ context }) => context.district.policy,
  'GET /v1/organisations': ({ context }) => organisationTree(context),
  'GET /v1/organisations/:organisation/people': ({ context, params, query }) =>
    peopleOf(context, params.organisation, query.only),
  'GET /v1/overview': ({ context, query }) => overview(context, query.organisation),
  'POST /v1/sessions': ({ context, address, body }) => signInWithWechat(context, address, body.code),
  'GET /v1/personas': ({ context }) => listPersonas(context),
  'POST /v1/sessions/demo': ({ context, address, body }) => signInAsPersona(context, address, body.persona),
  'DELETE /v1/sessions/current': ({ context }) => signOut(context),
  'POST /v1/sessions/desk': ({ context, address, body }) => signInAtDesk(context, address, body.account, body.digits),
  'GET /v1/demo/clock': ({ context }) => readDemoClock(context.deps),
  'PUT /v1/demo/clock': ({ context, body }) => moveDemoClock(context, body.offset),
  'GET /v1/me': ({ context }) => readMe(context),
  'PUT /v1/me/profile': ({ context, body }) => saveProfile(context, body),
  'GET /v1/me/path': ({ context }) => myPath(context),
  'GET /v1/me/data': ({ context }) => myData(context),
  'DELETE /v1/me': ({ context }) => eraseMe(context),
  'GET /v1/people/:person/path': ({ context, params, query }) =>
    personPath(context, params.person, query.reason ?? null),
  'POST /v1/people/:person/affiliation-confirmations': ({ context, params, body }) =>
    answerAffiliation(context, params.person, body),
  'POST /v1/people/:person/class-hours': ({ context, params, body }) => recordClassHours(context, params.person, body),
  'POST /v1/people/:person/class-hours/:entry/corrections': ({ context, params, body }) =>
    correctClassHours(context, params.person, params.entry, body),
  'POST /v1/people/:person/activist': ({ context, params, body }) => recordActivist(context, params.person, body),
  'POST /v1/me/desk-codes': ({ context }) => createDeskCode(context),
  'POST /v1/me/application': ({ context, body }) => submitApplication(context, body),
  'POST /v1/me/application/withdrawal': ({ context, body }) => withdrawApplication(context, body),
  'POST /v1/organisations/:organisation/class-hours': ({ context, params, body }) =>
    recordClassOfMany(context, params.organisation, body),
  'POST /v1/people/:person/volunteer-hours': ({ context, params, body }) =>
    recordVolunteerHours(context, params.person, body),
  'POST /v1/people/:person/volunteer-hours/:entry/corrections': ({ context, params, body }) =>
    correctVolunteerHours(context, params.person, params.entry, body),
  'POST /v1/people/:person/civics-grades': ({ context, params, body }) => recordGrade(context, params.person, body),
  'POST /v1/people/:person/civics-grades/:entry/corrections': ({ context, params, body }) =>
    correctGrade(context, params.person, params.entry, body),
  'POST /v1/people/:person/paper': ({ context, params, body }) => confirmPaper(context, params.person, body),
  'POST /v1/people/:person/talk': ({ context, params, body }) => recordTalk(context, params.person, body),
  'POST /v1/people/:person/nomination': ({ context, params, body }) => nominate(context, params.person, body),
  'POST /v1/people/:person/nomination/answer': ({ context, params, body }) =>
    answerNomination(context, params.person, body),
  'POST /v1/people/:person/mentors': ({ context, params, body }) => nameMentors(context, params.person, body),
  'POST /v1/people/:person/steps/:step/corrections': ({ context, params, body }) =>
    correctStep(context, params.person, params.step, body),
  'GET /v1/venues': ({ context }) => readVenues(context),
  'GET /v1/events': ({ context, query }) => listEvents(context, query),
  'GET /v1/events/:event': ({ context, params }) => readEvent(context, params.event),
  'GET /v1/me/events': ({ context }) => readMyEvents(context),
  'GET /v1/me/events/:event': ({ context, params }) => readMyEvent(context, params.event),
  'POST /v1/me/events/:event/registration': ({ context, params, body }) => register(context, params.event, body),
  'POST /v1/me/events/:event/cancellation': ({ context, params, body }) => cancel(context, params.event, body),
  'POST /v1/me/events/:event/offer-answer': ({ context, params, body }) => answerOffer(context, params.event, body),
  'GET /v1/me/inbox': ({ context }) => readInbox(context),
  'GET /v1/me/unsettled': ({ context }) => countUnsettled(context),
  'PUT /v1/me/inbox/:message': ({ context, params }) => openMessage(context, params.message),
  'GET /v1/venues/:venue/events': ({ context, params, query }) => venueEvents(context, params.venue, query),
  'POST /v1/venues/:venue/events': ({ context, params, body }) => draftEvent(context, params.venue, body),
  'GET /v1/events/:event/desk': ({ context, params }) => readDesk(context, params.event),
  'PUT /v1/events/:event': ({ context, params, body }) => changeEvent(context, params.event, body),
  'POST /v1/events/:event/status': ({ context, params, body }) => setStatus(context, params.event, body),
  'GET /v1/events/:event/registrations': ({ context, params, query }) =>
    readRegistrations(context, params.event, query.search),
  'POST /v1/events/:event/registrations': ({ context, params, body }) => addByHost(context, params.event, body),
  'POST /v1/events/:event/announcements': ({ context, params, body }) => announce(context, params.event, body),
  'POST /v1/events/:event/class-request': ({ context, params, body }) => askClass(context, params.event, body),
  'GET /v1/organisations/:organisation/class-requests': ({ context, params }) =>
    classRequests(context, params.organisation),
  'POST /v1/organisations/:organisation/class-requests/:event/answer': ({ context, params, body }) =>
    answerClass(context, params.organisation, params.event, body),
  'GET /v1/organisations/:organisation/words': ({ context, params }) => waitingWords(context, params.organisation),
  'POST /v1/organisations/:organisation/words/:words/answer': ({ context, params, body }) =>
    answerWords(context, params.organisation, params.words, body),
  'POST /v1/me/check-ins': ({ context, body }) => checkIn(context, body),
  'POST /v1/me/own-code': ({ context }) => giveOwnCode(context),
  'GET /v1/events/:event/attendance': ({ context, params }) => readAttendance(context, params.event),
  'POST /v1/events/:event/desks': ({ context, params, body }) => openDesks(context, params.event, body),
  'POST /v1/events/:event/check-ins': ({ context, params, body }) => recordByHost(context, params.event, body),
  'POST /v1/events/:event/settlements': ({ context, params, body }) => settle(context, params.event, body),
  'POST /v1/events/:event/strikes': ({ context, params, body }) => strike(context, params.event, body),
  'POST /v1/events/:event/close': ({ context, params, body }) => closeEvent(context, params.event, body),
  'POST /v1/events/:event/reopen': ({ context, params, body }) => reopenEvent(context, params.event, body),
  'POST /v1/events/:event/team': ({ context, params, body }) => setTeam(context, params.event, body),
  'GET /v1/me/attendances': ({ context }) => readMyAttendances(context),
  'GET /v1/me/teams': ({ context }) => readMyTeams(context),
  'GET /v1/events/:event/attendance/sheet': ({ context, params }) => attendanceSheet(context, params.event),
  'GET /v1/events/:event/record': ({ context, params }) => readRecord(context, params.event),
  'POST /v1/events/:event/hand-over': ({ context, params, body }) => handOver(context, params.event, body),
  'GET /v1/hand-overs': ({ context, query }) => readHandOvers(context, query.organisation),
  'GET /v1/season': ({ context, query }) => readSeason(context, query.organisation),
  'GET /v1/season/sheet': ({ context, query }) => seasonSheet(context, query.organisation),
}
