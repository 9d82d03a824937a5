import type { Instant } from '#domain/time'
import { icsOf } from '../../../src/platform/ics'

const start = Date.UTC(2026, 10, 28, 16, 30) as Instant
const entry = {
  id: 'x',
  title: '共读；第一章, 第二章',
  start,
  end: (start + 5_400_000) as Instant,
  where: '二楼, 左边',
}

it('is the same moment in every zone', () => {
  const ics = icsOf(entry, Date.UTC(2026, 0, 1) as Instant)
  // 00:30 on 29 November at +08:00.
  expect(ics).toContain('\r\nDTSTART:20261128T163000Z\r\n')
  expect(ics).toContain('\r\nDTEND:20261128T180000Z\r\n')
  expect(ics).toContain('\r\nDTSTAMP:20260101T000000Z\r\n')
})

it('escapes what has a meaning of its own, and folds long lines', () => {
  const ics = icsOf({ ...entry, title: '很长的名字'.repeat(20) }, start)
  expect(ics).toContain('LOCATION:二楼\\, 左边')
  for (const line of ics.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  expect(ics.replace(/\r\n /g, '')).toContain(`SUMMARY:${'很长的名字'.repeat(20)}`)
})
