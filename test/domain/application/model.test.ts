import fc from 'fast-check'
import { decideOffice, type Asker, type Target } from '#domain/access/decide'
import { PERMISSIONS, type Permission, type RouteKey } from '#domain/access/permissions'
import type { Role } from '#domain/access/roles'
import { decideActivist } from '#domain/application/activist'
import {
  applicationOf,
  standingActs,
  type Act,
  type ApplicationAct,
  type ApplicationState,
} from '#domain/application/acts'
import { decideAct, decideActCorrection, type ActClaim } from '#domain/application/decide'
import { pathOf } from '#domain/policy/organisations'
import type { AdmissionWay } from '#domain/policy/policy'
import { addDays, localDate, type LocalDate } from '#domain/time'
import { act } from '../acts'
import { organisationsOf, policyOf, withValues } from '../packs'

/**
 * The steps 0 to 5 told a second time, as short as can be, and both tellings asked the same: any act, on any day, by anybody, in
 * any order, replaced and taken back. What the rules accept must be exactly what the model accepts.
 */

const policy = withValues(policyOf('saihan'), { 'admission.ways': ['nomination', 'points'] })
const organisations = organisationsOf('saihan')
const BRANCH = 'SH-N01-1'
const START = localDate('2026-01-10')

/** Who acts: the applicant, or an office somewhere. */
const ACTORS = {
  applicant: null,
  secretary: { role: 'branch-secretary', organisation: BRANCH },
  'secretary beside': { role: 'branch-secretary', organisation: 'SH-N01-2' },
  officer: { role: 'committee-officer', organisation: 'SH-N01' },
  'officer elsewhere': { role: 'committee-officer', organisation: 'SH-X01' },
  district: { role: 'district-officer', organisation: 'SH' },
} as const satisfies Readonly<Record<string, { readonly role: Role; readonly organisation: string } | null>>
type Actor = keyof typeof ACTORS

const ROUTES: Readonly<Record<Act | 'paper' | 'correction', RouteKey>> = {
  submitted: 'POST /v1/me/application',
  withdrawn: 'POST /v1/me/application/withdrawal',
  applied: 'POST /v1/people/:person/paper',
  talked: 'POST /v1/people/:person/talk',
  nominated: 'POST /v1/people/:person/nomination',
  returned: 'POST /v1/people/:person/nomination/answer',
  activist: 'POST /v1/people/:person/nomination/answer',
  mentored: 'POST /v1/people/:person/mentors',
  paper: 'POST /v1/people/:person/activist',
  correction: 'POST /v1/people/:person/steps/:step/corrections',
}

type Affiliation = 'none' | 'claimed' | 'confirmed'

/** Everything that a claim can hold; each kind takes what is its own. */
interface Details {
  readonly day: number
  readonly birthDate: LocalDate
  readonly way: AdmissionWay
  readonly members: number
  readonly mentors: readonly string[]
}

type Move =
  | { readonly kind: 'wait'; readonly days: number }
  | { readonly kind: 'take'; readonly act: Act; readonly by: Actor; readonly details: Details }
  | { readonly kind: 'paper'; readonly by: Actor; readonly seen: boolean; readonly details: Details }
  | {
      readonly kind: 'replace' | 'void'
      readonly at: number
      readonly old: boolean
      readonly by: Actor
      readonly details: Details
    }
  | { readonly kind: 'affiliation'; readonly state: Affiliation }

// ---- the rules ----

class Rules {
  readonly acts: ApplicationAct[] = []

  /** Whether the permission table lets somebody through to the person. */
  private may(route: RouteKey, by: Actor, affiliation: Affiliation): boolean {
    const permission: Permission = PERMISSIONS[route]
    const seat = ACTORS[by]
    if (permission.kind !== 'office') return by === 'applicant'
    if (affiliation === 'none') return false
    const asker: Asker = { person: by, roles: seat ? [{ ...seat, until: localDate('2099-12-31') }] : [] }
    const target: Target = { organisations: pathOf(organisations, BRANCH), person: { id: 'applicant', affiliation } }
    return decideOffice(permission, asker, target, START) === 'granted'
  }

  private add(claim: Pick<ApplicationAct, 'act' | 'on'>, today: LocalDate, parts: Partial<ApplicationAct> = {}): void {
    this.acts.push(act(claim.act, claim.on, { id: `a${this.acts.length}`, since: today, ...parts }))
  }

  take(claim: ActClaim, by: Actor, world: World): boolean {
    if (!this.may(ROUTES[claim.act], by, world.affiliation)) return false
    const decision = decideAct(claim, { ...world, acts: this.acts }, policy, world.today)
    if (decision.ok) this.add(claim, world.today)
    return decision.ok
  }

  paper(details: Details, seen: boolean, by: Actor, world: World): boolean {
    if (!this.may(ROUTES.paper, by, world.affiliation)) return false
    const record = { on: addDays(world.today, details.day), way: details.way, paperSeen: seen }
    const activistOn = applicationOf(this.acts).activist?.on ?? null
    const decision = decideActivist(record, { ...world, activistOn, acts: this.acts }, policy, world.today)
    if (decision.ok) this.add({ act: 'activist', on: record.on }, world.today, { onPaper: true, way: record.way })
    return decision.ok
  }

  correct(target: ApplicationAct, claim: ActClaim | null, by: Actor, world: World): boolean {
    if (!this.may(ROUTES.correction, by, world.affiliation)) return false
    const correction = claim ? ({ kind: 'replace', claim } as const) : ({ kind: 'void' } as const)
    const guards = { ...world, acts: this.acts }
    const decision = decideActCorrection(target, correction, guards, policy, world.today)
    if (decision.ok) {
      this.add(claim ?? target, world.today, { corrects: target.id, voided: !claim, onPaper: target.onPaper })
    }
    return decision.ok
  }
}

// ---- the model ----

/** What the applicant and the day are, for both. */
interface World {
  today: LocalDate
  affiliation: Affiliation
  birthDate: LocalDate
}

interface Card {
  readonly kind: Act
  readonly on: LocalDate
  readonly paper: boolean
  /** The row that holds it now. */
  readonly row: number
}

/** Age in years by counting birthdays; a leap day's birthday is 1 March in other years. */
function age(born: LocalDate, on: LocalDate): number {
  const years = Number(on.slice(0, 4)) - Number(born.slice(0, 4))
  return on.slice(5) < born.slice(5) ? years - 1 : years
}

const OFFICE: Readonly<Record<Act | 'paper', Actor>> = {
  submitted: 'applicant',
  applied: 'secretary',
  talked: 'secretary',
  nominated: 'secretary',
  returned: 'officer',
  activist: 'officer',
  mentored: 'secretary',
  withdrawn: 'applicant',
  paper: 'officer',
}

/** What lies on top decides what can be laid on it. */
const ON_TOP: Readonly<Record<'nothing' | Act, readonly Act[]>> = {
  nothing: ['submitted'],
  submitted: ['applied', 'withdrawn'],
  applied: ['talked', 'withdrawn'],
  talked: ['nominated', 'withdrawn'],
  nominated: ['returned', 'activist', 'withdrawn'],
  returned: ['nominated', 'withdrawn'],
  activist: ['mentored', 'withdrawn'],
  mentored: ['withdrawn'],
  withdrawn: ['submitted'],
}

const STATE: Readonly<Record<'nothing' | Act, ApplicationState>> = {
  nothing: 'none',
  submitted: 'submitted',
  applied: 'applied',
  talked: 'talked',
  nominated: 'nominated',
  returned: 'talked',
  activist: 'activist',
  mentored: 'training',
  withdrawn: 'none',
}

/** A pile of cards: one a step that stands, the newest on top. */
class Model {
  pile: Card[] = []
  rows = 0

  get top(): 'nothing' | Act {
    return this.pile[this.pile.length - 1]?.kind ?? 'nothing'
  }

  get state(): ApplicationState {
    return STATE[this.top]
  }

  /** Whether what is said about an act is right, when it lies on `below`. */
  private fits(claim: ActClaim, below: readonly Card[], world: World): boolean {
    const under = below[below.length - 1]
    if (!ON_TOP[under?.kind ?? 'nothing'].includes(claim.act) || claim.on > world.today) return false
    if (claim.act === 'submitted') return inAge(world.birthDate, claim.on)
    if (claim.act === 'applied') return inAge(claim.birthDate, claim.on) && claim.on >= floorOf(below)
    if (claim.act === 'withdrawn') return true
    if (claim.on < floorOf(below)) return false
    if (claim.act === 'nominated') return claim.way !== 'review' && claim.members >= 3
    if (claim.act === 'mentored') return [1, 2].includes(claim.mentors.length) && claim.mentors[0] !== claim.mentors[1]
    return true
  }

  private lay(claim: Pick<ActClaim, 'act' | 'on'>, paper: boolean): void {
    this.pile.push({ kind: claim.act, on: claim.on, paper, row: this.rows++ })
  }

  take(claim: ActClaim, by: Actor, world: World): boolean {
    if (by !== OFFICE[claim.act]) return false
    const own = by === 'applicant'
    if (own ? claim.act === 'submitted' && world.affiliation === 'none' : world.affiliation !== 'confirmed')
      return false
    if (!this.fits(claim, this.pile, world)) return false
    this.lay(claim, false)
    return true
  }

  /** The one exception to the order. */
  paper(details: Details, seen: boolean, by: Actor, world: World): boolean {
    const on = addDays(world.today, details.day)
    const right =
      by === OFFICE.paper &&
      world.affiliation === 'confirmed' &&
      !['activist', 'mentored'].includes(this.top) &&
      details.way !== 'review' &&
      seen &&
      on <= world.today &&
      on >= floorOf(this.pile) &&
      age(world.birthDate, on) >= 14
    if (right) this.lay({ act: 'activist', on }, true)
    return right
  }

  correct(row: number, claim: ActClaim | null, by: Actor, world: World): boolean {
    const place = this.pile.findIndex((card) => card.row === row)
    const card = this.pile[place]
    if (!card || world.affiliation !== 'confirmed' || !['secretary', 'officer'].includes(by)) return false
    const above = this.pile.slice(place)
    if (card.kind === 'submitted' || above.some(({ kind }) => kind === 'withdrawn')) return false
    const next = above[1]
    // Answered, a nomination stays what was answered.
    if (card.kind === 'nominated' && next) return false
    if (!claim) {
      if (next) return false
      this.pile.pop()
      this.rows += 1
      return true
    }
    if (claim.act !== card.kind) return false
    const fits = card.paper
      ? claim.on <= world.today &&
        claim.on >= floorOf(this.pile.slice(0, place)) &&
        age(world.birthDate, claim.on) >= 14
      : this.fits(claim, this.pile.slice(0, place), world)
    if (!fits || (next && claim.on > next.on)) return false
    this.pile[place] = { ...card, on: claim.on, row: this.rows++ }
    return true
  }
}

/** The day before which nothing can lie on a pile: that of the last card, but for the tap in the app, which is no step of the League's. */
function floorOf(pile: readonly Card[]): string {
  const steps = pile.filter(({ kind }) => kind !== 'submitted')
  return steps[steps.length - 1]?.on ?? ''
}

function inAge(born: LocalDate, on: LocalDate): boolean {
  return born <= on && age(born, on) >= 14 && age(born, on) <= 28
}

// ---- the game ----

function claimOf(kind: Act, { day, birthDate, way, members, mentors }: Details, today: LocalDate): ActClaim {
  const on = addDays(today, day)
  switch (kind) {
    case 'applied':
      return { act: kind, on, birthDate }
    case 'nominated':
      return { act: kind, on, way, members }
    case 'mentored':
      return { act: kind, on, mentors }
    default:
      return { act: kind, on }
  }
}

const anyDetails: fc.Arbitrary<Details> = fc.record({
  // mostly a day that can be: today or a few days before
  day: fc.oneof(
    { weight: 6, arbitrary: fc.constant(0) },
    { weight: 3, arbitrary: fc.integer({ min: -6, max: 0 }) },
    { weight: 1, arbitrary: fc.constantFrom(1, -40, -400) },
  ),
  // mostly one that is right; the days around 14 and 29, and leap days
  birthDate: fc.oneof(
    { weight: 6, arbitrary: fc.constant(localDate('2009-05-20')) },
    {
      weight: 2,
      arbitrary: fc
        .integer({ min: -2, max: 40 })
        .chain((days) =>
          fc.constantFrom(addDays(localDate('2012-01-10'), days), addDays(localDate('1997-01-10'), days)),
        ),
    },
    { weight: 1, arbitrary: fc.constantFrom(localDate('2012-02-29'), localDate('2027-01-01')) },
  ),
  way: fc.constantFrom('nomination', 'nomination', 'points', 'review'),
  members: fc.constantFrom(2, 3, 6, 7, 40),
  mentors: fc.constantFrom<readonly string[]>(['甲'], ['甲', '乙'], ['甲', '乙'], [], ['甲', '甲'], ['甲', '乙', '丙']),
})

const anyActor = fc.constantFrom(...(Object.keys(ACTORS) as Actor[]))

/** Most moves are what could come next, by who may: chosen by number from what the model would take. The rest is anything. */
const anyPlan = fc.array(
  fc.oneof(
    {
      weight: 8,
      arbitrary: fc.record({ kind: fc.constant('next' as const), choice: fc.nat(11), details: anyDetails }),
    },
    {
      weight: 4,
      arbitrary: fc.record({
        kind: fc.constantFrom('replace' as const, 'void' as const),
        at: fc.nat(5),
        old: fc.integer({ min: 0, max: 4 }).map((n) => n === 0),
        by: fc.constantFrom<Actor>('secretary', 'secretary', 'secretary', 'officer', 'applicant', 'secretary beside'),
        details: anyDetails,
      }),
    },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 9 }) }) },
    {
      weight: 3,
      arbitrary: fc.record({
        kind: fc.constant('take' as const),
        act: fc.constantFrom<Act>(...(Object.keys(OFFICE).filter((one) => one !== 'paper') as Act[])),
        by: anyActor,
        details: anyDetails,
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('paper' as const),
        by: fc.constantFrom<Actor>('officer', 'officer', 'officer', 'secretary', 'applicant'),
        seen: fc.integer({ min: 0, max: 5 }).map((n) => n > 0),
        details: anyDetails,
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('affiliation' as const),
        state: fc.constantFrom<Affiliation>('confirmed', 'confirmed', 'confirmed', 'claimed', 'none'),
      }),
    },
  ),
  { minLength: 10, maxLength: 45 },
)

/** One move for both; the answer of each. */
function play(move: Move, rules: Rules, model: Model, world: World): readonly [boolean, boolean] {
  switch (move.kind) {
    case 'wait':
      world.today = addDays(world.today, move.days)
      return [true, true]
    case 'affiliation':
      world.affiliation = move.state
      return [true, true]
    case 'take': {
      const claim = claimOf(move.act, move.details, world.today)
      const answers = [rules.take(claim, move.by, world), model.take(claim, move.by, world)] as const
      // The branch has seen the paper: from then on its birth date holds.
      if (answers[0] && claim.act === 'applied') world.birthDate = claim.birthDate
      return answers
    }
    case 'paper':
      return [
        rules.paper(move.details, move.seen, move.by, world),
        model.paper(move.details, move.seen, move.by, world),
      ]
    case 'replace':
    case 'void': {
      // Mostly what stands, the newest first; now and then a row of the past.
      const rows = move.old ? rules.acts.map((_, at) => at) : model.pile.map((card) => card.row).reverse()
      const row = rows[move.at % Math.max(1, rows.length)] ?? -1
      const target = rules.acts[row]
      if (!target) return [false, false]
      // Days of replacements are counted from the day of what they replace: around it lie the limits.
      const { act: kind, on } = target
      const claim = move.kind === 'void' ? null : claimOf(kind, { ...move.details, day: move.details.day + 1 }, on)
      const answers = [rules.correct(target, claim, move.by, world), model.correct(row, claim, move.by, world)] as const
      if (answers[0] && claim?.act === 'applied') world.birthDate = claim.birthDate
      return answers
    }
  }
}

/** Plays a plan to its end; how often each kind of move was accepted and refused. */
function game(plan: typeof anyPlan extends fc.Arbitrary<infer T> ? T : never, seen: Map<string, number>): void {
  const world: World = { today: START, affiliation: 'confirmed', birthDate: localDate('2009-05-20') }
  const rules = new Rules()
  const model = new Model()
  for (const planned of plan) {
    let move: Move
    if (planned.kind === 'next') {
      const possible = ON_TOP[model.top].filter((kind) => kind !== 'withdrawn' || planned.choice === 0)
      const next = possible[planned.choice % Math.max(1, possible.length)] ?? 'withdrawn'
      move = { kind: 'take', act: next, by: OFFICE[next], details: planned.details }
    } else move = planned
    const [byRules, byModel] = play(move, rules, model, world)
    if (byRules !== byModel) {
      throw new Error(`${JSON.stringify(move)} on ${world.today}: rules ${byRules}, model ${byModel}`)
    }
    const name = 'act' in move ? move.act : move.kind
    seen.set(`${name} ${byRules}`, (seen.get(`${name} ${byRules}`) ?? 0) + 1)
    // … and both stand where the other does.
    expect(applicationOf(rules.acts).state).toBe(model.state)
    expect(standingActs(rules.acts).map(({ act: kind, on, id }) => [kind, on, id])).toEqual(
      model.pile.map(({ kind, on, row }) => [kind, on, `a${row}`]),
    )
  }
}

test('any act on any day by anybody in any order: accepted exactly when the model accepts it', () => {
  const seen = new Map<string, number>()
  fc.assert(
    fc.property(anyPlan, (plan) => {
      game(plan, seen)
    }),
    { numRuns: 600 },
  )
  // A model that nothing ever gets far in would agree with everything: each act was taken and each refused, again and again.
  for (const name of [...Object.keys(OFFICE), 'replace', 'void']) {
    for (const answer of [true, false]) {
      expect([name, answer, (seen.get(`${name} ${answer}`) ?? 0) > 10]).toEqual([name, answer, true])
    }
  }
})
