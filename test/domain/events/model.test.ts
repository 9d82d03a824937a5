import fc from 'fast-check'
import { addMinutes, EVENT_ROLES, type EventAct, type EventRole, type EventTerms } from '#domain/events/event'
import type { RegistrationClaim, RegistrationGuards } from '#domain/events/decide'
import { decideEvent, type EventClaim } from '#domain/events/manage'
import { messagesOfEvent, messagesOfRegistration, type Message } from '#domain/events/messages'
import { offerEnd } from '#domain/events/places'
import {
  countsOf,
  EMPTY_ROLL,
  liveOf,
  waitingFor,
  withFact,
  type RegistrationAct,
  type RegistrationFact,
} from '#domain/events/registration'
import { dueAt } from '#domain/events/tick'
import { localDate, type Instant } from '#domain/time'
import { ADULT, at, Desk, RULES, saihan } from './samples'

/**
 * Registration told a second time, as short as can be: three lists, and minutes instead of moments. Any interleaving of people, host and time
 * is played on both; what the rules answer must be exactly what the model answers, and afterwards everybody stands where the model has
 * them. Time may be asked at once after an act or much later: the process may have died in between.
 */

const rules = {
  ...RULES,
  'event.offer-within': { minutes: 100 },
  'event.offer-end': { beforeStart: 40, least: 20 },
  'event.cancel-free': { minutes: 200 },
  'event.travel': { minutes: 15 },
  'event.reminders': { minutes: [300, 60] },
  'event.places-max': 4,
}

/** Minutes are counted from noon; midnight in China is 720. */
const NOON = at('2026-06-09', '12:00')
const MIDNIGHT = 720
const moment = (minute: number): Instant => addMinutes(NOON, minute)

/** Who plays: most are free adults; 己 and 庚 are somewhere else for an hour, 辛 turns 18 at midnight, 壬 has no profile. */
const PEOPLE = ['甲', '乙', '丙', '丁', '戊', '子', '丑', '寅', '己', '庚', '辛', '壬'] as const
type Person = (typeof PEOPLE)[number]
const BUSY: readonly Person[] = ['己', '庚']
const ELSEWHERE = { from: 800, to: 890 }
const asked = (who: Person): Pick<RegistrationGuards, 'birthDate' | 'others'> => ({
  birthDate: who === '壬' ? null : who === '辛' ? localDate('2008-06-10') : ADULT,
  others: BUSY.includes(who)
    ? [{ event: 'e2', venue: 'V02', spot: null, start: moment(ELSEWHERE.from), end: moment(ELSEWHERE.to) }]
    : [],
})

const START = { start: 900, end: 990, deadline: 870, venue: 'V01', places: { attendee: 2, volunteer: 1 } } as const

type Ask = 'attend' | 'serve' | 'add' | 'add to serve' | 'accept' | 'decline' | 'cancel'

const CLAIMS: Readonly<Record<Ask, RegistrationClaim>> = {
  attend: { act: 'register', role: 'attendee' },
  serve: { act: 'register', role: 'volunteer' },
  add: { act: 'add', role: 'attendee' },
  'add to serve': { act: 'add', role: 'volunteer' },
  accept: { act: 'accept' },
  decline: { act: 'decline' },
  cancel: { act: 'cancel' },
}

type Move =
  | { readonly kind: 'wait'; readonly minutes: number }
  | { readonly kind: 'tick' }
  /** So many minutes after the end of somebody's offer (before it when negative) they accept. */
  | { readonly kind: 'answer'; readonly minutes: number }
  | { readonly kind: 'ask'; readonly ask: Ask; readonly choice: number }
  | { readonly kind: 'resize'; readonly role: EventRole; readonly to: number | null }
  | { readonly kind: 'move'; readonly start: number; readonly length: number; readonly venue: string }
  | { readonly kind: 'deadline'; readonly before: number }
  | { readonly kind: 'publish' | 'unpublish' | 'cancel' }

// ---- the model ----

interface Chair {
  readonly who: string
  readonly role: EventRole
  readonly byHost: boolean
  /** The event has been moved since. */
  moved: boolean
}

class Model {
  now = 0
  status: 'published' | 'draft' | 'cancelled' = 'published'
  start: number = START.start
  end: number = START.end
  deadline: number = START.deadline
  venue: string = START.venue
  places: Record<EventRole, number | null> = { ...START.places }
  chairs: Chair[] = []
  offers: { readonly who: string; readonly role: EventRole; readonly until: number; readonly n: number }[] = []
  queue: { readonly who: string; readonly role: EventRole; readonly n: number }[] = []
  arrivals = 0
  /** When people were last told of the times: at publishing or by a move. */
  told = 0
  moves = 0
  reminded: readonly [start: number, minutes: number] | null = null
  closedFor: number | null = null

  get lastOffer(): number {
    return this.start - 40
  }
  get listOpen(): boolean {
    return this.now < this.lastOffer - 20
  }
  taken(role: EventRole): number {
    return [...this.chairs, ...this.offers].filter((one) => one.role === role).length
  }
  free(role: EventRole): number {
    return (this.places[role] ?? 0) - this.taken(role)
  }
  waiting(role: EventRole) {
    return this.queue.filter((one) => one.role === role)
  }
  where(who: string): 'registered' | 'offered' | 'waiting' | null {
    if (this.chairs.some((one) => one.who === who)) return 'registered'
    if (this.offers.some((one) => one.who === who)) return 'offered'
    return this.queue.some((one) => one.who === who) ? 'waiting' : null
  }
  private leave(who: string): void {
    this.chairs = this.chairs.filter((one) => one.who !== who)
    this.offers = this.offers.filter((one) => one.who !== who)
    this.queue = this.queue.filter((one) => one.who !== who)
  }
  private sit(who: string, role: EventRole, byHost: boolean): void {
    this.leave(who)
    this.chairs.push({ who, role, byHost, moved: false })
  }

  private personSays(who: Person, role: EventRole, self: boolean): string | null {
    if (who === '壬' && self) return 'profile-missing'
    if (role === 'volunteer' && (who === '壬' || (who === '辛' && this.now < MIDNIGHT)))
      return 'guardian-consent-needed'
    const way = this.venue === 'V02' ? 0 : 15
    if (BUSY.includes(who) && this.start - way < ELSEWHERE.to && ELSEWHERE.from < this.end + way) return 'time-clash'
    return null
  }

  ask(what: Ask, who: Person): string {
    if (this.status !== 'published') return this.status === 'draft' ? 'event-not-published' : 'event-cancelled'
    if (this.now >= this.start) return 'event-started'
    switch (what) {
      case 'attend':
        return this.register(who, 'attendee')
      case 'serve':
        return this.register(who, 'volunteer')
      case 'add':
        return this.add(who, 'attendee')
      case 'add to serve':
        return this.add(who, 'volunteer')
      case 'accept':
        return this.accept(who)
      case 'decline':
        if (this.where(who) !== 'offered') return 'no-offer'
        this.leave(who)
        return 'declined'
      case 'cancel':
        return this.cancel(who)
    }
  }

  private register(who: Person, role: EventRole): string {
    if (this.where(who)) return 'already-registered'
    if (this.now >= this.deadline) return 'registration-closed'
    if (this.places[role] === null) return 'role-not-offered'
    const place = this.free(role) > this.waiting(role).length
    if (!place && !this.listOpen) return 'event-full'
    const no = this.personSays(who, role, true)
    if (no) return no
    this.arrivals += 1
    if (place) this.sit(who, role, false)
    else this.queue.push({ who, role, n: this.arrivals })
    return place ? 'registered' : 'waiting'
  }

  private add(who: Person, role: EventRole): string {
    const there = this.queue.find((one) => one.who === who && one.role === role)
    if (this.where(who) && !there) return 'already-registered'
    if (this.places[role] === null) return 'role-not-offered'
    const no = this.personSays(who, role, false)
    if (no) return no
    if (this.free(role) <= 0) return 'event-full'
    const ahead = this.waiting(role).filter((one) => !there || one.n < there.n).length
    if (this.listOpen && ahead >= this.free(role)) return 'waiting-first'
    this.arrivals += 1
    this.sit(who, role, true)
    return 'added'
  }

  private accept(who: Person): string {
    const offer = this.offers.find((one) => one.who === who)
    if (!offer) return 'no-offer'
    if (this.now >= Math.min(offer.until, this.lastOffer)) return 'offer-expired'
    const no = this.personSays(who, offer.role, true)
    if (no) return no
    this.sit(who, offer.role, false)
    return 'accepted'
  }

  private cancel(who: Person): string {
    const where = this.where(who)
    if (!where) return 'not-registered'
    const chair = this.chairs.find((one) => one.who === who)
    this.leave(who)
    if (where === 'offered') return 'declined'
    if (!chair) return 'cancelled'
    if (chair.moved) return 'left'
    return this.now >= this.start - 200 && !chair.byHost ? 'cancelled late' : 'cancelled'
  }

  tick(): readonly string[] {
    if (this.status !== 'published') return []
    const said: string[] = []
    for (const { who, until } of [...this.offers].sort((a, b) => a.n - b.n)) {
      if (this.now < Math.min(until, this.lastOffer)) continue
      this.leave(who)
      said.push(`expired ${who}`)
    }
    for (const role of EVENT_ROLES) {
      for (let free = this.free(role); free > 0 && this.listOpen; free -= 1) {
        const [first] = this.waiting(role)
        if (!first) break
        this.leave(first.who)
        this.offers.push({ ...first, until: this.now + 100 })
        said.push(`offered ${first.who}`)
      }
    }
    if (this.now >= this.start) return said
    if (!this.listOpen && this.queue.length > 0 && this.closedFor !== this.start) {
      this.closedFor = this.start
      said.push('list-closed')
    }
    for (const minutes of [60, 300]) {
      const when = this.start - minutes
      const again = this.reminded?.[0] === this.start && this.reminded[1] <= minutes
      if (this.now < when || when <= this.told || again) continue
      this.reminded = [this.start, minutes]
      said.push(`reminded ${minutes}`)
      break
    }
    return said
  }

  /** Whether the host may; and then it is done. */
  manage(move: Extract<Move, { kind: 'resize' | 'move' | 'deadline' | 'publish' | 'unpublish' | 'cancel' }>): boolean {
    const { status } = this
    if (status === 'cancelled' || (status === 'published' && this.now >= this.start)) return false
    switch (move.kind) {
      case 'publish':
        if (status !== 'draft' || this.start <= this.now || this.deadline <= this.now) return false
        this.status = 'published'
        this.told = this.now
        return true
      case 'unpublish':
        if (status !== 'published' || this.chairs.length + this.offers.length + this.queue.length > 0) return false
        this.status = 'draft'
        return true
      case 'cancel':
        this.status = 'cancelled'
        return true
      case 'deadline': {
        const deadline = this.start - move.before
        if (deadline === this.deadline || move.before < 0 || (status === 'published' && this.start <= this.now))
          return false
        this.deadline = deadline
        return true
      }
      case 'resize': {
        const places = { ...this.places, [move.role]: move.to }
        const right = places.attendee !== null || places.volunteer !== null
        if (!right || move.to === this.places[move.role] || move.to === 0 || (move.to ?? 0) > 4) return false
        if ((move.to ?? 0) < this.taken(move.role)) return false
        if (move.to === null && this.waiting(move.role).length > 0) return false
        this.places = places
        return true
      }
      case 'move': {
        const start = this.now + move.start
        const end = start + move.length
        const elsewhere = start !== this.start || end !== this.end || move.venue !== this.venue
        if (!elsewhere && this.deadline === start - 30) return false
        if (move.length < 1 || (status === 'published' && move.start <= 0)) return false
        Object.assign(this, { start, end, venue: move.venue, deadline: start - 30 })
        if (status === 'published' && elsewhere) {
          this.told = this.now
          this.moves += 1
          this.chairs.forEach((chair) => (chair.moved = true))
        }
        return true
      }
    }
  }
}

// ---- the rules ----

class Rules {
  readonly desk: Desk
  readonly facts: RegistrationFact[] = []
  readonly messages: Message[] = []

  constructor() {
    const { attendee, volunteer } = START.places
    const terms = {
      start: moment(START.start),
      end: moment(START.end),
      deadline: moment(START.deadline),
      places: { attendee, volunteer },
      volunteerMinutes: null,
    }
    this.desk = new Desk(terms, NOON, rules)
  }

  private recorded(who: string, act: RegistrationAct): void {
    const { desk } = this
    desk.record(who, act)
    const fact: RegistrationFact = { ...act, person: who, no: desk.no, at: desk.now }
    this.facts.push(fact)
    this.messages.push(...messagesOfRegistration(fact, desk.event, rules))
  }

  private done(act: EventAct): void {
    const { desk } = this
    desk.host(act)
    this.messages.push(...messagesOfEvent({ act: act.act, no: desk.no }, desk.event, desk.roll))
  }

  ask(what: Ask, who: Person): string {
    const decision = this.desk.ask(who, CLAIMS[what], asked(who))
    if (!decision.ok) return decision.refusal.code
    this.recorded(who, decision.value)
    return decision.value.act === 'cancelled' && decision.value.late ? 'cancelled late' : decision.value.act
  }

  tick(): readonly string[] {
    return this.desk.due().map((due) => {
      if ('person' in due) {
        this.recorded(due.person, due)
        return `${due.act} ${due.person}`
      }
      this.done(due)
      return due.act === 'reminded' ? `reminded ${due.minutes}` : due.act
    })
  }

  manage(claim: EventClaim): boolean {
    const { desk } = this
    const guards = { event: desk.event, counts: countsOf(desk.roll), checkedIn: false, venues: ['V01', 'V02'] }
    const decision = decideEvent(claim, guards, saihan, rules, desk.now)
    if (decision.ok) this.done(decision.value)
    return decision.ok
  }
}

// ---- the game ----

const anyMove: fc.Arbitrary<Move> = fc.oneof(
  {
    weight: 24,
    arbitrary: fc.record({
      kind: fc.constant('ask' as const),
      ask: fc.constantFrom<Ask>(
        ...(['attend', 'attend', 'attend', 'attend', 'serve', 'serve'] as const),
        ...(['cancel', 'cancel', 'cancel', 'accept', 'accept', 'decline', 'add', 'add to serve'] as const),
      ),
      choice: fc.nat(99),
    }),
  },
  { weight: 5, arbitrary: fc.constant({ kind: 'tick' as const }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('answer' as const), minutes: fc.constantFrom(-1, 0, 1) }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('wait' as const), minutes: fc.constantFrom(1, 5, 20, 20, 40, 100) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('resize' as const),
      role: fc.constantFrom(...EVENT_ROLES),
      to: fc.constantFrom(0, 1, 1, 1, 2, 2, 3, 5, null),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('move' as const),
      start: fc.constantFrom(-1, 0, 1, 61, 120, 250, 400, 900, 900, 900, 1500),
      length: fc.constantFrom(0, 30, 90),
      venue: fc.constantFrom('V01', 'V01', 'V02'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('deadline' as const), before: fc.constantFrom(-1, 0, 0, 30, 30, 500) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constantFrom('publish' as const, 'publish' as const, 'unpublish' as const) }),
  },
  {
    weight: 1,
    arbitrary: fc.nat(5).map((n) => (n === 0 ? { kind: 'cancel' as const } : { kind: 'tick' as const })),
  },
)

/** Who asks: whoever an answer of theirs makes sense for, now and then anybody. */
function whoAsks(ask: Ask, choice: number, model: Model): Person {
  const offered = model.offers.map(({ who }) => who as Person)
  const there = [...model.chairs, ...model.queue, ...model.offers].map(({ who }) => who as Person)
  const away = PEOPLE.filter((who) => !there.includes(who))
  const sensible =
    ask === 'accept' || ask === 'decline' ? offered : ask === 'cancel' ? there : ask === 'add' ? PEOPLE : away
  const from = choice % 8 === 0 || sensible.length === 0 ? PEOPLE : sensible
  return from[choice % from.length] ?? '甲'
}

function claimOf(
  move: Extract<Move, { kind: 'resize' | 'move' | 'deadline' }>,
  terms: EventTerms,
  now: Instant,
): EventTerms {
  switch (move.kind) {
    case 'resize':
      return { ...terms, places: { ...terms.places, [move.role]: move.to } }
    case 'deadline':
      return { ...terms, deadline: addMinutes(terms.start, -move.before) }
    case 'move': {
      const start = addMinutes(now, move.start)
      return {
        ...terms,
        start,
        end: addMinutes(start, move.length),
        deadline: addMinutes(start, -30),
        venue: move.venue,
      }
    }
  }
}

/** One move for both; the answer of each. */
function play(move: Move, real: Rules, model: Model): readonly [unknown, unknown] {
  switch (move.kind) {
    case 'wait':
      model.now += move.minutes
      real.desk.at(moment(model.now))
      return [true, true]
    case 'tick':
      return [real.tick(), model.tick()]
    case 'ask': {
      const who = whoAsks(move.ask, move.choice, model)
      return [real.ask(move.ask, who), model.ask(move.ask, who)]
    }
    case 'answer': {
      const [offer] = model.offers
      if (!offer) return [[], []]
      model.now = Math.max(model.now, Math.min(offer.until, model.lastOffer) + move.minutes)
      real.desk.at(moment(model.now))
      const who = offer.who as Person
      return [real.ask('accept', who), model.ask('accept', who)]
    }
    case 'publish':
    case 'unpublish':
    case 'cancel':
      return [real.manage({ act: move.kind }), model.manage(move)]
    case 'resize':
    case 'move':
    case 'deadline': {
      const terms = claimOf(move, real.desk.event.terms, real.desk.now)
      return [real.manage({ act: 'change', terms }), model.manage(move)]
    }
  }
}

/** Everybody's place, by role: who has one, who is offered one until when, who waits, in order. */
function picture(real: Rules) {
  const { event, roll } = real.desk
  return EVENT_ROLES.map((role) => {
    const live = liveOf(roll).filter((one) => one.role === role)
    return {
      chairs: live
        .filter(({ state }) => state === 'registered')
        .map(({ person }) => person)
        .sort(),
      offers: live
        .filter(({ state }) => state === 'offered')
        .map(({ person, until }) => [person, until && (offerEnd(until, event.terms, rules) - NOON) / 60_000]),
      queue: waitingFor(roll, role).map(({ person }) => person),
    }
  })
}

function expected(model: Model) {
  return EVENT_ROLES.map((role) => ({
    chairs: model.chairs
      .filter((one) => one.role === role)
      .map(({ who }) => who)
      .sort(),
    offers: model.offers
      .filter((one) => one.role === role)
      .sort((a, b) => a.n - b.n)
      .map(({ who, until }) => [who, Math.min(until, model.lastOffer)]),
    queue: model.waiting(role).map(({ who }) => who),
  }))
}

/** `expect` for tens of thousands of comparisons: it is asked only when something differs. */
function same(real: unknown, wanted: unknown): void {
  if (JSON.stringify(real) !== JSON.stringify(wanted)) expect(real).toEqual(wanted)
}

/** What must hold whatever was played, told by the facts alone. */
function holds(real: Rules): void {
  const { event, roll, now } = real.desk
  const counts = countsOf(roll)
  for (const role of EVENT_ROLES) {
    const { registered, offered } = counts[role]
    same(registered + offered <= (event.terms.places[role] ?? 0), true)
  }
  // The moment for the next tick is right: due now, or nothing is.
  const next = dueAt(event, roll, rules, now)
  same(real.desk.due().length > 0, next !== null && next <= now)
}

/** And what must hold of the whole story. */
function holdsOfStory(real: Rules): void {
  // Numbers of arrival are given once each, in order.
  const arrivals = real.facts.flatMap((fact) => ('arrival' in fact ? [fact.arrival] : []))
  same(
    arrivals,
    arrivals.map((_, index) => index + 1),
  )
  // An offer goes to who waits, and nobody before them waits for the same; nothing is offered to who left.
  const end = real.facts.reduce((roll, fact) => {
    const mine = roll.registrations.find(({ person }) => person === fact.person)
    if (fact.act === 'offered') same(waitingFor(roll, mine?.role ?? 'attendee')[0]?.person, fact.person)
    if (fact.act === 'accepted') same(mine?.state, 'offered')
    return withFact(roll, fact)
  }, EMPTY_ROLL)
  same(end, real.desk.roll)
  // Everybody is told everything once.
  const keys = real.messages.map(({ event, no, to }) => `${event} ${no} ${to}`)
  same(new Set(keys).size, keys.length)
  const offers = real.facts.filter(({ act }) => act === 'offered').map(({ no, person }) => [no, person])
  const told = real.messages.filter(({ kind }) => kind === 'place-offered').map(({ no, to }) => [no, to])
  same(told, offers)
}

/** Who is told of a move that was just made: everybody who is on it, as the model has them. */
function toldOf(kind: Message['kind'], real: Rules, model: Model): void {
  const { no } = real.desk
  const people = { chairs: model.chairs, live: [...model.chairs, ...model.offers, ...model.queue] }
  const whom = kind === 'moved' || kind === 'cancelled' ? people.live : people.chairs
  const told = real.messages.filter((message) => message.no === no && message.kind === kind).map(({ to }) => to)
  same(told.slice().sort(), whom.map(({ who }) => who).sort())
}

test('any interleaving of people, host and time is answered as the model answers it', () => {
  const seen = new Map<string, number>()
  fc.assert(
    fc.property(fc.array(anyMove, { minLength: 30, maxLength: 80, size: 'max' }), (moves) => {
      const real = new Rules()
      const model = new Model()
      for (const move of moves) {
        const { status, moves: moved } = model
        const [answer, wanted] = play(move, real, model)
        same([move, answer], [move, wanted])
        same(picture(real), expected(model))
        holds(real)
        if (move.kind === 'cancel' && model.status !== status) toldOf('cancelled', real, model)
        if (model.moves > moved) toldOf('moved', real, model)
        const words = Array.isArray(answer) ? answer.map((one: string) => one.split(' ')[0]) : [answer]
        for (const word of words) {
          const key = typeof word === 'boolean' ? `${move.kind} ${word}` : String(word)
          seen.set(key, (seen.get(key) ?? 0) + 1)
        }
      }
      holdsOfStory(real)
    }),
    { numRuns: 600 },
  )
  // The game is worth playing: everything that can happen has happened.
  const all = [
    ...['registered', 'waiting', 'added', 'accepted', 'declined', 'cancelled', 'cancelled late', 'left'],
    ...['expired', 'offered', 'list-closed', 'reminded'],
    ...['already-registered', 'registration-closed', 'role-not-offered', 'event-full', 'waiting-first', 'no-offer'],
    ...['offer-expired', 'not-registered', 'profile-missing', 'guardian-consent-needed', 'time-clash'],
    ...['event-started', 'event-cancelled', 'event-not-published'],
    ...['move', 'resize', 'deadline', 'publish', 'unpublish', 'cancel'].flatMap((kind) => [
      `${kind} true`,
      `${kind} false`,
    ]),
  ]
  expect(all.filter((key) => !seen.has(key))).toEqual([])
})
