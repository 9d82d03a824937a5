import type { MyDataReply } from '#contract/me'
import type { LocalDate } from '#domain/time'
import { hoursWords } from '../../text/amounts'
import { dayWords, fullDayWords } from '../../text/dates'
import { organisationName, placeName, ROLE_NAMES, stepName } from '../../text/names'
import { daysWords } from '../../text/privacy'

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
const LOOKED = { list: '看了名单', path: '看了我的路径' } as const
const KEPT = {
  account: '登录账号',
  profile: '个人资料',
  sessions: '登录状态',
  requests: '防重复提交的记录',
  accesses: '谁看过我的记录',
} as const

/** Everything kept about me, as sections to read and to copy. */
export function dataSections(data: MyDataReply): readonly DataSection[] {
  const today = data.asOf as LocalDate
  const day = (on: string) => dayWords(on, today)
  const { account, profile } = data
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
            ['出生日期', fullDayWords(profile.birthDate)],
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
      data.steps.map(({ step, on, approvedBy }) => [
        stepName(step),
        approvedBy === null ? day(on) : `${day(on)}，${approvedBy}批准`,
      ]),
      '还没有。',
    ),
    section(
      '团课记录',
      data.entries.map(({ on, amount, texts }) => [
        `${day(on)} · ${texts ? texts.content : '内容已删除'}`,
        amount === 0 ? '作废一条记录' : hoursWords(amount),
      ]),
      '还没有。',
    ),
    section(
      '我的职务',
      data.roles.map(({ role, organisation, until }) => [
        `${organisationName(organisation)} · ${ROLE_NAMES[role]}`,
        `到 ${fullDayWords(until)}`,
      ]),
      '没有。',
    ),
    section(
      '谁看过我',
      data.accesses.map(({ on, office, organisation, what }) => [
        `${organisationName(organisation)} · ${ROLE_NAMES[office]}`,
        `${day(on)}，${LOOKED[what]}`,
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

function section(title: string, rows: readonly (readonly [string, string])[], empty = ''): DataSection {
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
