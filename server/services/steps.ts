import { decideActivist } from '#domain/application/activist'
import { applicationOf, type Act, type ApplicationAct } from '#domain/application/acts'
import { decideActCorrection, type ActClaim, type ActCorrection } from '#domain/application/decide'
import { valueOf } from '#domain/policy/policy'
import type { LocalDate } from '#domain/time'
import type {
  MentorsBody,
  NominationAnswerBody,
  NominationBody,
  PaperBody,
  StepChange,
  StepCorrectionBody,
  TalkBody,
} from '#contract/application'
import type { ActivistBody, ActReply } from '#contract/person'
import type { SignedIn } from '../context'
import { grantedOr, notFound, refusal } from '../problem'
import type { PersonFacts, Words } from '../queries/person-facts'
import { actOnPerson, affiliationOf, dayOf, type Trx } from './acts'
import { addAct, decide, guardsOf, type NewAct } from './application'
import { isUuid } from './ids'
import { confirmFromPaper, forgetPaper } from './paper'
import { couldAlso, type OfficeRoute } from './person'

/** The branch has the signed paper: the application begins, and the birth date written on it is confirmed. */
export function confirmPaper(context: SignedIn, person: string, body: PaperBody): Promise<ActReply> {
  return actOnPerson(context, 'POST /v1/people/:person/paper', [person], body, async (trx, { asker }, target) => {
    const birthDate = dayOf(body.birthDate, 'birthDate')
    const on = dayOf(body.on, 'on')
    decide(context, target, { act: 'applied', on, birthDate })
    const said = await confirmFromPaper(trx, context, target, { birthDate, occupation: body.occupation })
    const words = { receivedBy: body.receivedBy, ...said }
    return take(trx, context, target, { act: 'applied', on, by: asker.person }, words)
  })
}

/** The talk with an applicant, within a month of the application. */
export function recordTalk(context: SignedIn, person: string, body: TalkBody): Promise<ActReply> {
  return actOnPerson(context, 'POST /v1/people/:person/talk', [person], body, async (trx, { asker }, target) => {
    const on = dayOf(body.on, 'on')
    decide(context, target, { act: 'talked', on })
    const words = { by: body.by, content: body.content }
    return take(trx, context, target, { act: 'talked', on, by: asker.person }, words)
  })
}

/** The branch nominates. Where the pack only has the committee told (备案), that makes an activist. */
export function nominate(context: SignedIn, person: string, body: NominationBody): Promise<ActReply> {
  return actOnPerson(context, 'POST /v1/people/:person/nomination', [person], body, async (trx, { asker }, target) => {
    const on = dayOf(body.on, 'on')
    decide(context, target, { act: 'nominated', on, way: body.way, members: body.members })
    const nomination = { act: 'nominated', on, way: body.way, people: body.members, by: asker.person } as const
    const { id, acts } = await addAct(trx, context, target, nomination, { minutes: body.minutes })
    if (valueOf(context.district.policy, 'activist.approval') === 'file') {
      await addAct(trx, context, target, { act: 'activist', on, way: body.way, by: asker.person }, {}, acts)
    }
    return { id }
  })
}

/** The grassroots committee approves a nomination, or returns it with a reason. */
export function answerNomination(context: SignedIn, person: string, body: NominationAnswerBody): Promise<ActReply> {
  const route = 'POST /v1/people/:person/nomination/answer'
  return actOnPerson(context, route, [person], body, async (trx, { asker }, target) => {
    const { answer } = body
    const on = dayOf(answer.on, 'answer/on')
    const by = asker.person
    await refuseOwnNomination(trx, target, by)
    if (answer.kind === 'returned') {
      decide(context, target, { act: 'returned', on })
      return take(trx, context, target, { act: 'returned', on, by }, { why: answer.why })
    }
    decide(context, target, { act: 'activist', on })
    const way = applicationOf(target.facts.acts).nominated?.way ?? null
    return take(trx, context, target, { act: 'activist', on, way, by }, { approvedBy: answer.approvedBy })
  })
}

/** Two offices of one and the same person are one pair of eyes: who nominated, or put a nomination right, doesn't answer. */
async function refuseOwnNomination(trx: Trx, { facts }: PersonFacts, by: string): Promise<void> {
  const rows: string[] = []
  let act: ApplicationAct | null | undefined = applicationOf(facts.acts).nominated
  for (; act; act = facts.acts.find((one) => one.id === act?.corrects)) rows.push(act.id)
  if (rows.length === 0) return
  const own = await trx
    .selectFrom('step')
    .select('id')
    .where('id', 'in', rows)
    .where('by_person', '=', by)
    .executeTakeFirst()
  if (own) throw refusal({ code: 'own-nomination', facts: {} })
}

/** A committee's officer records that a person became 入团积极分子 on paper (补录). */
export function recordActivist(context: SignedIn, person: string, body: ActivistBody): Promise<ActReply> {
  return actOnPerson(context, 'POST /v1/people/:person/activist', [person], body, async (trx, { asker }, target) => {
    const on = dayOf(body.on, 'on')
    const guards = {
      affiliation: affiliationOf(target),
      activistOn: applicationOf(target.facts.acts).activist?.on ?? null,
      birthDate: target.facts.birthDate,
      acts: target.facts.acts,
    }
    const record = { on, way: body.way, paperSeen: body.paperSeen }
    // A record from paper is no way around an answer that isn't theirs to give.
    await refuseOwnNomination(trx, target, asker.person)
    grantedOr(decideActivist(record, guards, context.district.policy, context.today))
    const act = { act: 'activist', on, way: body.way, onPaper: true, by: asker.person } as const
    return take(trx, context, target, act, { approvedBy: body.approvedBy })
  })
}

/** The organisation names mentors. */
export function nameMentors(context: SignedIn, person: string, body: MentorsBody): Promise<ActReply> {
  return actOnPerson(context, 'POST /v1/people/:person/mentors', [person], body, async (trx, { asker }, target) => {
    const on = dayOf(body.on, 'on')
    decide(context, target, mentorsClaim(body, on))
    const act = { act: 'mentored', on, people: body.mentors.length, by: asker.person } as const
    return take(trx, context, target, act, mentorWords(body))
  })
}

/** Whoever takes a step also corrects it. */
const CORRECTED_BY: Readonly<Partial<Record<Act, OfficeRoute>>> = {
  applied: 'POST /v1/people/:person/paper',
  talked: 'POST /v1/people/:person/talk',
  nominated: 'POST /v1/people/:person/nomination',
  returned: 'POST /v1/people/:person/nomination/answer',
  activist: 'POST /v1/people/:person/nomination/answer',
  mentored: 'POST /v1/people/:person/mentors',
}

/** Corrects a step by a new act that names the wrong one, or takes the newest one back. */
export function correctStep(
  context: SignedIn,
  person: string,
  stepId: string,
  body: StepCorrectionBody,
): Promise<ActReply> {
  const route = 'POST /v1/people/:person/steps/:step/corrections'
  return actOnPerson(context, route, [person, stepId], body, async (trx, authority, target) => {
    const wrong = isUuid(stepId) ? target.facts.acts.find((one) => one.id === stepId) : undefined
    if (!wrong) throw notFound()
    const taker = CORRECTED_BY[wrong.act]
    // A step of another office isn't this one's to see about; the applicant's own is refused by the rules.
    if (taker && !couldAlso(context, authority, taker)) throw notFound()
    const { correction, act, words } = changeOf(body.change, wrong)
    const { policy } = context.district
    grantedOr(decideActCorrection(wrong, correction, guardsOf(target), policy, context.today))
    const said = await paperWords(trx, context, target, wrong, body.change)
    const row = { ...act, corrects: wrong.id, by: authority.asker.person }
    return take(trx, context, target, row, { ...words, ...said, reason: body.reason })
  })
}

/** A corrected paper confirms anew what it says; one that is taken back confirms nothing any more. */
async function paperWords(
  trx: Trx,
  context: SignedIn,
  target: PersonFacts,
  wrong: ApplicationAct,
  change: StepChange,
): Promise<Words> {
  if (wrong.act !== 'applied') return {}
  if (change.act === 'applied') {
    const birthDate = dayOf(change.birthDate, 'change/birthDate')
    return confirmFromPaper(trx, context, target, { birthDate, occupation: change.occupation }, wrong.id)
  }
  await forgetPaper(trx, context, target, wrong.id)
  return {}
}

interface Change {
  readonly correction: ActCorrection
  readonly act: Omit<NewAct, 'by' | 'corrects'>
  readonly words: Words
}

/** What a change says, for the rules and for the row. */
function changeOf(change: StepChange, wrong: ApplicationAct): Change {
  const kept = { way: wrong.way, onPaper: wrong.onPaper, people: wrong.people }
  if (change.act === 'void') {
    const act = { act: wrong.act, on: wrong.on, ...kept, voided: true }
    return { correction: { kind: 'void' }, act, words: {} }
  }
  const on = dayOf(change.on, 'change/on')
  const replace = (claim: ActClaim, words: Words, more: Partial<typeof kept> = {}): Change => ({
    correction: { kind: 'replace', claim },
    act: { act: claim.act, on, ...kept, ...more },
    words,
  })
  switch (change.act) {
    case 'applied': {
      const birthDate = dayOf(change.birthDate, 'change/birthDate')
      return replace({ act: 'applied', on, birthDate }, { receivedBy: change.receivedBy })
    }
    case 'talked':
      return replace({ act: 'talked', on }, { by: change.by, content: change.content })
    case 'nominated': {
      const { way, members, minutes } = change
      return replace({ act: 'nominated', on, way, members }, { minutes }, { way, people: members })
    }
    case 'returned':
      return replace({ act: 'returned', on }, { why: change.why })
    case 'activist':
      return replace(
        { act: 'activist', on },
        { approvedBy: change.approvedBy },
        wrong.onPaper && change.way ? { way: change.way } : {},
      )
    case 'mentored':
      return replace(mentorsClaim(change, on), mentorWords(change), { people: change.mentors.length })
  }
}

type Mentors = Pick<MentorsBody, 'mentors'>

function mentorsClaim({ mentors }: Mentors, on: LocalDate): ActClaim {
  return { act: 'mentored', on, mentors: mentors.map((mentor) => mentor.name.trim()) }
}

/** Names are words beside the fact, which keeps only how many there are. */
function mentorWords({ mentors }: Mentors): Words {
  return Object.fromEntries(
    mentors.flatMap(({ name, membership }, index) => [
      [`mentor${index + 1}`, name.trim()],
      [`membership${index + 1}`, membership],
    ]),
  )
}

async function take(trx: Trx, context: SignedIn, target: PersonFacts, act: NewAct, words: Words): Promise<ActReply> {
  const { id } = await addAct(trx, context, target, act, words)
  return { id }
}
