import type { AnswerBody, ClassRequestBody, ClassRequestsReply, EventActReply } from '#contract/event'
import type { SignedIn } from '../../context'
import { notFound, refusal } from '../../problem'
import { isUuid } from '../ids'
import { once } from '../once'
import { authoriseOverOrganisation } from '../person'
import type { Trx } from '../acts'
import { cardOf, selectEvents } from './cards'
import { actAsHost, decide } from './host'
import { eventOfRow, openStream } from './stream'

/** The host asks a branch or a committee to name the event a class. */
export function askClass(context: SignedIn, id: string, body: ClassRequestBody): Promise<EventActReply> {
  return actAsHost(context, 'POST /v1/events/:event/class-request', id, body, (_trx, stream, asker) => {
    const { organisation, tenths } = body
    if (!context.district.organisationByCode.has(organisation)) {
      throw refusal({ code: 'organisation-unknown', facts: {} })
    }
    stream.add(decide(context, stream, { act: 'ask-class', organisation, tenths, by: asker }), asker)
    return Promise.resolve()
  })
}

/** The events that ask an organisation to name them a class, the next first. */
export async function classRequests(context: SignedIn, organisation: string): Promise<ClassRequestsReply> {
  await authoriseOverOrganisation(context, 'GET /v1/organisations/:organisation/class-requests', organisation)
  const rows = await selectEvents(context.district.db)
    .where('e.class_organisation', '=', organisation)
    .where('e.class_state', '=', 'asked')
    .where('e.status', '!=', 'cancelled')
    .where('e.start_at', '>', new Date(context.now))
    .orderBy('e.start_at')
    .execute()
  return {
    asOf: context.now,
    requests: rows.map((row) => ({
      card: cardOf(context, row, true),
      notes: row.words_body.notes ?? '',
      tenths: eventOfRow(row).naming.tenths ?? 0,
    })),
  }
}

/** The organisation answers; the host is told. */
export function answerClass(
  context: SignedIn,
  organisation: string,
  id: string,
  body: AnswerBody,
): Promise<EventActReply> {
  const route = 'POST /v1/organisations/:organisation/class-requests/:event/answer'
  const act = { requestId: body.requestId, route: `${route} ${organisation} ${id}`, body }
  const begin = async (trx: Trx) => {
    const { asker } = await authoriseOverOrganisation(context, route, organisation, trx)
    const stream = isUuid(id) ? await openStream(trx, context, id) : null
    if (stream?.event.naming.organisation !== organisation) throw notFound()
    return { asker, stream }
  }
  return once(context, act, begin, async (_trx, { asker, stream }) => {
    const claim = { act: 'answer-class', yes: body.yes, by: asker.person } as const
    stream.add(decide(context, stream, claim), asker.person)
    await stream.close()
    return { event: id }
  })
}
