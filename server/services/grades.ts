import { decideGrade, decideGradeCorrection, type GradeClaim, type GradeGuards } from '#domain/civics/grades'
import type { ActReply, GradeBody, GradeCorrectionBody } from '#contract/person'
import type { SignedIn } from '../context'
import { grantedOr, notFound } from '../problem'
import type { PersonFacts } from '../queries/person-facts'
import { actOnPerson, affiliationOf, dayOf, nextNo, type Trx } from './acts'
import { factId, isUuid } from './ids'
import { keepText, salted } from './texts'

/** A branch secretary records a grade of the civics course. */
export function recordGrade(context: SignedIn, person: string, body: GradeBody): Promise<ActReply> {
  const route = 'POST /v1/people/:person/civics-grades'
  return actOnPerson(context, route, [person], body, async (trx, { asker }, target) => {
    const claim = { grade: body.grade, on: dayOf(body.on, 'on') }
    grantedOr(decideGrade(claim, guardsOf(target), context.district.policy, context.today))
    return addGrade(trx, context, person, { ...claim, by: asker.person, corrects: null }, { term: body.term })
  })
}

/** A branch secretary corrects a grade by a new one that names the wrong one; null strikes it. */
export function correctGrade(
  context: SignedIn,
  person: string,
  entryId: string,
  body: GradeCorrectionBody,
): Promise<ActReply> {
  const route = 'POST /v1/people/:person/civics-grades/:entry/corrections'
  return actOnPerson(context, route, [person, entryId], body, async (trx, { asker }, target) => {
    const entry = isUuid(entryId) ? target.facts.grades.find((one) => one.id === entryId) : undefined
    if (!entry) throw notFound()
    const sameWords = target.texts.get(entryId)?.term === body.term
    const claim = { grade: body.grade, on: dayOf(body.on, 'on') }
    const { policy } = context.district
    grantedOr(
      decideGradeCorrection(
        entry,
        target.facts.grades,
        { ...claim, sameWords },
        guardsOf(target),
        policy,
        context.today,
      ),
    )
    const words = { term: body.term, reason: body.reason }
    return addGrade(trx, context, person, { ...claim, by: asker.person, corrects: entryId }, words)
  })
}

function guardsOf(target: PersonFacts): GradeGuards {
  return { affiliation: affiliationOf(target), occupation: target.facts.occupation }
}

async function addGrade(
  trx: Trx,
  context: SignedIn,
  person: string,
  { grade, on, by, corrects }: GradeClaim & { readonly by: string; readonly corrects: string | null },
  words: Readonly<Record<string, string>>,
): Promise<ActReply> {
  const id = factId(context.now)
  const text = salted(words)
  await trx
    .insertInto('grade')
    .values({
      id,
      person_id: person,
      no: await nextNo(trx, 'grade', person),
      grade,
      on_day: on,
      since: context.today,
      corrects,
      text_hash: text.hash,
      by_person: by,
      at: new Date(context.now),
      policy: context.district.policy.version,
    })
    .execute()
  await keepText(trx, id, person, text)
  return { id }
}
