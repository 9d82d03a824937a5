import type { TeamRole } from '../checkin/attendance'
import type { Role } from './roles'

/**
 * The permission table: who may use which route. Data, closed by default: a route without a row doesn't answer.
 * `npm run permissions` prints it as sentences.
 */

/** How far a role reaches: its own organisation, or that one and all below it. */
export type Reach = 'own' | 'below'

/**
 * Who may use a route.
 * - `anyone`: no session needed.
 * - `signed-in`: about oneself.
 * - `office`: a person in a role, about an organisation or a person within its reach, and never about themselves.
 * - `team`: a person of an event's team, in at least this role (domain/checkin/team), and never about themselves.
 * - `demo`: anyone, in a database stamped demo only; elsewhere the route doesn't exist.
 * - `demo-signed-in`: as `signed-in`, in a database stamped demo only.
 */
export type Permission =
  | { readonly kind: 'anyone' | 'signed-in' | 'demo' | 'demo-signed-in'; readonly does: string }
  | {
      readonly kind: 'office'
      readonly does: string
      /** What the route's parameter names. */
      readonly about: 'organisation' | 'person' | 'venue' | 'event'
      readonly roles: readonly { readonly role: Role; readonly reach: Reach }[]
      /** `claimed-too`: also people whose affiliation isn't confirmed yet (their name and nothing else). */
      readonly people: 'confirmed' | 'claimed-too'
    }
  | { readonly kind: 'team'; readonly does: string; readonly least: TeamRole }

const secretary = { role: 'branch-secretary', reach: 'own' } as const
const officer = { role: 'committee-officer', reach: 'below' } as const
const district = { role: 'district-officer', reach: 'below' } as const
const host = { role: 'venue-host', reach: 'own' } as const
/** A branch, or a committee itself, that is asked to name an event a class. */
const ownOfficer = { role: 'committee-officer', reach: 'own' } as const

/** A host's acts on an event in their venue. */
const hosting = (does: string) =>
  ({ kind: 'office', does, about: 'event', roles: [host], people: 'confirmed' }) as const

/** Every route of the API, keyed as in contract/. */
export const PERMISSIONS = {
  'GET /v1/health': { kind: 'anyone', does: 'ask whether the service is up' },
  'GET /v1/openapi.json': { kind: 'anyone', does: 'read the contract of the API' },
  'GET /v1/policy': { kind: 'anyone', does: 'read the policy pack of a district' },
  'GET /v1/organisations': { kind: 'anyone', does: 'read the tree of organisations of a district' },
  'POST /v1/sessions': { kind: 'anyone', does: 'sign in with a WeChat login code' },
  'POST /v1/sessions/desk': { kind: 'anyone', does: 'sign in on a desktop with the digits that a phone shows' },
  'GET /v1/personas': { kind: 'demo', does: 'list the personas of the demo' },
  'POST /v1/sessions/demo': { kind: 'demo', does: 'sign in as a persona of the demo' },
  'GET /v1/demo/clock': { kind: 'demo', does: 'read the clock of the demo' },
  'PUT /v1/demo/clock': { kind: 'demo-signed-in', does: 'move the clock of the demo' },
  'DELETE /v1/sessions/current': { kind: 'signed-in', does: 'sign out' },
  'GET /v1/me': { kind: 'signed-in', does: 'read who one is here, and in which roles' },
  'PUT /v1/me/profile': { kind: 'signed-in', does: 'say or correct one’s own name, birth date, town and organisation' },
  'GET /v1/me/path': { kind: 'signed-in', does: 'read one’s own path' },
  'GET /v1/me/data': { kind: 'signed-in', does: 'read everything that is kept about oneself' },
  'DELETE /v1/me': { kind: 'signed-in', does: 'delete what is kept about oneself' },
  'POST /v1/me/desk-codes': { kind: 'signed-in', does: 'get digits for a desktop, holding an office' },
  'POST /v1/me/application': { kind: 'signed-in', does: 'submit one’s application' },
  'POST /v1/me/application/withdrawal': { kind: 'signed-in', does: 'withdraw one’s application' },
  'GET /v1/venues': { kind: 'anyone', does: 'read the venues of a district' },
  'GET /v1/events': { kind: 'anyone', does: 'read what is on: published events by day' },
  'GET /v1/events/:event': { kind: 'anyone', does: 'read a published event' },
  'GET /v1/me/events': { kind: 'signed-in', does: 'read the events one has registered for' },
  'GET /v1/me/events/:event': {
    kind: 'signed-in',
    does: 'read how one stands with an event, and which doors are open',
  },
  'POST /v1/me/events/:event/registration': {
    kind: 'signed-in',
    does: 'register for an event, or join its waiting list',
  },
  'POST /v1/me/events/:event/cancellation': { kind: 'signed-in', does: 'give one’s place or number on the list back' },
  'POST /v1/me/events/:event/offer-answer': { kind: 'signed-in', does: 'take or decline a place that is offered' },
  'GET /v1/me/inbox': { kind: 'signed-in', does: 'read one’s messages' },
  'GET /v1/me/unsettled': {
    kind: 'signed-in',
    does: 'read how many of one’s messages have something left to do',
  },
  'PUT /v1/me/inbox/:message': { kind: 'signed-in', does: 'say that one has opened a message' },
  'GET /v1/venues/:venue/events': {
    kind: 'office',
    does: 'list a venue’s events, drafts included',
    about: 'venue',
    roles: [host, officer, district],
    people: 'confirmed',
  },
  'POST /v1/venues/:venue/events': {
    kind: 'office',
    does: 'draft an event in their venue',
    about: 'venue',
    roles: [host],
    people: 'confirmed',
  },
  'GET /v1/events/:event/desk': {
    kind: 'office',
    does: 'read all of an event that its host needs',
    about: 'event',
    roles: [host, officer, district],
    people: 'confirmed',
  },
  'PUT /v1/events/:event': hosting('change an event'),
  'POST /v1/events/:event/status': hosting('publish, unpublish or cancel an event'),
  'GET /v1/events/:event/registrations': hosting('list who has registered (masked)'),
  'POST /v1/events/:event/registrations': hosting('put somebody on by their account’s code'),
  'POST /v1/events/:event/announcements': hosting('say something to all who have a place, once a day'),
  'POST /v1/events/:event/class-request': hosting('ask an organisation to name the event a class'),
  'POST /v1/me/check-ins': { kind: 'signed-in', does: 'check in to an event or out of it, also later' },
  'POST /v1/me/own-code': { kind: 'signed-in', does: 'get the key of one’s own code of the day' },
  'GET /v1/me/attendances': { kind: 'signed-in', does: 'read what one’s coming to events was credited, and why' },
  'GET /v1/me/teams': { kind: 'signed-in', does: 'read the events that one helps to run' },
  'GET /v1/events/:event/attendance': {
    kind: 'team',
    does: 'read who has come, and what is missing before closing (names masked for a helper)',
    least: 'helper',
  },
  'POST /v1/events/:event/check-ins': {
    kind: 'team',
    does: 'record that somebody came or went: their own code, the roll, a walk-in',
    least: 'helper',
  },
  'POST /v1/events/:event/desks': {
    kind: 'team',
    does: 'open the check-in desk on a device, or take it over',
    least: 'host',
  },
  'POST /v1/events/:event/settlements': {
    kind: 'team',
    does: 'settle what is missing: times, weak ones, heads at the door',
    least: 'host',
  },
  'POST /v1/events/:event/strikes': {
    kind: 'team',
    does: 'strike somebody’s coming with a reason, or undo it',
    least: 'lead',
  },
  'POST /v1/events/:event/close': { kind: 'team', does: 'close the event, which credits', least: 'lead' },
  'POST /v1/events/:event/reopen': { kind: 'team', does: 'open a closed event again, with a reason', least: 'lead' },
  'POST /v1/events/:event/team': { kind: 'team', does: 'name further leads, hosts and helpers', least: 'lead' },
  'GET /v1/events/:event/attendance/sheet': {
    kind: 'team',
    does: 'take the sign-in sheet as a spreadsheet',
    least: 'host',
  },
  'GET /v1/events/:event/record': {
    kind: 'office',
    does: 'read the record of a closed event for the upper system',
    about: 'event',
    roles: [host, officer, district],
    people: 'confirmed',
  },
  'POST /v1/events/:event/hand-over': {
    kind: 'office',
    does: 'say that the record was entered in the upper system',
    about: 'event',
    roles: [host, officer, district],
    people: 'confirmed',
  },
  'GET /v1/hand-overs': {
    kind: 'office',
    does: 'list the events whose record is not entered in the upper system yet',
    about: 'organisation',
    roles: [officer, district],
    people: 'confirmed',
  },
  'GET /v1/organisations/:organisation/class-requests': {
    kind: 'office',
    does: 'list the events that ask to be named a class',
    about: 'organisation',
    roles: [secretary, ownOfficer],
    people: 'confirmed',
  },
  'POST /v1/organisations/:organisation/class-requests/:event/answer': {
    kind: 'office',
    does: 'name an event a class, or not',
    about: 'organisation',
    roles: [secretary, ownOfficer],
    people: 'confirmed',
  },
  'GET /v1/organisations/:organisation/words': {
    kind: 'office',
    does: 'list the words of events that wait for a person’s look',
    about: 'organisation',
    roles: [officer, district],
    people: 'confirmed',
  },
  'POST /v1/organisations/:organisation/words/:words/answer': {
    kind: 'office',
    does: 'let the words of an event be read by others, or not',
    about: 'organisation',
    roles: [officer, district],
    people: 'confirmed',
  },
  'GET /v1/season': {
    kind: 'office',
    does: 'read the board of the season: each venue’s events, held, planned or none',
    about: 'organisation',
    roles: [officer, district],
    people: 'confirmed',
  },
  'GET /v1/season/sheet': {
    kind: 'office',
    does: 'take the season’s board as a spreadsheet',
    about: 'organisation',
    roles: [district],
    people: 'confirmed',
  },
  'GET /v1/overview': {
    kind: 'office',
    does: 'read how many people are where, by organisation, in numbers',
    about: 'organisation',
    roles: [officer, district],
    people: 'confirmed',
  },
  'GET /v1/organisations/:organisation/people': {
    kind: 'office',
    does: 'list the people of an organisation (the name only until their organisation is confirmed, masked above the branch)',
    about: 'organisation',
    roles: [secretary, officer, district],
    people: 'claimed-too',
  },
  'GET /v1/people/:person/path': {
    kind: 'office',
    does: 'read a person’s path, in the words that this person sees (a minor’s with a reason, above the branch)',
    about: 'person',
    roles: [secretary, officer, district],
    people: 'confirmed',
  },
  'POST /v1/people/:person/affiliation-confirmations': {
    kind: 'office',
    does: 'confirm that a person belongs to the branch, or say that they don’t',
    about: 'person',
    roles: [secretary],
    people: 'claimed-too',
  },
  'POST /v1/people/:person/class-hours': {
    kind: 'office',
    does: 'record class hours',
    about: 'person',
    roles: [secretary],
    people: 'confirmed',
  },
  'POST /v1/people/:person/class-hours/:entry/corrections': {
    kind: 'office',
    does: 'correct class hours by a new entry that names the wrong one',
    about: 'person',
    roles: [secretary],
    people: 'confirmed',
  },
  'POST /v1/people/:person/activist': {
    kind: 'office',
    does: 'record that a person became an activist (入团积极分子) on paper',
    about: 'person',
    roles: [officer],
    people: 'confirmed',
  },
  'POST /v1/organisations/:organisation/class-hours': {
    kind: 'office',
    does: 'record a class that many of the branch took',
    about: 'organisation',
    roles: [secretary],
    people: 'confirmed',
  },
  'POST /v1/people/:person/volunteer-hours': {
    kind: 'office',
    does: 'record volunteer hours',
    about: 'person',
    roles: [secretary],
    people: 'confirmed',
  },
  'POST /v1/people/:person/volunteer-hours/:entry/corrections': {
    kind: 'office',
    does: 'correct volunteer hours by a new entry that names the wrong one',
    about: 'person',
    roles: [secretary],
    people: 'confirmed',
  },
  'POST /v1/people/:person/civics-grades': {
    kind: 'office',
    does: 'record a grade of the civics course',
    about: 'person',
    roles: [secretary],
    people: 'confirmed',
  },
  'POST /v1/people/:person/civics-grades/:entry/corrections': {
    kind: 'office',
    does: 'correct a grade by a new one that names the wrong one',
    about: 'person',
    roles: [secretary],
    people: 'confirmed',
  },
  'POST /v1/people/:person/paper': {
    kind: 'office',
    does: 'confirm that the branch has received the application on paper',
    about: 'person',
    roles: [secretary],
    people: 'confirmed',
  },
  'POST /v1/people/:person/talk': {
    kind: 'office',
    does: 'record the talk with an applicant',
    about: 'person',
    roles: [secretary],
    people: 'confirmed',
  },
  'POST /v1/people/:person/nomination': {
    kind: 'office',
    does: 'record the branch’s nomination',
    about: 'person',
    roles: [secretary],
    people: 'confirmed',
  },
  'POST /v1/people/:person/nomination/answer': {
    kind: 'office',
    does: 'approve a nomination, or return it with a reason',
    about: 'person',
    roles: [officer],
    people: 'confirmed',
  },
  'POST /v1/people/:person/mentors': {
    kind: 'office',
    does: 'record the mentors of an activist',
    about: 'person',
    roles: [secretary],
    people: 'confirmed',
  },
  'POST /v1/people/:person/steps/:step/corrections': {
    kind: 'office',
    does: 'correct a step of their own office by a new act that names it',
    about: 'person',
    roles: [secretary, officer],
    people: 'confirmed',
  },
} as const satisfies Readonly<Record<string, Permission>>

/** The key of a route: method and pattern. */
export type RouteKey = keyof typeof PERMISSIONS

const ROLE_WORDS: Readonly<Record<Role, string>> = {
  'branch-secretary': 'a branch secretary',
  'committee-officer': 'an officer of a committee',
  'district-officer': 'an officer of the district committee',
  'venue-host': 'a host of the venue',
}

const TEAM_WORDS: Readonly<Record<TeamRole, string>> = {
  helper: 'anyone of the event’s team',
  host: 'a lead or host of the event',
  lead: 'a lead of the event',
}

function whoWords(permission: Permission): string {
  switch (permission.kind) {
    case 'anyone':
      return 'anyone, without signing in,'
    case 'demo':
      return 'anyone, in a demo only,'
    case 'demo-signed-in':
      return 'anyone signed in, in a demo only,'
    case 'signed-in':
      return 'anyone signed in'
    case 'team':
      return TEAM_WORDS[permission.least]
    case 'office':
      return permission.roles
        .map(({ role, reach }) =>
          role === 'venue-host'
            ? ROLE_WORDS[role]
            : `${ROLE_WORDS[role]} (${reach === 'own' ? 'of that organisation' : 'above it or of it'})`,
        )
        .join(' or ')
  }
}

/** A permission as an English sentence. */
export function permissionSentence(key: string, permission: Permission): string {
  const who = whoWords(permission)
  const people =
    permission.kind !== 'office' || permission.about !== 'person'
      ? ''
      : permission.people === 'confirmed'
        ? '; only people whose organisation is confirmed, never themselves'
        : '; never themselves'
  return `${key}: ${who.charAt(0).toUpperCase()}${who.slice(1)} may ${permission.does}${people}.`
}
