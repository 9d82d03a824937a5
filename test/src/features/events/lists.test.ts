import type { Message } from '#contract/event'
import { inboxView } from '../../../../src/features/events/inbox-view'
import { myEventsView } from '../../../../src/features/events/my-events'
import { at, card, mine, NOW } from './replies'

describe('my events', () => {
  const view = (...registrations: Parameters<typeof myEventsView>[0]['registrations']) =>
    myEventsView({ asOf: NOW, registrations }, NOW)
  const past = card({ start: at('2026-11-20', '09:00'), phase: 'over' })

  it('parts what comes, what one waits for, an offer first, and what is past', () => {
    const until = at('2026-11-28', '20:00')
    const {
      coming,
      waiting,
      past: gone,
    } = view(
      { card: card(), mine: mine() },
      { card: card(), mine: mine({ state: 'waiting', place: 2 }) },
      { card: card(), mine: mine({ state: 'offered', until }) },
      { card: past, mine: mine() },
      { card: card(), mine: mine({ state: 'cancelled', late: true }) },
    )
    expect(coming.map(({ fate }) => fate)).toEqual(['已报名'])
    expect(waiting.map(({ fate }) => fate)).toEqual(['待你答复', '候补第 2 位'])
    expect(waiting[0]?.note).toContain('保留到今天 20:00')
    expect(gone.map(({ fate }) => fate)).toEqual(['已结束', '临时取消'])
  })

  it('doesn’t count a cancelled event, or a list for what has begun, as coming', () => {
    const begun = card({ start: at('2026-11-28', '12:00'), phase: 'running' })
    const {
      coming,
      waiting,
      past: gone,
    } = view(
      { card: card({ phase: 'cancelled' }), mine: mine() },
      { card: begun, mine: mine({ state: 'waiting', place: 1 }) },
      { card: begun, mine: mine() },
    )
    expect([coming.length, waiting.length]).toEqual([1, 0])
    expect(gone.map(({ fate }) => fate)).toEqual(['活动取消', '没有候补上'])
  })
})

describe('the inbox', () => {
  const message = (parts: Partial<Message>): Message => ({
    id: parts.kind ?? 'id',
    kind: 'moved',
    link: 'event',
    card: card(),
    at: at('2026-11-28', '11:30'),
    until: null,
    words: null,
    opened: false,
    settled: false,
    ...parts,
  })
  const view = (...messages: Message[]) => inboxView({ asOf: NOW, unsettled: 0, messages }, NOW)

  it('has what isn’t settled first, and says what is still to be done', () => {
    const lines = view(
      message({ kind: 'reminder', settled: true, opened: true }),
      message({ kind: 'place-offered', until: at('2026-11-28', '20:00') }),
      message({ kind: 'moved' }),
    )
    expect(lines.map(({ id, open }) => [id, open])).toEqual([
      ['place-offered', '待你答复'],
      ['moved', '新'],
      ['reminder', null],
    ])
    expect(lines[0]?.note).toBe('“周末共读”：为你保留到今天 20:00，接受了才算报名。\n今天 11:30')
  })

  it('leads to the event, or to the host’s desk', () => {
    const links = view(message({}), message({ kind: 'class-answered', link: 'desk' })).map(({ link }) => link.url)
    expect(links[0]).toContain('packages/event/event/index?event=')
    expect(links[1]).toContain('packages/host/desk/index?event=')
  })

  it.each([
    'place-offered',
    'offer-expired',
    'list-closed',
    'moved',
    'cancelled',
    'reminder',
    'added',
    'announcement',
    'class-answered',
  ] as const)('names the event of %s', (kind) => {
    expect(view(message({ kind, words: '请带笔。' }))[0]?.note).toContain('周末共读')
  })
})
