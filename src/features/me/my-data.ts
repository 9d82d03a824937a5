import type { MyDataReply } from '#contract/me'
import { localDateAt, type Instant, type LocalDate } from '#domain/time'
import { hoursWords, minutesWords } from '../../text/amounts'
import { MARK_WAYS } from '../../text/attendance'
import { dayWords, fullDayWords, timeWords } from '../../text/dates'
import { actWords } from '../../text/entries'
import {
  ACCESS_REASON_NAMES,
  EVENT_ROLE_NAMES,
  OCCUPATION_NAMES,
  organisationName,
  placeName,
  ROLE_NAMES,
  wayName,
} from '../../text/names'
import { daysWords } from '../../text/privacy'
import { ACT_NAMES } from '../../text/steps'

export interface DataRow {
  readonly key: string
  readonly title: string
  readonly value: string
}

export interface DataSection {
  readonly title: string
  readonly rows: readonly DataRow[]
  readonly empty: string
}

const ACTS = { claimed: '我填写的', confirmed: '团支书已确认', declined: '团支书答复：不在本支部' } as const
const LOOKED = {
  list: '看了名单',
  path: '看了我的路径',
  registrations: '看过活动报名名单',
  attendance: '看过活动签到名单',
} as const
const ERASED = '内容已删除'
const KEPT = {
  account: '登录账号',
  profile: '个人资料',
  sessions: '登录状态',
  requests: '防重复提交的记录',
  accesses: '谁看过我的记录',
  registrations: '活动报名',
  attendance: '签到和签退',
  messages: '消息',
} as const
/** How one stands with an event. */
const STANDINGS = {
  registered: '已报名',
  waiting: '在候补',
  offered: '有一个名额等我确认',
  declined: '没有要递补的名额',
  expired: '没有在时限内确认',
  cancelled: '已取消',
  left: '活动改期后退出',
} as const
const ATTENDED = {
  in: '签到',
  out: '签退',
  'times-set': '负责人登记了来去的时间',
  confirmed: '负责人确认到场',
  struck: '负责人划去',
  restored: '负责人恢复',
  'team-set': '加入或离开活动班底',
} as const
const NO_TITLE = '活动（标题审核中或未通过）'

/** Everything kept about me, as sections to read and to copy. */
export function dataSections(data: MyDataReply): readonly DataSection[] {
  const today = data.asOf as LocalDate
  const day = (on: string) => dayWords(on, today)
  const { account, profile, facts, texts } = data
  return [
    section('账号', [
      ['账号代码', account.code],
      ['注册', day(account.createdOn)],
      ['最近一次登录', day(account.lastSignInOn)],
    ]),
    section(
      '我的资料',
      profile
        ? [
            ['姓名', profile.name],
            [
              '出生日期',
              `${fullDayWords(profile.birthDate)}${profile.birthDateConfirmed ? '（团支书已按书面申请书核对）' : ''}`,
            ],
            ['我现在是', profile.occupation ? OCCUPATION_NAMES[profile.occupation] : '没有填'],
            ['居住的镇或街道', profile.township ? placeName(profile.township) : '没有填'],
          ]
        : [],
      '还没有填写。',
    ),
    section(
      '团支部',
      data.affiliations.map(({ organisation, act, on }) => [
        organisationName(organisation),
        `${ACTS[act]}，${day(on)}`,
      ]),
      '还没有选择。',
    ),
    section(
      '入团经历',
      facts.acts.map((act) => actRow(act, data)),
      '还没有。',
    ),
    section(
      '团课记录',
      facts.entries.filter((entry) => entry.requirement === 'class-hours').map((entry) => hoursRow(entry, data)),
      '还没有。',
    ),
    section(
      '志愿服务记录',
      facts.entries.filter((entry) => entry.requirement === 'volunteer-hours').map((entry) => hoursRow(entry, data)),
      '还没有。',
    ),
    section(
      '思政课考评',
      facts.grades.map(({ id, on, grade, corrects }) => {
        const words = texts[id]
        return [
          `${day(on)} · ${words?.term ?? ERASED}`,
          [grade ?? '作废一条记录', correction(corrects, words?.reason)].filter(Boolean).join('，'),
        ]
      }),
      '还没有。',
    ),
    section(
      '活动报名',
      data.registrations.map(({ title, on, role, state, since, late }) => [
        `${day(on)} · ${title || NO_TITLE}`,
        `${EVENT_ROLE_NAMES[role]}，${STANDINGS[state]}${late ? '（临近开始才取消）' : ''}，${day(since)}`,
      ]),
      '还没有。',
    ),
    section(
      '签到和签退',
      data.attendance.map(({ title, on, what, way, at, reason }) => [
        `${day(on)} · ${title || NO_TITLE}`,
        [
          way === null ? ATTENDED[what] : `${ATTENDED[what]}（${MARK_WAYS[way]}）`,
          `${day(localDateAt(at as Instant))} ${timeWords(at as Instant)}`,
          ...(reason === null ? [] : [`原因：${reason}`]),
        ].join('，'),
      ]),
      '还没有。',
    ),
    section('消息', data.messages > 0 ? [['收到的活动消息', `${data.messages} 条`]] : [], '还没有。'),
    section(
      '我的职务',
      data.roles.map(({ role, organisation, venue, until }) => [
        `${venue ? venue.name : organisationName(organisation)} · ${ROLE_NAMES[role]}`,
        `到 ${fullDayWords(until)}`,
      ]),
      '没有。',
    ),
    section(
      '谁看过我',
      data.accesses.map(({ on, office, organisation, what, reason }) => [
        `${organisationName(organisation)} · ${ROLE_NAMES[office]}`,
        `${day(on)}，${LOOKED[what]}${reason === null ? '' : `，原因：${ACCESS_REASON_NAMES[reason]}`}`,
      ]),
      '还没有人看过。',
    ),
    section(
      '留多久',
      data.keeping.map(({ what, days, until }) => [
        KEPT[what],
        until === null ? `留 ${daysWords(days)}，现在没有` : `留 ${daysWords(days)}，${fullDayWords(until)}删除`,
      ]),
      '没有。',
    ),
  ]
}

type Row = readonly [string, string]

function actRow(
  { id, act, on, way, onPaper, corrects, voided }: MyDataReply['facts']['acts'][number],
  data: MyDataReply,
): Row {
  const words = data.texts[id] ?? {}
  const said = [
    dayWords(on, data.asOf as LocalDate),
    ...(way === null ? [] : [wayName(way)]),
    ...(onPaper ? ['按纸质材料补录'] : []),
    actWords(act, words),
    correction(corrects, words.reason),
  ]
  return [voided ? `撤销：${ACT_NAMES[act]}` : ACT_NAMES[act], said.filter(Boolean).join('，')]
}

function hoursRow(
  { id, requirement, on, amount, corrects }: MyDataReply['facts']['entries'][number],
  data: MyDataReply,
): Row {
  const words = data.texts[id]
  const much = requirement === 'class-hours' ? hoursWords(amount) : minutesWords(amount)
  const said = [
    amount === 0 ? '作废一条记录' : much,
    words?.witness ? `见证：${words.witness}` : '',
    correction(corrects, words?.reason),
  ]
  return [`${dayWords(on, data.asOf as LocalDate)} · ${words?.content ?? ERASED}`, said.filter(Boolean).join('，')]
}

/** That it stands in the place of another one, and why. */
function correction(corrects: string | null, reason: string | undefined): string {
  if (corrects === null) return ''
  return reason ? `更正的原因：${reason}` : '这是更正'
}

function section(title: string, rows: readonly Row[], empty = ''): DataSection {
  return { title, rows: rows.map(([name, value], index) => ({ key: `${index}`, title: name, value })), empty }
}

/** All of it as plain text, for the clipboard. */
export function dataText(sections: readonly DataSection[]): string {
  return sections
    .map(({ title, rows, empty }) =>
      [`【${title}】`, ...(rows.length === 0 ? [empty] : rows.map((row) => `${row.title}：${row.value}`))].join('\n'),
    )
    .join('\n\n')
}
