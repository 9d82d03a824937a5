import type { EventAct } from '#domain/events/event'
import { isSettled, messagesOfEvent, messagesOfRegistration, type Message } from '#domain/events/messages'
import type { RegistrationAct } from '#domain/events/registration'
import { ACCEPT, ADD, at, ATTEND, before, CANCEL, Desk, RULES, TERMS } from './samples'

/** 甲 and 乙 have places, 丙 is offered one, 丁 waits, 戊 has left. */
function desk(): Desk {
  const one = new Desk({ places: { attendee: 3, volunteer: null }, volunteerMinutes: null })
  for (const person of ['甲', '乙', '己', '丙', '丁', '戊']) one.do(person, ATTEND)
  one.do('戊', CANCEL)
  one.do('己', CANCEL)
  one.tick()
  return one
}

const told = (one: Desk, act: EventAct) => {
  one.host(act)
  return messagesOfEvent({ act: act.act, no: one.no }, one.event, one.roll)
}

describe('what is done to an event', () => {
  test.each<[EventAct, string, readonly string[]]>([
    [{ act: 'moved', terms: { ...TERMS, venue: 'V02' } }, 'moved', ['甲', '乙', '丙', '丁']],
    [{ act: 'cancelled' }, 'cancelled', ['甲', '乙', '丙', '丁']],
    [{ act: 'announced', words: 'said' }, 'announcement', ['甲', '乙']],
    [{ act: 'reminded', minutes: 120, start: TERMS.start }, 'reminder', ['甲', '乙']],
    [{ act: 'list-closed', start: TERMS.start }, 'list-closed', ['丁']],
  ])('%j is told as %s to %j', (act, kind, people) => {
    const one = desk()
    expect(told(one, act)).toEqual(
      people.map((to) => ({ to, kind, event: 'e1', no: one.no, link: 'event', until: null })),
    )
  })

  test.each<EventAct>([
    { act: 'revised', terms: TERMS },
    { act: 'adjusted', terms: { ...TERMS, words: 'others' } },
    { act: 'published' },
    { act: 'unpublished' },
    // it stands in what the organisation has to do
    { act: 'class-asked', organisation: 'SH-N01', tenths: 20, by: 'host' },
  ])('$act is told to nobody', (act) => {
    expect(told(desk(), act)).toEqual([])
  })

  test('the host hears whether it was named a class, and goes to the desk', () => {
    for (const act of ['class-named', 'class-refused'] as const) {
      const one = desk().host({ act: 'class-asked', organisation: 'SH-N01', tenths: 20, by: 'host' })
      expect(told(one, { act })).toEqual([
        { to: 'host', kind: 'class-answered', event: 'e1', no: one.no, link: 'desk', until: null },
      ])
    }
  })
})

describe('what happens to a registration', () => {
  const after = (act: RegistrationAct, one = desk()) =>
    messagesOfRegistration({ ...act, person: '丁', no: 40, at: one.now }, one.event, RULES)

  test('an offer, until it ends; its end; having been put on', () => {
    expect(after({ act: 'offered', until: at('2026-06-09') })).toEqual([
      { to: '丁', kind: 'place-offered', event: 'e1', no: 40, link: 'event', until: at('2026-06-09') },
    ])
    // the start cuts it off
    expect(after({ act: 'offered', until: at('2026-06-11') })[0]?.until).toBe(at('2026-06-10', '13:00'))
    expect(after({ act: 'expired' })).toMatchObject([{ to: '丁', kind: 'offer-expired', until: null }])
    expect(after({ act: 'added', role: 'attendee', arrival: 9 })).toMatchObject([{ to: '丁', kind: 'added' }])
  })

  test.each<RegistrationAct>([
    { act: 'registered', role: 'attendee', arrival: 9 },
    { act: 'waiting', role: 'attendee', arrival: 9 },
    { act: 'accepted' },
    { act: 'declined' },
    { act: 'cancelled', late: true },
    { act: 'left' },
  ])('$act: they did it themselves', (act) => {
    expect(after(act)).toEqual([])
  })
})

describe('settled', () => {
  const settled = (one: Desk, kind: Message['kind'], person = '丙', no = one.mine(person)?.no ?? 0) =>
    isSettled({ kind, no }, one.event, one.mine(person), RULES, one.now)

  test('an offer once it is answered, however it was', () => {
    expect(settled(desk(), 'place-offered')).toBe(false)
    const no = desk().mine('丙')?.no
    const accepted = desk()
    accepted.do('丙', ACCEPT)
    expect(settled(accepted, 'place-offered', '丙', no)).toBe(true)
    const left = desk()
    left.do('丙', CANCEL)
    expect(settled(left, 'place-offered', '丙', no)).toBe(true)
  })

  test('an offer when it has ended, though time hasn’t been told so', () => {
    expect(settled(desk().at(before(at('2026-06-09'))), 'place-offered')).toBe(false)
    expect(settled(desk().at(at('2026-06-09')), 'place-offered')).toBe(true)
  })

  test('a later offer settles the earlier one, not the other way round', () => {
    const one = desk()
    const first = one.mine('丙')?.no ?? 0
    one.do('丙', CANCEL)
    one.tick()
    one.do('丁', CANCEL)
    for (const person of ['己', '丙']) one.do(person, ATTEND)
    one.do('甲', CANCEL)
    one.tick()
    expect(one.state('丙')).toBe('offered')
    expect(settled(one, 'place-offered', '丙', first)).toBe(true)
    expect(settled(one, 'place-offered')).toBe(false)
  })

  test('with the event: what was said of one that is over or won’t be', () => {
    for (const kind of ['moved', 'reminder', 'added', 'announcement'] as const) {
      expect(settled(desk().at(before(TERMS.end)), kind)).toBe(false)
      expect(settled(desk().at(TERMS.end), kind)).toBe(true)
      expect(settled(desk().host({ act: 'cancelled' }), kind)).toBe(true)
    }
    expect(settled(desk().host({ act: 'cancelled' }), 'place-offered')).toBe(true)
  })

  test('the others by being opened only', () => {
    for (const kind of ['offer-expired', 'list-closed', 'cancelled', 'class-answered'] as const) {
      expect(settled(desk().host({ act: 'cancelled' }).at(TERMS.end), kind)).toBe(false)
    }
  })

  test('to somebody who isn’t on it any more, an offer is settled', () => {
    const one = new Desk()
    one.do('甲', ADD)
    expect(settled(one, 'place-offered', '甲')).toBe(true)
    expect(settled(one, 'place-offered', '乙')).toBe(true)
  })
})
