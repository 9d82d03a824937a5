import type { MyDataReply } from '#contract/me'
import { dataSections, dataText } from '../../../../src/features/me/my-data'

const branch = { code: 'SH-X01-1', name: '示例高级中学高一(1)班团支部', placeholder: true }
const data: MyDataReply = {
  asOf: '2026-11-24',
  account: { code: 'F5VC-JL9A', createdOn: '2025-09-01', lastSignInOn: '2026-11-24' },
  profile: { name: '申请人·甲', birthDate: '2010-03-05', township: null },
  affiliations: [
    { organisation: branch, act: 'claimed', on: '2026-09-05' },
    { organisation: branch, act: 'declined', on: '2026-09-06' },
  ],
  steps: [{ step: 'activist', on: '2026-09-25', approvedBy: '校团委会议（示例）' }],
  entries: [
    {
      id: 'e1',
      amount: 15,
      on: '2026-11-08',
      origin: 'recorded',
      mode: 'in-person',
      since: '2026-11-08',
      corrects: null,
      correctedBy: null,
      fate: 'counted',
      reason: null,
      texts: { content: '第一课', witness: '团支书·丙', reason: null },
    },
  ],
  roles: [],
  accesses: [{ on: '2026-11-20', office: 'branch-secretary', organisation: branch, what: 'path' }],
  keeping: [
    { what: 'profile', rule: 'keeping.profile', days: 1095, until: '2029-11-23', source: null },
    { what: 'requests', rule: 'keeping.request', days: 30, until: null, source: null },
  ],
}

it('says everything that is kept, and when it goes', () => {
  const text = dataText(dataSections(data))
  for (const part of [
    'F5VC-JL9A',
    '注册：2025年9月1日',
    '申请人·甲',
    '2010年3月5日',
    '没有填',
    '示例高级中学高一(1)班团支部（示例）：我填写的，9月5日',
    '团支书答复：不在本支部，9月6日',
    '成为入团积极分子：9月25日，校团委会议（示例）批准',
    '11月8日 · 第一课：1.5 学时',
    '团支书：11月20日，看了我的路径',
    '个人资料：留 3 年，2029年11月23日删除',
    '防重复提交的记录：留 30 天，现在没有',
  ]) {
    expect(text).toContain(part)
  }
})

it('says of each kind when there is nothing of it', () => {
  const nothing = { ...data, profile: null, affiliations: [], steps: [], entries: [], accesses: [], roles: [] }
  for (const { title, rows, empty } of dataSections(nothing)) {
    if (rows.length === 0) expect(`${title} ${empty}`).toMatch(/没有/)
  }
})

it('gives each row a key of its own in its section', () => {
  for (const { rows } of dataSections(data)) expect(new Set(rows.map((row) => row.key)).size).toBe(rows.length)
})
