import type { EventCard } from '#contract/event'
import { localDate } from '#domain/time'
import { cardView, countsByDay, eventsFrom } from '../../../../src/features/events/card'
import { matches, placeOf, placeOptions } from '../../../../src/features/events/filter'
import { at, card, NOW, role, RULES, venue } from './replies'

const view = (parts: Partial<EventCard>, now = NOW) => cardView(card(parts), RULES, now)

describe('what a card says', () => {
  it('says when, where, places left, and what it gives to whom', () => {
    const roles = [role(), role({ role: 'volunteer', left: 2, minutes: 120 })]
    expect(view({ roles, spot: '二楼' })).toMatchObject({
      kindName: '读书会',
      lines: '明天 14:30–16:30\n大学东路青年爱里V04 · 二楼',
      places: '参加者余 6 · 志愿者余 2',
      tone: 'open',
      gives: '参加者不计时长；志愿者计 2 小时',
    })
  })

  it('calls what nobody has looked at yet by its kind', () => {
    expect(view({ title: '', words: 'waiting' }).title).toBe('读书会（名称待审核）')
  })

  it('speaks of class hours where there are some, and says that a class gives none yet', () => {
    expect(view({ kind: 'league-class', roles: [role({ tenths: 20 })] }).gives).toBe('参加者计 2 学时')
    expect(view({ kind: 'league-class' }).gives).toBe('参加者不计学时')
  })

  it.each([
    ['full, long before', { roles: [role({ left: 0 })] }, NOW, '已满，可候补', 'full'],
    [
      'full, a minute before the list closes',
      { roles: [role({ left: 0 })] },
      at('2026-11-29', '12:59'),
      '已满，可候补',
      'full',
    ],
    ['full, when the list is closed', { roles: [role({ left: 0 })] }, at('2026-11-29', '13:00'), '已满', 'full'],
    ['after the deadline', { phase: 'closed' as const }, NOW, '报名已截止', 'shut'],
    ['over', { phase: 'over' as const }, NOW, '已结束', 'shut'],
  ])('%s', (_, parts, now, places, tone) => {
    expect(view(parts, now)).toMatchObject({ places, tone })
  })
})

describe('days at +08:00', () => {
  const late = card({ start: at('2026-11-28', '22:00'), end: at('2026-11-29', '00:00') })
  const night = card({ start: at('2026-11-28', '23:00'), end: at('2026-11-29', '01:00') })

  it('gives what ends at midnight to one day, and what goes past it to both', () => {
    expect(countsByDay([late])).toEqual({ '2026-11-28': 1 })
    expect(countsByDay([late, night])).toEqual({ '2026-11-28': 2, '2026-11-29': 1 })
  })

  it('says 24:00, and the next day where it goes past it', () => {
    expect(view(late).lines).toContain('今天 22:00–24:00')
    expect(view(night).lines).toContain('今天 23:00 – 明天 01:00')
    expect(view(night, at('2026-11-20', '12:00')).lines).toContain('11月28日 周六 23:00 – 11月29日 周日 01:00')
  })

  it('leaves out of today what is over, of another day nothing', () => {
    const morning = card({ start: at('2026-11-28', '08:00'), end: at('2026-11-28', '12:00') })
    const day = localDate('2026-11-28')
    expect(eventsFrom([morning, late], day, at('2026-11-28', '11:59'))).toHaveLength(2)
    expect(eventsFrom([morning, late], day, NOW)).toEqual([late])
    expect(eventsFrom([morning, late], day, at('2026-11-30', '12:00'))).toHaveLength(2)
    expect(eventsFrom([morning, late, night], localDate('2026-11-29'), NOW)).toEqual([night])
  })
})

describe('filters', () => {
  const town = { code: 'SH-JH', name: '金河镇团委', placeholder: false }
  const here = [card(), card({ kind: 'other', venue: venue('V10', town) })]

  it('narrows by kind, town and venue', () => {
    expect(here.filter((one) => matches(one, {}))).toHaveLength(2)
    expect(here.filter((one) => matches(one, { kind: 'other' }))).toEqual([here[1]])
    expect(here.filter((one) => matches(one, placeOf('o-SH-DXD')))).toEqual([here[0]])
    expect(here.filter((one) => matches(one, { kind: 'reading', ...placeOf('v-V10') }))).toEqual([])
    expect(placeOf('all')).toEqual({})
  })

  it('puts one’s own town first, and names the venues of a town that has several', () => {
    const venues = [venue('V04'), venue('V15'), venue('V10', town)]
    expect(placeOptions(venues, 'SH-JH').map(({ text }) => text)).toEqual([
      '全区',
      '金河镇（我的镇街）',
      '大学东路街道',
      '· 大学东路青年爱里V04',
      '· 大学东路青年爱里V15',
    ])
    expect(placeOptions(venues, undefined)[1]?.value).toBe('o-SH-DXD')
  })
})
