/** Guards the set-up of the two jest projects: that `domain UTC` and `domain Shanghai` really run in those zones. */
test('the clock of this project stands in the zone that the project names', () => {
  const offsets: Readonly<Record<string, number>> = { UTC: 0, 'Asia/Shanghai': -480 }
  const zone = process.env.TZ ?? 'unset'
  expect(Object.keys(offsets)).toContain(zone)
  expect(new Date(0).getTimezoneOffset()).toBe(offsets[zone])
  expect(new Date(2026, 0, 1).getTime()).toBe(Date.UTC(2026, 0, 1) + (offsets[zone] ?? NaN) * 60_000)
})
