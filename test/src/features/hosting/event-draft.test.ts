import type { LocalDate } from '#domain/time'
import {
  checkEvent,
  eventFieldOf,
  instantOf,
  isMoved,
  mostMinutes,
  startOfCopy,
  startOfEvent,
  withDay,
  type EventContext,
  type EventDraft,
} from '../../../../src/features/hosting/event-draft'
import { policyOf } from '../../../domain/packs'
import { at, NOBODY, NOW, TERMS } from './events'

const policy = policyOf('saihan')
const today = '2026-11-24' as LocalDate
const fresh: EventContext = { venue: 'V01', before: null, policy, now: NOW }
const empty = { attendee: NOBODY, volunteer: NOBODY }
const published: EventContext = {
  ...fresh,
  before: { terms: TERMS, published: true, counts: empty, naming: 'none' },
}

const draft = (part: Partial<EventDraft> = {}): EventDraft => ({ ...startOfEvent(TERMS), ...part })

it('reads what an event says and says the same again', () => {
  expect(checkEvent(draft(), fresh)).toEqual({ kind: 'ready', body: TERMS })
})

it('starts empty, and says of each field what is missing', () => {
  const checked = checkEvent(startOfEvent(null), fresh)
  expect(checked.kind === 'errors' && Object.keys(checked.errors).sort()).toEqual(
    ['kind', 'title', 'day', 'start', 'lastDay', 'end', 'deadlineDay', 'deadline'].sort(),
  )
})

it.each<[Partial<EventDraft>, keyof EventDraft, RegExp]>([
  [{ end: '14:00' }, 'end', /结束要晚于开始/],
  [{ lastDay: '2026-11-30', end: '14:01' }, 'end', /最长/],
  [{ deadlineDay: '2026-11-28', deadline: '14:01' }, 'deadline', /不能晚于开始/],
  [{ attendees: '', volunteers: '' }, 'attendees', /至少要有一种/],
  [{ attendees: '501' }, 'attendees', /1 到 500/],
  [{ volunteers: '0' }, 'volunteers', /1 到 500/],
  [{ minutes: '121' }, 'minutes', /2 小时/],
  [{ attendees: '三' }, 'attendees', /整数/],
  [{ title: '长'.repeat(41) }, 'title', /40/],
])('%j is refused at its field', (part, field, words) => {
  const checked = checkEvent(draft(part), fresh)
  expect(checked.kind === 'errors' && checked.errors[field]).toMatch(words)
  expect(checked.kind === 'errors' && Object.keys(checked.errors)).toEqual([field])
})

it.each<[Partial<EventDraft>]>([
  [{ lastDay: '2026-11-30', end: '14:00' }],
  [{ deadlineDay: '2026-11-28', deadline: '14:00' }],
  [{ attendees: '500' }],
  [{ attendees: '' }],
  [{ minutes: '' }],
  [{ title: '长'.repeat(40) }],
])('%j is taken', (part) => {
  expect(checkEvent(draft(part), fresh).kind).toBe('ready')
})

it('gives no minutes where nobody serves, whatever stood there before', () => {
  const checked = checkEvent(draft({ volunteers: '' }), fresh)
  expect(checked).toMatchObject({ kind: 'ready', body: { volunteerPlaces: null, volunteerMinutes: null } })
})

it('takes digits of a Chinese keyboard', () => {
  expect(checkEvent(draft({ attendees: '２０' }), fresh)).toMatchObject({ body: { attendeePlaces: 20 } })
})

/** Twelve attend and one is offered a place; two serve, and one waits to. */
const peopled: EventContext = {
  ...fresh,
  before: {
    terms: TERMS,
    published: true,
    counts: {
      attendee: { registered: 12, offered: 1, waiting: 0 },
      volunteer: { registered: 2, offered: 0, waiting: 1 },
    },
    naming: 'none',
  },
}

it.each<[string, Partial<EventDraft>, keyof EventDraft, RegExp]>([
  ['a place', { attendees: '12' }, 'attendees', /参加者已经有 13 人，名额不能少于 13/],
  ['a role', { volunteers: '' }, 'volunteers', /志愿者已经有 2 人/],
  ['promised minutes', { minutes: '119' }, 'minutes', /不能少于 2 小时/],
  ['what it is', { kind: 'other' }, 'kind', /类型不能再改/],
])('says before anything is sent that people can’t lose %s', (_what, part, field, words) => {
  const checked = checkEvent(draft(part), peopled)
  expect(checked.kind === 'errors' && checked.errors[field]).toMatch(words)
  expect(checkEvent(draft(part), published).kind).toBe('ready')
})

it.each<[string, Partial<EventDraft>]>([
  ['as many places as people', { attendees: '13' }],
  ['more minutes', { end: '17:00', minutes: '180' }],
])('lets %s be', (_what, part) => {
  expect(checkEvent(draft(part), peopled).kind).toBe('ready')
})

it.each(['asked', 'named'] as const)('keeps its kind once an organisation was %s', (naming) => {
  const context = { ...fresh, before: { terms: TERMS, published: false, counts: empty, naming } }
  const checked = checkEvent(draft({ kind: 'other' }), context)
  expect(checked.kind === 'errors' && checked.errors.kind).toMatch(/已经申请认定团课/)
})

it('says so when nothing was changed', () => {
  const checked = checkEvent(draft(), published)
  expect(checked).toEqual({ kind: 'errors', errors: { title: '和原来的一样，没有要改的地方。' } })
})

it('lets a published event not be moved into the past, and a draft be', () => {
  const past = { day: '2026-11-23', lastDay: '2026-11-23', deadlineDay: '2026-11-22' }
  const checked = checkEvent(draft(past), published)
  expect(checked.kind === 'errors' && checked.errors.day).toMatch(/已经过去/)
  expect(checkEvent(draft(past), fresh).kind).toBe('ready')
})

it.each<[Partial<EventDraft>, boolean]>([
  [{}, false],
  [{ title: '另一个标题', attendees: '40', deadline: '17:00' }, false],
  [{ start: '14:30' }, true],
  [{ end: '16:30' }, true],
  [{ spot: '二楼' }, true],
])('%j moves the event: %s', (part, moved) => {
  expect(isMoved(draft(part), TERMS)).toBe(moved)
})

it('makes the same event a week later, with its hours and the distance of its deadline', () => {
  const copied = startOfCopy(TERMS, today)
  expect(copied).toMatchObject({ day: '2026-12-05', start: '14:00', end: '16:00', deadlineDay: '2026-12-04' })
})

it('makes it tomorrow where a week later is past', () => {
  const old = { ...TERMS, start: at(3, 14), end: at(3, 16), deadline: at(2, 18) }
  expect(startOfCopy(old, today)).toMatchObject({ day: '2026-11-25', deadlineDay: '2026-11-24', deadline: '18:00' })
})

it('moves the other days with the first one', () => {
  expect(withDay(draft({ lastDay: '2026-11-29' }), '2026-12-05', today)).toEqual({
    day: '2026-12-05',
    lastDay: '2026-12-06',
    deadlineDay: '2026-12-04',
  })
})

it('proposes the evening before as the deadline, or the start where that is past', () => {
  const empty = { ...startOfEvent(null), start: '14:00' }
  expect(withDay(empty, '2026-11-25', today)).toEqual({
    day: '2026-11-25',
    lastDay: '2026-11-25',
    deadlineDay: '2026-11-24',
    deadline: '18:00',
  })
  expect(withDay(empty, '2026-11-24', today)).toMatchObject({ deadlineDay: '2026-11-24', deadline: '14:00' })
})

it('knows the most minutes for the times, and nothing before they make a length', () => {
  expect(mostMinutes(draft(), policy)).toBe(120)
  expect(mostMinutes(draft({ end: '' }), policy)).toBeNull()
  expect(mostMinutes(draft({ end: '13:00' }), policy)).toBeNull()
})

it('reads times at +08:00, whatever the zone of the phone', () => {
  expect(instantOf('2026-11-28', '00:00')).toBe(Date.UTC(2026, 10, 27, 16))
  expect(instantOf('2026-11-28', '24:00')).toBeNull()
  expect(instantOf('2026-02-30', '10:00')).toBeNull()
})

it.each([
  ['places-taken', { role: 'volunteer', minimum: 2 }, 'volunteers'],
  ['places-taken', { role: 'attendee', minimum: 2 }, 'attendees'],
  ['kind-fixed', {}, 'kind'],
  ['words-refused', {}, null],
  ['not-found', {}, null],
])('%s %j speaks of %s', (code, facts, field) => {
  expect(eventFieldOf(code, draft(), facts)).toBe(field)
})
