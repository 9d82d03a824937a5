import { randomBytes, randomUUID } from 'node:crypto'
import { eventCode } from '#domain/checkin/code'
import { createTestDatabase, TEMPLATE_NOW, testDistricts, type TestDatabase } from '../../support/cluster'
import { published } from '../events/scene'
import { newHall } from '../kit/events'
import { inspect, type Inspector } from '../kit/inspect'
import { backTo, takeOver } from '../kit/versions'

/** Events of before have the short code that the domain makes of their id: a desk and the migration say the same. */

let database: TestDatabase
let seen: Inspector

beforeEach(async () => {
  database = await createTestDatabase()
  await backTo(database, { platform: '0002-desk', district: '0003-events' })
  seen = await inspect(database)
})
afterEach(async () => {
  await seen.end()
  await database.drop()
})

/** An event of a district as the third version wrote it, by the id. */
async function oldEvent(slug: string, id: string): Promise<void> {
  const hash = randomBytes(32)
  await seen.query(`insert into ${slug}.event_words (hash, body, checked, at) values ($1, '{}', 'clear', $2)`, [
    hash,
    new Date(TEMPLATE_NOW),
  ])
  await seen.query(
    `insert into ${slug}.event (id, venue, kind, status, start_at, end_at, words_hash, state, no)
     select $1, code, 'reading', 'draft', $2::timestamptz, $2::timestamptz + interval '2 hours', $3, '{}', 1 from ${slug}.venue limit 1`,
    [id, new Date(TEMPLATE_NOW), hash],
  )
}

const EDGES = ['00000000', '00000001', '3fffffff', '40000000', '7fffffff', '80000000', 'c0000000', 'ffffffff']

test('in the migration as in the domain, for every kind of id', async () => {
  const ids = [
    ...EDGES.map((end) => `00000000-0000-4000-8000-0000${end}`),
    ...Array.from({ length: 200 }, () => randomUUID()),
  ]
  // Edges that differ in the two highest bits alone would share a code: one of them each.
  const kept = Array.from(new Map(ids.map((id) => [eventCode(id), id])).values())
  const slugs = testDistricts().map(({ slug }) => slug)
  for (const slug of slugs) for (const id of kept) await oldEvent(slug, id)
  const api = await takeOver(database)
  try {
    for (const slug of slugs) {
      const rows = await seen.query(`select id, code from ${slug}.event`)
      expect(new Map(rows.map(({ id, code }) => [id, code]))).toEqual(new Map(kept.map((id) => [id, eventCode(id)])))
    }
    const hall = await newHall(api)
    const id = await published(api, hall.host)
    const [row] = await seen.query('select code from saihan.event where id = $1', [id])
    expect(row).toEqual({ code: eventCode(id) })
  } finally {
    await api.close()
  }
})

test('of events that would share a code each has one of its own', async () => {
  const ids = ['00000000', '40000000', '80000000'].map((end) => `00000000-0000-4000-8000-0000${end}`)
  for (const id of ids) await oldEvent('saihan', id)
  const api = await takeOver(database)
  try {
    const rows = await seen.query<{ code: string }>('select code from saihan.event order by id')
    const [first, ...others] = rows.map(({ code }) => code)
    expect(first).toBe('222222')
    expect(new Set([first, ...others]).size).toBe(3)
    for (const code of others) expect(code).toMatch(/^[2-9A-HJ-NP-Z]{6}$/)
  } finally {
    await api.close()
  }
})
