import fc from 'fast-check'
import { addDays, localDate, localDateAt, type Instant } from '#domain/time'
import { isOfSeason, seasonBoard, seasonTotals, type Season, type SeasonEvent } from '#domain/events/season'
import { EVENT_KINDS } from '#domain/events/event'
import { rawRows, withValues } from '../packs'
import { at, before, NOON, saihan } from './samples'

const SEASON: Season = {
  from: localDate('2026-06-01'),
  to: localDate('2026-06-30'),
  kinds: ['reading', 'league-class'],
}

const event = (id: string, venue: string, start: Instant, parts: Partial<SeasonEvent> = {}): SeasonEvent => ({
  id,
  venue,
  kind: 'reading',
  status: 'published',
  start,
  end: (start + 7_200_000) as Instant,
  ...parts,
})
const board = (events: readonly SeasonEvent[], policy = saihan, now = NOON) =>
  seasonBoard(['V01', 'V02', 'V03'], events, SEASON, policy, now)
const states = (...args: Parameters<typeof board>) => board(...args).map(({ state }) => state)

test('held, planned with its day, nothing yet', () => {
  const events = [
    event('b', 'V02', at('2026-06-20', '14:00')),
    event('c', 'V02', at('2026-06-12', '14:00')),
    event('a', 'V01', at('2026-06-03', '14:00')),
    event('d', 'V01', at('2026-06-25', '14:00')),
  ]
  expect(board(events)).toEqual([
    { venue: 'V01', state: 'held', held: 1, planned: 1, need: 1, next: '2026-06-25', events: ['a', 'd'] },
    { venue: 'V02', state: 'planned', held: 0, planned: 2, need: 1, next: '2026-06-12', events: ['c', 'b'] },
    { venue: 'V03', state: 'lacking', held: 0, planned: 0, need: 1, next: null, events: [] },
  ])
  expect(seasonTotals(board(events))).toEqual({ held: 1, planned: 1, lacking: 1 })
})

test('held once it is over, not while it runs', () => {
  const events = [event('a', 'V01', NOON)]
  const end = (NOON + 7_200_000) as Instant
  expect(states(events, saihan, before(end))[0]).toBe('planned')
  expect(states(events, saihan, end)[0]).toBe('held')
})

test.each([
  ['2026-05-31', '23:59', false],
  ['2026-06-01', '00:00', true],
  ['2026-06-30', '23:59', true],
  ['2026-07-01', '00:00', false],
])('beginning on %s %s: %s, by the day in China', (day, time, ok) => {
  expect(isOfSeason(event('a', 'V01', at(day, time)), SEASON)).toBe(ok)
})

test('only what is published, of a kind that counts', () => {
  const start = at('2026-06-03', '14:00')
  expect(isOfSeason(event('a', 'V01', start, { status: 'draft' }), SEASON)).toBe(false)
  expect(isOfSeason(event('a', 'V01', start, { status: 'cancelled' }), SEASON)).toBe(false)
  expect(EVENT_KINDS.filter((kind) => isOfSeason(event('a', 'V01', start, { kind }), SEASON))).toEqual(SEASON.kinds)
})

test('as many as the pack asks for; where it asks for none, one is shown', () => {
  const events = [event('a', 'V01', at('2026-06-03', '14:00')), event('b', 'V01', at('2026-06-20', '14:00'))]
  const asking = (perVenue: number) => board(events, withValues(saihan, { 'season.per-venue': perVenue }))[0]
  expect(asking(0)).toMatchObject({ state: 'held', need: 1 })
  expect(asking(1)).toMatchObject({ state: 'held', need: 1 })
  expect(asking(2)).toMatchObject({ state: 'planned', need: 2 })
  expect(asking(3)).toMatchObject({ state: 'lacking', need: 3, held: 1, planned: 1 })
})

test('the 19 venues of the district, each once, whatever the events', () => {
  const venues = rawRows('saihan', 'venues').map(({ code = '' }) => code)
  expect(venues).toHaveLength(19)
  const anyEvent = fc
    .record({
      venue: fc.constantFrom(...venues, 'V99'),
      minutes: fc.integer({ min: -60 * 24 * 40, max: 60 * 24 * 40 }),
      kind: fc.constantFrom(...EVENT_KINDS),
      status: fc.constantFrom('draft' as const, 'published' as const, 'published' as const, 'cancelled' as const),
    })
    .map(({ venue, minutes, ...parts }) => ({ venue, start: (NOON + minutes * 60_000) as Instant, ...parts }))
  fc.assert(
    fc.property(fc.array(anyEvent, { maxLength: 60 }), fc.integer({ min: -50, max: 50 }), (raw, days) => {
      const events = raw.map(({ venue, start, ...parts }, index) => event(`e${index}`, venue, start, parts))
      const now = at(addDays(localDate('2026-06-08'), days), '12:00')
      const rows = seasonBoard(venues, events, SEASON, saihan, now)
      expect(rows.map(({ venue }) => venue)).toEqual(venues)
      const { held, planned, lacking } = seasonTotals(rows)
      expect(held + planned + lacking).toBe(19)
      for (const row of rows) {
        const mine = events.filter(
          ({ venue, status, kind, start }) =>
            venue === row.venue &&
            status === 'published' &&
            (kind === 'reading' || kind === 'league-class') &&
            localDateAt(start).startsWith('2026-06-'),
        )
        const over = mine.filter(({ end }) => end <= now)
        expect([row.held, row.planned]).toEqual([over.length, mine.length - over.length])
        expect(row.state).toBe(over.length > 0 ? 'held' : mine.length > 0 ? 'planned' : 'lacking')
        const coming = mine.filter(({ end }) => end > now).map(({ start }) => start)
        expect(row.next).toBe(coming.length > 0 ? localDateAt(Math.min(...coming) as Instant) : null)
        expect([...row.events].sort()).toEqual(mine.map(({ id }) => id).sort())
      }
    }),
  )
})
