import { localDate } from '#domain/time'
import { eventsOn, knownOf, monthSpan } from '../../../../src/features/events/month'
import { NetworkProblem } from '../../../../src/platform/problem'
import { at, card, NOW, TODAY } from './replies'

const november = monthSpan(TODAY)
const reply = { asOf: NOW, events: [card()], more: false }
const kept = { ...reply, asOf: NOW - 1000, from: localDate('2026-11-23'), to: localDate('2026-12-20') }
const none = { data: undefined, at: undefined, problem: undefined }
const offline = { ...none, problem: new NetworkProblem(false) }

describe('what is known of a month', () => {
  it('is its answer, whatever became of the newest attempt', () => {
    for (const problem of [undefined, offline.problem]) {
      const known = knownOf({ data: reply, at: NOW, problem }, november, kept)
      expect(known).toEqual({ data: { ...reply, ...november }, at: NOW, problem })
    }
  })

  it('is without a network what was kept of the weeks ahead, with its age', () => {
    expect(knownOf(offline, november, kept)).toEqual({ ...offline, data: kept, at: NOW - 1000 })
    // The kept weeks end on 20 December, in a month that begins with the Monday before.
    expect(knownOf(offline, monthSpan(localDate('2026-12-31')), kept).data).toBe(kept)
    expect(knownOf(offline, monthSpan(localDate('2027-01-01')), kept).data).toBeUndefined()
    expect(knownOf(offline, monthSpan(localDate('2026-10-01')), kept).data).toBeUndefined()
    expect(knownOf(offline, november, undefined).data).toBeUndefined()
  })

  it('is nothing until an answer comes, so that nothing shown goes away again', () => {
    expect(knownOf(none, november, kept).data).toBeUndefined()
  })
})

it('has what goes past midnight on both days', () => {
  const night = card({ start: at('2026-11-28', '23:00'), end: at('2026-11-29', '01:00') })
  const days = ['2026-11-27', '2026-11-28', '2026-11-29', '2026-11-30'].map(localDate)
  expect(days.map((day) => eventsOn([night], day).length)).toEqual([0, 1, 1, 0])
})
