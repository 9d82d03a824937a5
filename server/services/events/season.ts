import writeExcelFile, { type Row, type SheetData } from 'write-excel-file/node'
import { seasonBoard, seasonTotals } from '#domain/events/season'
import { valueOf } from '#domain/policy/policy'
import { addDays, localDate, startOfDay } from '#domain/time'
import type { SeasonReply, SeasonRow, SheetReply } from '#contract/event'
import type { SignedIn } from '../../context'
import { authoriseOverOrganisation } from '../person'
import { anyVenue, cardOf, selectEvents, venueRef, venuesWithin } from './cards'
import { eventOfRow } from './stream'

/** The board of the season: each venue of an organisation, with the events that count for it. */
export async function readSeason(context: SignedIn, organisation: string): Promise<SeasonReply> {
  await authoriseOverOrganisation(context, 'GET /v1/season', organisation)
  return seasonOf(context, organisation)
}

async function seasonOf(context: SignedIn, organisation: string): Promise<SeasonReply> {
  const { district, now } = context
  const { name, from, to, kinds } = valueOf(district.policy, 'season')
  const season = { from: localDate(from), to: localDate(to), kinds }
  const venues = venuesWithin(district, organisation)
  const rows = await selectEvents(district.db)
    .where('e.venue', '=', anyVenue(venues))
    .where('e.status', '=', 'published')
    .where('e.start_at', '>=', new Date(startOfDay(season.from)))
    .where('e.start_at', '<', new Date(startOfDay(addDays(season.to, 1))))
    .orderBy('e.start_at')
    .execute()
  const events = rows.map((row) => {
    const { id, status, terms } = eventOfRow(row)
    return { id, status, kind: terms.kind, venue: terms.venue, start: terms.start, end: terms.end }
  })
  const board = seasonBoard(venues, events, season, district.policy, now)
  return {
    asOf: now,
    name,
    from,
    to,
    totals: seasonTotals(board),
    venues: board.map((row): SeasonRow => ({
      venue: venueRef(district, row.venue),
      state: row.state,
      held: row.held,
      planned: row.planned,
      need: row.need,
      next: row.next,
      events: row.events.flatMap((id) => {
        const found = rows.find((one) => one.id === id)
        return found ? [cardOf(context, found)] : []
      }),
    })),
  }
}

const STATES = { held: '已办', planned: '已排', lacking: '还没有' } as const
/** The media type of a spreadsheet. */
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** The season's board as a spreadsheet, a line a venue. */
export async function seasonSheet(context: SignedIn, organisation: string): Promise<SheetReply> {
  await authoriseOverOrganisation(context, 'GET /v1/season/sheet', organisation)
  const { name, from, to, venues } = await seasonOf(context, organisation)
  const head = ['青年爱里', '所在', '情况', '已办场次', '已排场次', '下一场', '至少场次']
  const lines = venues.map(({ venue, state, held, planned, next, need }): Row => [
    { value: venue.placeholder ? `${venue.name}（示例）` : venue.name },
    { value: venue.organisation.name },
    { value: STATES[state] },
    { value: held },
    { value: planned },
    { value: next ?? '' },
    { value: need },
  ])
  const data: SheetData = [head.map((value) => ({ value, fontWeight: 'bold' as const })), ...lines]
  const columns = head.map(() => ({ width: 20 }))
  const buffer = await writeExcelFile(data, { columns }).toBuffer()
  return { name: `${name} ${from} 至 ${to}.xlsx`, type: XLSX, base64: buffer.toString('base64') }
}
