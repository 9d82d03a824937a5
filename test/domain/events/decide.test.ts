import { localDate } from '#domain/time'
import { decideRegistration, doorOf } from '#domain/events/decide'
import { countsOf } from '#domain/events/registration'
import { withValues } from '../packs'
import { ACCEPT, ADD, at, ATTEND, before, CANCEL, DECLINE, Desk, NOON, RULES, saihan, SERVE, TERMS } from './samples'

/** Two have the two places for attendees, two more wait. */
function fullDesk(): Desk {
  const desk = new Desk()
  for (const person of ['甲', '乙', '丙', '丁']) desk.do(person, ATTEND)
  return desk
}

/** 乙 has given the place back, and 丙 is offered it. */
function offeringDesk(): Desk {
  const desk = fullDesk()
  desk.do('乙', CANCEL)
  desk.tick()
  return desk
}

describe('registering', () => {
  test('a place while there is one, then a number on the list; each role for itself', () => {
    const desk = new Desk()
    const said = ['甲', '乙', '丙', '丁'].map((person) => desk.do(person, ATTEND))
    expect(said).toEqual(['registered', 'registered', 'waiting', 'waiting'])
    expect(desk.do('戊', SERVE)).toBe('registered')
    expect(desk.roll.registrations.map(({ arrival }) => arrival)).toEqual([1, 2, 3, 4, 5])
    expect(countsOf(desk.roll)).toEqual({
      arrivals: 5,
      attendee: { registered: 2, offered: 0, waiting: 2 },
      volunteer: { registered: 1, offered: 0, waiting: 0 },
    })
  })

  test('100 of 300 have a place, 200 wait, and the numbers are 1 to 300', () => {
    const desk = new Desk({ places: { attendee: 100, volunteer: null } })
    for (let n = 0; n < 300; n += 1) desk.do(`p${n}`, ATTEND)
    expect(countsOf(desk.roll).attendee).toEqual({ registered: 100, offered: 0, waiting: 200 })
    expect(desk.roll.registrations.map(({ arrival }) => arrival)).toEqual(Array.from({ length: 300 }, (_, n) => n + 1))
  })

  test('who is on it already is told so, also after the deadline', () => {
    const desk = offeringDesk().at(TERMS.deadline)
    expect(desk.refusal('甲', ATTEND)).toEqual({
      code: 'already-registered',
      facts: { role: 'attendee', state: 'registered' },
    })
    expect(desk.refusal('甲', SERVE)).toMatchObject({ facts: { role: 'attendee', state: 'registered' } })
    expect(desk.refusal('丙', ATTEND)).toMatchObject({ facts: { state: 'offered' } })
    expect(desk.refusal('丁', ATTEND)).toMatchObject({ facts: { state: 'waiting' } })
  })

  test('until the deadline, not at it', () => {
    expect(new Desk().at(before(TERMS.deadline)).do('甲', ATTEND)).toBe('registered')
    expect(new Desk().at(TERMS.deadline).refusal('甲', ATTEND)).toEqual({
      code: 'registration-closed',
      facts: { deadline: TERMS.deadline },
    })
  })

  test('a deadline at midnight ends the day before', () => {
    const deadline = at('2026-06-10')
    const desk = new Desk({ deadline })
    expect(desk.at(at('2026-06-09', '23:59')).do('甲', ATTEND)).toBe('registered')
    expect(desk.at(before(deadline)).do('乙', ATTEND)).toBe('registered')
    expect(desk.at(deadline).do('丙', ATTEND)).toBe('registration-closed')
  })

  test('up to the start where the deadline is the start', () => {
    const desk = new Desk({ deadline: TERMS.start })
    expect(desk.at(before(TERMS.start)).do('甲', ATTEND)).toBe('registered')
    expect(desk.at(TERMS.start).refusal('乙', ATTEND)).toEqual({ code: 'event-started', facts: { start: TERMS.start } })
  })

  test('not for a draft, nor for what was cancelled', () => {
    const desk = new Desk()
    expect(desk.host({ act: 'unpublished' }).do('甲', ATTEND)).toBe('event-not-published')
    expect(desk.host({ act: 'cancelled' }).do('甲', ATTEND)).toBe('event-cancelled')
  })

  test('only in a role that the event has', () => {
    const desk = new Desk({ places: { attendee: 2, volunteer: null }, volunteerMinutes: null })
    expect(desk.refusal('甲', SERVE)).toEqual({ code: 'role-not-offered', facts: { role: 'volunteer' } })
  })

  test('who comes new doesn’t overtake who waits, though a place is free', () => {
    const desk = fullDesk()
    desk.do('乙', CANCEL)
    // nobody has been offered it yet: the process died
    expect(desk.do('戊', ATTEND)).toBe('waiting')
    expect(desk.tick()).toEqual(['offered 丙'])
  })

  test('more places than people who wait: the rest is for who comes', () => {
    const desk = fullDesk()
    desk.host({ act: 'adjusted', terms: { ...desk.event.terms, places: { attendee: 5, volunteer: 2 } } })
    expect(desk.do('戊', ATTEND)).toBe('registered')
    expect(desk.do('己', ATTEND)).toBe('waiting')
    expect(desk.tick()).toEqual(['offered 丙', 'offered 丁'])
  })

  test('again, after every way of leaving, with a new number at the end', () => {
    for (const leave of ['cancelled', 'declined', 'expired', 'left'] as const) {
      const desk = fullDesk()
      desk.record('丙', leave === 'cancelled' ? { act: leave, late: false } : { act: leave })
      expect(desk.do('丙', ATTEND)).toBe('waiting')
      expect(desk.mine('丙')).toMatchObject({ state: 'waiting', arrival: 5 })
      expect(desk.do('乙', CANCEL)).toBe('cancelled')
      expect(desk.tick()).toEqual(['offered 丁'])
    }
  })

  test('again in the other role', () => {
    const desk = fullDesk()
    desk.do('甲', CANCEL)
    expect(desk.do('甲', SERVE)).toBe('registered')
    expect(countsOf(desk.roll)).toMatchObject({ attendee: { registered: 1 }, volunteer: { registered: 1 } })
  })

  test('the list closes when nothing can be offered any more; the door says since when', () => {
    // the last offer ends an hour before 14:00, and leaves half an hour
    const closes = at('2026-06-10', '12:30')
    expect(fullDesk().at(before(closes)).do('戊', ATTEND)).toBe('waiting')
    expect(fullDesk().at(closes).refusal('戊', ATTEND)).toEqual({
      code: 'event-full',
      facts: { role: 'attendee', places: 2, listClosed: closes },
    })
  })

  test('what is asked first says nothing of what comes later', () => {
    const desk = fullDesk().at(TERMS.deadline)
    const bad = { birthDate: localDate('2013-01-01'), others: [{ event: 'e2', ...TERMS }] }
    expect(desk.do('戊', ATTEND, bad)).toBe('registration-closed')
    expect(desk.at(at('2026-06-10', '12:30')).do('戊', ATTEND, bad)).toBe('event-full')
    expect(desk.at(NOON).do('戊', ATTEND, bad)).toBe('under-age')
    expect(desk.do('戊', ATTEND, { ...bad, birthDate: null })).toBe('profile-missing')
    expect(desk.do('戊', ATTEND, { others: bad.others })).toBe('time-clash')
  })
})

describe('the door, for who isn’t known', () => {
  const door = (desk: Desk) => {
    const answer = doorOf('attendee', desk.guards('anyone'), RULES, desk.now)
    return answer.ok ? answer.value : answer.refusal.code
  }

  test('says what the main action leads to, or why it is closed', () => {
    expect(door(new Desk())).toBe('place')
    expect(door(fullDesk())).toBe('list')
    expect(door(fullDesk().at(at('2026-06-10', '12:30')))).toBe('event-full')
    expect(door(new Desk().at(TERMS.deadline))).toBe('registration-closed')
    expect(door(new Desk().at(TERMS.start))).toBe('event-started')
    expect(door(new Desk().host({ act: 'cancelled' }))).toBe('event-cancelled')
    expect(door(new Desk().host({ act: 'unpublished' }))).toBe('event-not-published')
    expect(door(new Desk({ places: { attendee: null, volunteer: 2 } }))).toBe('role-not-offered')
  })
})

describe('age', () => {
  const born = (birthDate: string) => ({ birthDate: localDate(birthDate) })

  test('the account’s, around midnight', () => {
    const birth = born('2012-06-09')
    expect(new Desk().at(before(at('2026-06-09'))).refusal('甲', ATTEND, birth)).toEqual({
      code: 'under-age',
      facts: { minimum: 14 },
    })
    expect(new Desk().at(at('2026-06-09')).do('甲', ATTEND, birth)).toBe('registered')
  })

  test('by the pack: another age, a birthday that doesn’t count', () => {
    const desk = new Desk().at(at('2026-06-09'))
    const ask = (policy: typeof saihan) =>
      decideRegistration(ATTEND, desk.guards('甲', born('2012-06-09')), policy, RULES, desk.now).ok
    expect(ask(saihan)).toBe(true)
    expect(ask(withValues(saihan, { 'age.birthday-counts': false }))).toBe(false)
    expect(ask(withValues(saihan, { 'account.age-min': 15 }))).toBe(false)
  })

  test('14 to 17: a volunteer needs a guardian’s consent, which can’t be given here; an attendee doesn’t', () => {
    const birth = born('2008-06-09')
    const desk = new Desk().at(before(at('2026-06-09')))
    expect(desk.refusal('甲', SERVE, birth)).toEqual({
      code: 'guardian-consent-needed',
      facts: { below: 18, from: '2026-06-09', rule: 'volunteer.guardian-below' },
    })
    expect(desk.do('甲', ATTEND, birth)).toBe('registered')
    expect(desk.at(at('2026-06-09')).do('乙', SERVE, birth)).toBe('registered')
  })

  test('of age by law on the birthday, whatever the pack says of birthdays', () => {
    const desk = new Desk().at(at('2026-06-09'))
    const policy = withValues(saihan, { 'age.birthday-counts': false })
    expect(decideRegistration(SERVE, desk.guards('甲', born('2008-06-09')), policy, RULES, desk.now).ok).toBe(true)
  })

  test('asked again when a place is accepted: the paper may have said another birthday', () => {
    const desk = new Desk({ places: { attendee: null, volunteer: 1 } })
    desk.do('甲', SERVE)
    desk.do('乙', SERVE)
    desk.do('甲', CANCEL)
    desk.tick()
    expect(desk.do('乙', ACCEPT, born('2009-01-01'))).toBe('guardian-consent-needed')
    expect(desk.do('乙', ACCEPT)).toBe('accepted')
  })
})

describe('a clash', () => {
  const other = (start: string, end: string, place = {}) => ({
    others: [
      { event: 'e2', venue: 'V02', spot: null, start: at('2026-06-10', start), end: at('2026-06-10', end), ...place },
    ],
  })

  test.each([
    ['10:00', '13:59', true],
    ['10:00', '14:00', true],
    ['10:00', '14:01', false],
    ['14:30', '15:00', false],
    ['13:00', '17:00', false],
    ['14:00', '16:00', false],
    ['15:59', '17:00', false],
    ['16:00', '17:00', true],
  ])('14:00–16:00 beside %s–%s: %s', (start, end, ok) => {
    expect(new Desk().do('甲', ATTEND, other(start, end))).toBe(ok ? 'registered' : 'time-clash')
  })

  test('names the other one', () => {
    expect(new Desk().refusal('甲', ATTEND, other('13:00', '15:00'))).toEqual({
      code: 'time-clash',
      facts: {
        event: 'e2',
        start: at('2026-06-10', '13:00'),
        end: at('2026-06-10', '15:00'),
        minutes: 0,
        rule: 'event.travel',
      },
    })
  })

  test.each([
    ['10:00', '13:30', {}, true],
    ['10:00', '13:31', {}, false],
    ['16:29', '17:00', {}, false],
    ['16:30', '17:00', {}, true],
    // no way within one place
    ['10:00', '14:00', { venue: 'V01' }, true],
    ['10:00', '14:01', { venue: 'V01' }, false],
    // the same venue's name, held somewhere else
    ['10:00', '14:00', { venue: 'V01', spot: 'the park' }, false],
  ])('with half an hour’s way, beside %s–%s %j: %s', (start, end, place, ok) => {
    const desk = new Desk({}, NOON, { ...RULES, 'event.travel': { minutes: 30 } })
    expect(desk.do('甲', ATTEND, other(start, end, place))).toBe(ok ? 'registered' : 'time-clash')
  })

  test('an event doesn’t clash with itself', () => {
    expect(new Desk().do('甲', ATTEND, { others: [{ event: 'e1', ...TERMS }] })).toBe('registered')
  })

  test('over midnight', () => {
    const desk = new Desk({ start: at('2026-06-10', '22:00'), end: at('2026-06-11', '00:30') })
    const early = { event: 'e2', venue: 'V02', spot: null, start: at('2026-06-11'), end: at('2026-06-11', '01:00') }
    expect(desk.do('甲', ATTEND, { others: [early] })).toBe('time-clash')
    const later = { ...early, start: at('2026-06-11', '00:30') }
    expect(desk.do('甲', ATTEND, { others: [later] })).toBe('registered')
  })

  test('also of who would only wait, and again when the place is accepted', () => {
    const desk = fullDesk()
    expect(desk.do('戊', ATTEND, other('14:00', '15:00'))).toBe('time-clash')
    desk.do('乙', CANCEL)
    desk.tick()
    expect(desk.do('丙', ACCEPT, other('14:00', '15:00'))).toBe('time-clash')
    expect(desk.state('丙')).toBe('offered')
    expect(desk.do('丙', ACCEPT)).toBe('accepted')
  })
})

describe('added by a host', () => {
  test('while there is a place; never beyond', () => {
    const desk = new Desk()
    expect([desk.do('甲', ADD), desk.do('乙', ADD), desk.do('丙', ADD)]).toEqual(['added', 'added', 'event-full'])
    expect(desk.refusal('丙', ADD)).toEqual({
      code: 'event-full',
      facts: { role: 'attendee', places: 2, listClosed: null },
    })
    expect(desk.mine('甲')).toMatchObject({ state: 'registered', byHost: true, arrival: 1 })
    expect(desk.refusal('甲', ADD)).toMatchObject({ code: 'already-registered' })
  })

  test('not while a place is offered to somebody, nor before who waits', () => {
    const desk = offeringDesk()
    expect(desk.do('戊', ADD)).toBe('event-full')
    expect(desk.refusal('丙', ADD)).toMatchObject({ code: 'already-registered', facts: { state: 'offered' } })
    const died = fullDesk()
    died.do('乙', CANCEL)
    expect(died.refusal('戊', ADD)).toEqual({ code: 'waiting-first', facts: { role: 'attendee', ahead: 2 } })
    expect(died.refusal('丁', ADD)).toEqual({ code: 'waiting-first', facts: { role: 'attendee', ahead: 1 } })
    expect(died.do('丙', ADD)).toBe('added')
    expect(countsOf(died.roll).attendee).toEqual({ registered: 2, offered: 0, waiting: 1 })
  })

  test('who waits for another role is added to it only after leaving the list', () => {
    const desk = fullDesk()
    expect(desk.do('丙', { act: 'add', role: 'volunteer' })).toBe('already-registered')
    desk.do('丙', CANCEL)
    expect(desk.do('丙', { act: 'add', role: 'volunteer' })).toBe('added')
  })

  test('after the deadline, until the start; once nothing is offered any more, who stands at the door', () => {
    const desk = fullDesk().at(TERMS.deadline)
    desk.do('乙', CANCEL)
    expect(desk.do('戊', ADD)).toBe('added')
    expect(new Desk().at(before(TERMS.start)).do('甲', ADD)).toBe('added')
    expect(new Desk().at(TERMS.start).do('甲', ADD)).toBe('event-started')
  })

  test('a host learns nothing of birthdays and other plans', () => {
    const desk = new Desk()
    const serve = { act: 'add', role: 'volunteer' } as const
    expect(desk.refusal('甲', serve, { birthDate: localDate('2009-01-01') })).toEqual({
      code: 'guardian-consent-needed',
      facts: { below: 18, from: null, rule: 'volunteer.guardian-below' },
    })
    expect(desk.refusal('甲', ADD, { others: [{ event: 'e2', ...TERMS }] })).toEqual({
      code: 'time-clash',
      facts: { event: null, start: null, end: null, minutes: 0, rule: 'event.travel' },
    })
  })

  test('somebody without a profile can attend; to volunteer they count as a minor', () => {
    const desk = new Desk()
    expect(desk.do('甲', ADD, { birthDate: null })).toBe('added')
    expect(desk.do('乙', { act: 'add', role: 'volunteer' }, { birthDate: null })).toBe('guardian-consent-needed')
    expect(desk.do('丙', ADD, { birthDate: localDate('2013-01-01') })).toBe('under-age')
  })

  test('only in a role that the event has', () => {
    const desk = new Desk({ places: { attendee: null, volunteer: 2 } })
    expect(desk.do('甲', ADD)).toBe('role-not-offered')
  })
})

describe('an offer', () => {
  test('goes to the first who waits, who can accept', () => {
    const desk = offeringDesk()
    expect(desk.mine('丙')).toMatchObject({ state: 'offered', until: at('2026-06-09', '00:00') })
    expect(desk.do('丁', ACCEPT)).toBe('no-offer')
    expect(desk.do('丙', ACCEPT)).toBe('accepted')
    expect(desk.state('丙')).toBe('registered')
    expect(desk.do('丙', ACCEPT)).toBe('no-offer')
    expect(desk.tick()).toEqual([])
  })

  test('until it ends, not at its end; whether time has already been told so or not', () => {
    const until = at('2026-06-09')
    expect(offeringDesk().at(before(until)).do('丙', ACCEPT)).toBe('accepted')
    const late = offeringDesk().at(until)
    expect(late.refusal('丙', ACCEPT)).toEqual({
      code: 'offer-expired',
      facts: { until, rule: 'event.offer-within' },
    })
    expect(late.tick()).toEqual(['expired 丙', 'offered 丁'])
    expect(late.do('丙', ACCEPT)).toBe('no-offer')
  })

  test('declined: it goes to the next, and never to the one who declined', () => {
    const desk = offeringDesk()
    expect(desk.do('丙', DECLINE)).toBe('declined')
    expect(desk.tick()).toEqual(['offered 丁'])
    expect(desk.do('丁', DECLINE)).toBe('declined')
    expect(desk.tick()).toEqual([])
    expect(desk.do('丁', DECLINE)).toBe('no-offer')
    expect(countsOf(desk.roll).attendee).toEqual({ registered: 1, offered: 0, waiting: 0 })
  })

  test('leaving the list while the offer comes declines it', () => {
    const desk = offeringDesk()
    expect(desk.do('丙', CANCEL)).toBe('declined')
    expect(desk.tick()).toEqual(['offered 丁'])
  })

  test('who left the list isn’t offered again', () => {
    const desk = fullDesk()
    expect(desk.do('丙', CANCEL)).toBe('cancelled')
    desk.do('乙', CANCEL)
    expect(desk.tick()).toEqual(['offered 丁'])
  })

  test('not out of turn, not without a place, not too late, not to who isn’t waiting', () => {
    const offer = { act: 'offer' } as const
    const desk = fullDesk()
    expect(desk.refusal('丙', offer)).toMatchObject({ code: 'event-full' })
    desk.do('乙', CANCEL)
    expect(desk.refusal('丁', offer)).toEqual({ code: 'waiting-first', facts: { role: 'attendee', ahead: 1 } })
    for (const person of ['甲', '乙', '戊'])
      expect(desk.refusal(person, offer)).toMatchObject({ code: 'not-registered' })
    const closes = at('2026-06-10', '12:30')
    expect(desk.at(closes).refusal('丙', offer)).toEqual({
      code: 'list-closed',
      facts: { since: closes, rule: 'event.offer-end' },
    })
    expect(desk.at(before(closes)).do('丙', offer)).toBe('offered')
  })

  test('ends an hour before the start at the latest, also where it was promised longer', () => {
    const desk = fullDesk().at(at('2026-06-10', '12:00'))
    desk.do('乙', CANCEL)
    desk.tick()
    expect(desk.mine('丙')?.until).toBe(at('2026-06-11', '00:00'))
    expect(desk.at(before(at('2026-06-10', '13:00'))).ask('丙', ACCEPT).ok).toBe(true)
    expect(desk.at(at('2026-06-10', '13:00')).refusal('丙', ACCEPT)).toMatchObject({
      code: 'offer-expired',
      facts: { until: at('2026-06-10', '13:00') },
    })
  })

  test('moves with the event: shorter before an earlier start, as promised before a later one', () => {
    const earlier = offeringDesk().move({ start: at('2026-06-08', '20:00'), end: at('2026-06-08', '22:00') })
    expect(earlier.at(before(at('2026-06-08', '19:00'))).ask('丙', ACCEPT).ok).toBe(true)
    expect(earlier.at(at('2026-06-08', '19:00')).do('丙', ACCEPT)).toBe('offer-expired')

    const cut = fullDesk().at(at('2026-06-10', '12:00'))
    cut.do('乙', CANCEL)
    cut.tick()
    cut.move({ start: at('2026-06-12', '14:00'), end: at('2026-06-12', '16:00') })
    expect(cut.at(before(at('2026-06-11'))).ask('丙', ACCEPT).ok).toBe(true)
    expect(cut.at(at('2026-06-11')).do('丙', ACCEPT)).toBe('offer-expired')
  })

  test('vanishes with the event', () => {
    const desk = offeringDesk().host({ act: 'cancelled' })
    expect([desk.do('丙', ACCEPT), desk.do('丙', DECLINE), desk.do('丙', { act: 'expire' })]).toEqual([
      'event-cancelled',
      'event-cancelled',
      'event-cancelled',
    ])
    expect(desk.at(TERMS.start).tick()).toEqual([])
  })

  test('expires no earlier than it ends', () => {
    const desk = offeringDesk().at(before(at('2026-06-09')))
    expect(desk.refusal('丙', { act: 'expire' })).toEqual({
      code: 'offer-running',
      facts: { until: at('2026-06-09') },
    })
    expect(desk.do('甲', { act: 'expire' })).toBe('no-offer')
  })
})

describe('cancelling', () => {
  test('up to the start, not after', () => {
    expect(fullDesk().at(before(TERMS.start)).do('甲', CANCEL)).toBe('cancelled')
    expect(fullDesk().at(TERMS.start).do('甲', CANCEL)).toBe('event-started')
  })

  test('who has nothing has nothing to cancel', () => {
    const desk = fullDesk()
    expect(desk.do('戊', CANCEL)).toBe('not-registered')
    desk.do('甲', CANCEL)
    expect(desk.do('甲', CANCEL)).toBe('not-registered')
  })

  test('a place given back in the last day leaves a mark; leaving the list never does', () => {
    const freeUntil = at('2026-06-09', '14:00')
    const late = (person: string, now: typeof freeUntil) => {
      const decision = fullDesk().at(now).ask(person, CANCEL)
      return decision.ok ? decision.value : null
    }
    expect(late('甲', before(freeUntil))).toEqual({ act: 'cancelled', late: false })
    expect(late('甲', freeUntil)).toEqual({ act: 'cancelled', late: true })
    expect(late('丙', before(TERMS.start))).toEqual({ act: 'cancelled', late: false })
  })

  test('who was put on by a host leaves without a mark', () => {
    const desk = new Desk()
    desk.do('甲', ADD)
    desk.at(before(TERMS.start)).do('甲', CANCEL)
    expect(desk.mine('甲')).toMatchObject({ state: 'cancelled', late: false })
  })

  test('a mark goes with registering again', () => {
    const desk = fullDesk().at(at('2026-06-09', '14:00'))
    desk.do('甲', CANCEL)
    expect(desk.mine('甲')).toMatchObject({ late: true })
    desk.do('甲', ATTEND)
    expect(desk.mine('甲')).toMatchObject({ state: 'waiting', late: false })
  })

  test('after a move, who had a place before it leaves without a mark, however late', () => {
    const desk = fullDesk().at(at('2026-06-09', '15:00')).move({ venue: 'V02' })
    expect(desk.do('甲', CANCEL)).toBe('left')
    expect(desk.tick()).toContain('offered 丙')
    // 丙 takes the place knowing where it is
    expect(desk.do('丙', ACCEPT)).toBe('accepted')
    desk.do('丙', CANCEL)
    expect(desk.mine('丙')).toMatchObject({ state: 'cancelled', late: true })
    // and 甲 too, coming back
    expect(desk.do('甲', ATTEND)).toBe('waiting')
    expect(desk.do('乙', CANCEL)).toBe('left')
  })

  test('other words, another deadline or more places are no move', () => {
    const desk = fullDesk().at(at('2026-06-09', '15:00'))
    desk.host({ act: 'adjusted', terms: { ...desk.event.terms, words: 'others', deadline: TERMS.start } })
    expect(desk.do('甲', CANCEL)).toBe('cancelled')
    expect(desk.mine('甲')).toMatchObject({ late: true })
  })
})
