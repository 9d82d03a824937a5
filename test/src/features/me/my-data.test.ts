import type { MyDataReply } from '#contract/me'
import { dataSections, dataText } from '../../../../src/features/me/my-data'

const branch = { code: 'SH-X01-1', name: '示例高级中学高一(1)班团支部', placeholder: true }
const RECORDED = { since: '2026-11-20', corrects: null } as const
const PLAIN = { way: null, onPaper: false, people: null, voided: false } as const
const HOURS = { origin: 'recorded', mode: 'in-person', acceptedOn: '2026-11-20' } as const
const data: MyDataReply = {
  asOf: '2026-11-24',
  account: { code: 'F5VC-JL9A', createdOn: '2025-09-01', lastSignInOn: '2026-11-24' },
  profile: {
    name: '申请人·甲',
    birthDate: '2010-03-05',
    township: null,
    occupation: 'pupil',
    birthDateConfirmed: true,
  },
  affiliations: [
    { organisation: branch, act: 'claimed', on: '2026-09-05' },
    { organisation: branch, act: 'declined', on: '2026-09-06' },
  ],
  facts: {
    birthDate: '2010-03-05',
    occupation: 'pupil',
    affiliation: null,
    acts: [
      { ...RECORDED, id: 'talk', act: 'talked', on: '2026-09-10', ...PLAIN },
      { ...RECORDED, id: 'talk2', act: 'talked', on: '2026-09-11', ...PLAIN, corrects: 'talk' },
      { ...RECORDED, id: 'act', act: 'activist', on: '2026-09-25', ...PLAIN, way: 'nomination', onPaper: true },
      { ...RECORDED, id: 'gone', act: 'mentored', on: '2026-09-26', ...PLAIN, corrects: 'x', voided: true },
    ],
    entries: [
      { ...RECORDED, id: 'e1', requirement: 'class-hours', amount: 15, on: '2026-11-08', ...HOURS },
      { ...RECORDED, id: 'v1', requirement: 'volunteer-hours', amount: 90, on: '2026-11-09', ...HOURS },
      { ...RECORDED, id: 'v2', requirement: 'volunteer-hours', amount: 0, on: '2026-11-09', ...HOURS, corrects: 'v1' },
    ],
    grades: [{ ...RECORDED, id: 'g1', grade: '良', on: '2026-07-01' }],
  },
  texts: {
    talk: { by: '委员·丁', content: '谈了想法' },
    talk2: { by: '委员·丁', content: '谈了想法', reason: '日期写错了' },
    act: { approvedBy: '校团委会议（示例）' },
    e1: { content: '第一课', witness: '团支书·丙' },
    v1: { content: '图书整理', witness: '站长' },
    v2: { content: '图书整理', witness: '站长', reason: '记错了人' },
    g1: { term: '高一下学期' },
  },
  registrations: [
    {
      event: 'ev2',
      title: '',
      on: '2026-12-01',
      role: 'volunteer',
      state: 'waiting',
      since: '2026-11-23',
      late: false,
    },
    {
      event: 'ev1',
      title: '读书会·春天（示例）',
      on: '2026-11-12',
      role: 'attendee',
      state: 'cancelled',
      since: '2026-11-11',
      late: true,
    },
  ],
  attendance: [
    {
      event: 'ev1',
      title: '读书会·春天（示例）',
      on: '2026-11-12',
      what: 'times-set',
      way: null,
      at: Date.parse('2026-11-13T09:00:00+08:00'),
      byHost: true,
      reason: '忘了签退（示例）',
    },
    {
      event: 'ev1',
      title: '',
      on: '2026-11-12',
      what: 'in',
      way: 'scan',
      at: Date.parse('2026-11-12T14:05:00+08:00'),
      byHost: false,
      reason: null,
    },
  ],
  messages: 3,
  roles: [
    {
      role: 'venue-host',
      organisation: { code: 'SH-RML', name: '人民路街道团工委', placeholder: false },
      until: '2027-01-31',
      venue: { code: 'V01', name: '人民路街道青年爱里' },
      hasVenues: true,
    },
  ],
  accesses: [
    { on: '2026-11-22', office: 'venue-host', organisation: branch, what: 'registrations', reason: null },
    { on: '2026-11-21', office: 'committee-officer', organisation: branch, what: 'path', reason: 'overdue' },
    { on: '2026-11-20', office: 'branch-secretary', organisation: branch, what: 'list', reason: null },
  ],
  keeping: [
    { what: 'profile', rule: 'keeping.profile', days: 1095, until: '2029-11-23', source: null },
    { what: 'requests', rule: 'keeping.request', days: 30, until: null, source: null },
    { what: 'registrations', rule: 'keeping.profile', days: 1095, until: '2029-11-23', source: null },
    { what: 'messages', rule: 'keeping.profile', days: 1095, until: null, source: null },
  ],
}

it('says everything that is kept, and when it goes', () => {
  const text = dataText(dataSections(data))
  for (const part of [
    'F5VC-JL9A',
    '注册：2025年9月1日',
    '申请人·甲',
    '出生日期：2010年3月5日（团支书已按书面申请书核对）',
    '我现在是：中学生',
    '没有填',
    '示例高级中学高一(1)班团支部（示例）：我填写的，9月5日',
    '团支书答复：不在本支部，9月6日',
    '谈话：9月10日，谈话的人：委员·丁；谈了：谈了想法',
    '谈话：9月11日，谈话的人：委员·丁；谈了：谈了想法，更正的原因：日期写错了',
    '批准为入团积极分子：9月25日，推优入团，按纸质材料补录，批准：校团委会议（示例）',
    '撤销：确定培养联系人：9月26日，这是更正',
    '11月8日 · 第一课：1.5 学时，见证：团支书·丙',
    '11月9日 · 图书整理：1 小时 30 分钟，见证：站长',
    '11月9日 · 图书整理：作废一条记录，见证：站长，更正的原因：记错了人',
    '7月1日 · 高一下学期：良',
    '团委干部：11月21日，看了我的路径，原因：处理超期事项',
    '团支书：11月20日，看了名单',
    '活动组织者：11月22日，看过活动报名名单',
    '12月1日 · 活动（标题审核中或未通过）：志愿者，在候补，11月23日',
    '11月12日 · 读书会·春天（示例）：参加者，已取消（临近开始才取消），11月11日',
    '11月12日 · 读书会·春天（示例）：负责人登记了来去的时间，11月13日 09:00，原因：忘了签退（示例）',
    '11月12日 · 活动（标题审核中或未通过）：签到（扫码），11月12日 14:05',
    '收到的活动消息：3 条',
    '人民路街道青年爱里 · 活动组织者：到 2027年1月31日',
    '活动报名：留 3 年，2029年11月23日删除',
    '消息：留 3 年，现在没有',
    '个人资料：留 3 年，2029年11月23日删除',
    '防重复提交的记录：留 30 天，现在没有',
  ]) {
    expect(text).toContain(part)
  }
})

it('says of each kind when there is nothing of it', () => {
  const facts = { ...data.facts, acts: [], entries: [], grades: [] }
  const nothing = {
    ...data,
    profile: null,
    affiliations: [],
    facts,
    accesses: [],
    roles: [],
    registrations: [],
    attendance: [],
    messages: 0,
  }
  for (const { title, rows, empty } of dataSections(nothing)) {
    if (rows.length === 0) expect(`${title} ${empty}`).toMatch(/没有/)
  }
})

it('gives each row a key of its own in its section', () => {
  for (const { rows } of dataSections(data)) expect(new Set(rows.map((row) => row.key)).size).toBe(rows.length)
})
