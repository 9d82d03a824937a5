import type { Instant } from '#domain/time'
import { countsOf } from '#domain/events/registration'
import { dueAt } from '#domain/events/tick'
import { ACCEPT, ADD, at, ATTEND, before, CANCEL, DECLINE, Desk, NOON, RULES, SERVE, TERMS } from './samples'

/** Both roles full, with three and two who wait. */
function fullDesk(): Desk {
  const desk = new Desk()
  for (const person of ['甲', '乙', '丙', '丁', '戊']) desk.do(person, ATTEND)
  for (const person of ['子', '丑', '寅', '卯']) desk.do(person, SERVE)
  return desk
}

const due = (desk: Desk) => dueAt(desk.event, desk.roll, desk.rules, desk.now)

describe('offers', () => {
  test('as many as there are free places, in the order of arrival, each role for itself', () => {
    const desk = fullDesk()
    for (const person of ['乙', '甲', '子']) desk.do(person, CANCEL)
    expect(desk.due().map((one) => 'person' in one && one.person)).toEqual(['丙', '丁', '寅'])
    expect(desk.due()[0]).toEqual({ act: 'offered', person: '丙', until: at('2026-06-09') })
  })

  test('the order is that of arrival, whatever the order of the rows', () => {
    const desk = fullDesk()
    desk.do('甲', CANCEL)
    const straight = desk.due()
    desk.roll = { ...desk.roll, registrations: desk.roll.registrations.slice().reverse() }
    expect(desk.due()).toEqual(straight)
  })

  test('made once, though the process died between the cancellation and the offer', () => {
    const desk = fullDesk()
    desk.do('甲', CANCEL)
    // whoever comes next finds it due, at the same moment or much later
    const first = desk.due()
    expect(desk.due()).toEqual(first)
    expect(desk.at(at('2026-06-08', '18:00')).tick()).toEqual(['offered 丙'])
    expect(desk.tick()).toEqual([])
  })

  test('made once, though it died between two of them', () => {
    const desk = fullDesk()
    desk.do('甲', CANCEL)
    desk.do('乙', CANCEL)
    const [first] = desk.due()
    if (first && 'person' in first) desk.record(first.person, first)
    expect(desk.tick()).toEqual(['offered 丁'])
  })

  test('an expired offer goes on at once, for as long again', () => {
    const desk = fullDesk()
    desk.do('甲', CANCEL)
    desk.tick()
    desk.at(at('2026-06-09', '06:00'))
    expect(desk.due()).toEqual([
      { act: 'expired', person: '丙' },
      { act: 'offered', person: '丁', until: at('2026-06-09', '18:00') },
    ])
    desk.tick()
    expect(desk.at(at('2026-06-09', '18:00')).tick()).toEqual(['expired 丁', 'offered 戊', 'reminded'])
    expect(countsOf(desk.roll).attendee).toEqual({ registered: 1, offered: 1, waiting: 0 })
  })

  test('several that expire, in the order of arrival', () => {
    const desk = fullDesk()
    desk.do('乙', CANCEL)
    desk.do('甲', CANCEL)
    desk.tick()
    expect(desk.at(at('2026-06-09')).tick()).toEqual(['expired 丙', 'expired 丁', 'offered 戊'])
  })

  test('none without a place, none for a draft or what is cancelled', () => {
    expect(fullDesk().due()).toEqual([])
    const desk = fullDesk()
    desk.do('甲', CANCEL)
    expect(desk.host({ act: 'cancelled' }).due()).toEqual([])
    expect(due(desk)).toBeNull()
    expect(desk.host({ act: 'unpublished' }).due()).toEqual([])
    expect(due(desk)).toBeNull()
  })

  test('more places are offered to who waits, before anybody new', () => {
    const desk = fullDesk()
    desk.host({ act: 'adjusted', terms: { ...TERMS, places: { attendee: 4, volunteer: 2 } } })
    expect(desk.tick()).toEqual(['offered 丙', 'offered 丁'])
    expect(desk.do('己', ATTEND)).toBe('waiting')
    expect(desk.tick()).toEqual([])
  })

  test('an event of a day to come: the last moment at which a place is offered, and the first at which it isn’t', () => {
    const closes = at('2026-06-10', '12:30')
    const desk = fullDesk().at(at('2026-06-10', '12:00'))
    desk.tick()
    desk.do('甲', CANCEL)
    expect(desk.at(before(closes)).due()).toMatchObject([{ act: 'offered', person: '丙' }])
    expect(desk.at(closes).due()).toEqual([{ act: 'list-closed', start: TERMS.start }])
  })

  test('an offer that nobody answered ends even after the event has begun', () => {
    const desk = fullDesk()
    desk.do('甲', CANCEL)
    desk.tick()
    expect(desk.at(TERMS.end).tick()).toEqual(['expired 丙'])
    expect(desk.tick()).toEqual([])
  })
})

describe('the end of the list', () => {
  const closes = at('2026-06-10', '12:30')

  test('is told once, to who still waits, before the start', () => {
    const desk = fullDesk().at(before(closes))
    desk.tick()
    expect(desk.tick()).toEqual([])
    expect(desk.at(closes).tick()).toEqual(['list-closed'])
    expect(desk.tick()).toEqual([])
    expect(fullDesk().at(before(TERMS.start)).tick()).toEqual(['list-closed', 'reminded'])
    expect(fullDesk().at(TERMS.start).tick()).toEqual([])
  })

  test('isn’t told when nobody waits', () => {
    const desk = new Desk().at(closes)
    desk.do('甲', ATTEND)
    expect(desk.tick()).toEqual(['reminded'])
  })

  test('opens again with a later start, and ends again', () => {
    const desk = fullDesk().at(closes)
    desk.tick()
    desk.move({ start: at('2026-06-11', '14:00'), end: at('2026-06-11', '16:00') })
    desk.do('甲', CANCEL)
    expect(desk.tick()).toEqual(['offered 丙'])
    desk.do('丙', ACCEPT)
    expect(desk.at(at('2026-06-11', '12:30')).tick()).toEqual(['list-closed', 'reminded'])
  })
})

describe('reminders', () => {
  const first = at('2026-06-09', '14:00')
  const second = at('2026-06-10', '12:00')
  const desk = () => {
    const one = new Desk()
    one.do('甲', ATTEND)
    return one
  }

  test('each once, from its moment on', () => {
    const one = desk()
    expect(one.at(before(first)).due()).toEqual([])
    expect(one.at(first).due()).toEqual([{ act: 'reminded', minutes: 1440, start: TERMS.start }])
    one.tick()
    expect(one.at(before(second)).due()).toEqual([])
    expect(one.at(second).due()).toEqual([{ act: 'reminded', minutes: 120, start: TERMS.start }])
    one.tick()
    expect(one.at(before(TERMS.start)).due()).toEqual([])
  })

  test('of two that were missed only the nearer one; none once it has begun', () => {
    expect(desk().at(second).due()).toEqual([{ act: 'reminded', minutes: 120, start: TERMS.start }])
    expect(desk().at(before(TERMS.start)).tick()).toEqual(['reminded'])
    expect(desk().at(TERMS.start).due()).toEqual([])
  })

  test('move with the event: again for a later start, and not at once for an earlier one', () => {
    const one = desk().at(first)
    one.tick()
    one.move({ start: at('2026-06-12', '14:00'), end: at('2026-06-12', '16:00') })
    expect(one.due()).toEqual([])
    expect(due(one)).toBe(at('2026-06-11', '14:00'))
    expect(one.at(at('2026-06-11', '14:00')).tick()).toEqual(['reminded'])

    const early = desk().move({ start: at('2026-06-08', '20:00'), end: at('2026-06-08', '22:00') })
    expect(early.due()).toEqual([])
    expect(early.at(at('2026-06-08', '18:00')).due()).toMatchObject([{ minutes: 120 }])
  })

  test('another place or deadline is no other start: not again', () => {
    const one = desk().at(first)
    one.tick()
    one.move({ venue: 'V02' })
    one.host({ act: 'adjusted', terms: { ...one.event.terms, deadline: first } })
    expect(one.due()).toEqual([])
  })

  test('one whose time had come before the event was published or moved is none', () => {
    const late = new Desk({}, first)
    late.do('甲', ATTEND)
    expect(late.due()).toEqual([])
    expect(late.at(second).tick()).toEqual(['reminded'])
    const early = new Desk({}, before(first))
    expect(early.at(first).due()).toMatchObject([{ minutes: 1440 }])
    // told of the move, and not reminded in the same minute
    const moved = desk()
      .at(first)
      .move({ start: at('2026-06-10', '13:00') })
    expect(moved.due()).toEqual([])
    expect(due(moved)).toBe(at('2026-06-10', '11:00'))
  })

  test('vanish with the event', () => {
    expect(desk().host({ act: 'cancelled' }).at(second).due()).toEqual([])
  })

  test('none where the rules have none, in whatever order they are written', () => {
    const quiet = new Desk({}, NOON, { ...RULES, 'event.reminders': { minutes: [] } })
    expect(quiet.at(second).due()).toEqual([])
    const unsorted = new Desk({}, NOON, { ...RULES, 'event.reminders': { minutes: [120, 1440] } })
    expect(unsorted.at(first).due()).toMatchObject([{ minutes: 1440 }])
    expect(unsorted.at(second).due()).toMatchObject([{ minutes: 120 }])
  })

  test('around midnight: a start at 00:00 is reminded of at 00:00 of the day before', () => {
    const one = new Desk({ start: at('2026-06-11'), end: at('2026-06-11', '02:00') })
    expect(one.at(before(at('2026-06-10'))).due()).toEqual([])
    expect(one.at(at('2026-06-10')).tick()).toEqual(['reminded'])
  })
})

describe('the next moment', () => {
  test('is the first of everything that is to come', () => {
    const desk = fullDesk()
    expect(due(desk)).toBe(at('2026-06-09', '14:00')) // the first reminder
    desk.do('甲', CANCEL)
    expect(due(desk)).toBe(NOON) // an offer, now
    desk.tick()
    expect(due(desk)).toBe(at('2026-06-09')) // its end
    desk.do('丙', ACCEPT)
    desk.at(at('2026-06-09', '14:00')).tick()
    expect(due(desk)).toBe(at('2026-06-10', '12:00')) // the second reminder
    desk.at(at('2026-06-10', '12:00')).tick()
    expect(due(desk)).toBe(at('2026-06-10', '12:30')) // the end of the list
    desk.at(at('2026-06-10', '12:30')).tick()
    expect(due(desk)).toBeNull()
  })

  test('an offer that the start cuts off ends earlier than it was promised', () => {
    const desk = fullDesk().at(at('2026-06-10', '12:00'))
    desk.tick()
    desk.do('甲', CANCEL)
    desk.tick()
    desk.do('丁', CANCEL)
    desk.do('戊', CANCEL)
    desk.do('寅', CANCEL)
    desk.do('卯', CANCEL)
    expect(due(desk)).toBe(at('2026-06-10', '13:00'))
    desk.move({ start: at('2026-06-10', '14:30'), end: at('2026-06-10', '16:30') })
    desk.at(at('2026-06-10', '12:30')).tick()
    expect(due(desk)).toBe(at('2026-06-10', '13:30'))
  })

  test('is never one at which nothing would happen: what falls on the start itself isn’t waited for', () => {
    const atStart = { 'event.offer-end': { beforeStart: 0, least: 0 }, 'event.reminders': { minutes: [0] } }
    const desk = new Desk({}, NOON, { ...RULES, ...atStart })
    for (const person of ['甲', '乙', '丙']) desk.do(person, ATTEND)
    expect(due(desk)).toBeNull()
    expect(desk.at(before(TERMS.start)).due()).toEqual([])
    expect(desk.at(TERMS.start).due()).toEqual([])
  })

  test('an hour that lies after the start is no moment any more', () => {
    const desk = fullDesk().at((TERMS.start + 1) as Instant)
    expect(due(desk)).toBeNull()
  })
})

test('declined, added, expired: whoever frees a place, it goes down the list and nobody is asked twice', () => {
  const desk = new Desk({ places: { attendee: 1, volunteer: null }, volunteerMinutes: null })
  desk.do('甲', ADD)
  for (const person of ['乙', '丙', '丁', '戊']) desk.do(person, ATTEND)
  desk.do('甲', CANCEL)
  expect(desk.tick()).toEqual(['offered 乙'])
  desk.do('乙', DECLINE)
  expect(desk.tick()).toEqual(['offered 丙'])
  expect(desk.at(at('2026-06-09')).tick()).toEqual(['expired 丙', 'offered 丁'])
  desk.do('丁', ACCEPT)
  desk.do('丁', CANCEL)
  expect(desk.tick()).toEqual(['offered 戊'])
  desk.do('戊', DECLINE)
  expect(desk.tick()).toEqual([])
  expect(desk.do('乙', ATTEND)).toBe('registered')
})
