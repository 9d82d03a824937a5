import type { MyAttendance } from '#contract/check-in'
import { NO_CREDIT } from '#domain/checkin/credit'
import { myAttendanceRow } from '../../../../src/features/check-in/my-attendance'
import { whyWords } from '../../../../src/text/my-attendance'
import { at, card } from '../events/replies'

const NOW = at('2026-11-28', '18:00')

type Parts = Partial<Omit<MyAttendance, 'credit'>> & { readonly credit?: Partial<MyAttendance['credit']> }

function row({ credit, ...parts }: Parts = {}, now = NOW) {
  return myAttendanceRow(
    {
      card: card({ start: at('2026-11-28', '14:30') }),
      role: 'volunteer',
      in: at('2026-11-28', '14:28'),
      out: at('2026-11-28', '16:31'),
      flags: [],
      weak: false,
      struck: false,
      closed: true,
      reason: null,
      ...parts,
      credit: { present: 120, least: 72, minutes: 120, tenths: null, reason: null, ...credit },
    },
    now,
  )
}

it('says when I came and went, and what was credited', () => {
  expect(row()).toMatchObject({ fate: '已认定', tone: 'met' })
  expect(row().note.split('\n')).toEqual([
    '今天 14:30–16:30 · 志愿者',
    '签到 14:28 · 签退 16:31',
    '认定志愿服务 2 小时',
  ])
})

it('until the close nothing is counted: it waits', () => {
  expect(row({ closed: false })).toMatchObject({ fate: '待认定', tone: 'waiting' })
  expect(row({ closed: false }).note).toContain('收尾以后认定志愿服务 2 小时')
})

it('while it is on, I am there', () => {
  const one = { closed: false, out: null, credit: { minutes: null, reason: 'no-check-out' as const } }
  expect(row(one, at('2026-11-28', '16:29')).fate).toBe('已签到')
  expect(row(one, at('2026-11-28', '16:30')).fate).toBe('待认定')
})

it.each([
  ['struck', true, '不计入'],
  ['share', false, '不计入'],
  ['no-check-out', false, '不计入'],
  ['gives-nothing', false, '已到场'],
  ['own-row', false, '待认定'],
  ['profile-missing', false, '待认定'],
  ['after-close', false, '待认定'],
] as const)('nothing credited because of %s', (reason, struck, fate) => {
  expect(row({ struck, credit: { minutes: null, reason } }).fate).toBe(fate)
})

it('has words for every reason, and the host’s own', () => {
  for (const reason of NO_CREDIT) {
    for (const closed of [true, false]) {
      expect(whyWords({ present: 30, least: 72, minutes: null, tenths: null, reason }, closed)).toMatch(/。$/)
    }
  }
  expect(row({ reason: '人不在现场' }).note).toContain('组织者写的原因：人不在现场')
})
