import type { AccessReason } from '#domain/access/reasons'
import type { Role } from '#domain/access/roles'
import type { TeamRole } from '#domain/checkin/attendance'
import type { EventRole } from '#domain/events/event'
import type { OrganisationKind } from '#domain/policy/organisations'
import type { AdmissionWay } from '#domain/policy/policy'
import type { Occupation } from '#domain/profile/occupation'

/** A name as it is shown: what is made up until the district gives its own says so. */
export function organisationName(organisation: { readonly name: string; readonly placeholder: boolean }): string {
  return organisation.placeholder ? `${organisation.name}（示例）` : organisation.name
}

/** 金河镇团委 as the place where somebody lives: 金河镇. */
export function placeName(organisation: { readonly name: string; readonly placeholder: boolean }): string {
  return organisationName(organisation).replace(/(团工委|团委)(?=（|$)/, '')
}

export const ROLE_NAMES: Readonly<Record<Role, string>> = {
  'branch-secretary': '团支书',
  'committee-officer': '团委干部',
  'district-officer': '区团委干部',
  'venue-host': '活动组织者',
}

/** Who comes to an event, by what they come for. */
export const EVENT_ROLE_NAMES: Readonly<Record<EventRole, string>> = { attendee: '参加者', volunteer: '志愿者' }

/** Who runs an event. */
export const TEAM_NAMES: Readonly<Record<TeamRole, string>> = { lead: '负责人', host: '组织者', helper: '扫码帮手' }

export const KIND_NAMES: Readonly<Record<OrganisationKind, string>> = {
  district: '区',
  town: '镇',
  subdistrict: '街道',
  'state-owned-committee': '国企团委',
  'school-committee': '学校团委',
  'general-branch': '团总支',
  branch: '团支部',
  'joint-branch': '联合团支部',
}

export const WAY_NAMES: Readonly<Record<AdmissionWay, string>> = {
  nomination: '推优入团',
  points: '积分入团',
  review: '评议入团',
}

/** The same ways in two characters, for a ring's middle. */
export const SHORT_WAY_NAMES: Readonly<Record<AdmissionWay, string>> = {
  nomination: '推优',
  points: '积分',
  review: '评议',
}

/** The way of a step or a requirement's value, as it crosses the wire. */
export function wayName(way: string, names: Readonly<Record<string, string>> = WAY_NAMES): string {
  return names[way] ?? way
}

export const OCCUPATION_NAMES: Readonly<Record<Occupation, string>> = {
  pupil: '中学生',
  student: '大学或中高职学生',
  employed: '在职',
  other: '其他',
}

/** Why an office above the branch opened a minor's row. */
export const ACCESS_REASON_NAMES: Readonly<Record<AccessReason, string>> = {
  nomination: '审核推荐',
  overdue: '处理超期事项',
  help: '本人或监护人求助',
  complaint: '处理投诉',
  inspection: '工作检查',
}

/** A mentor's membership. */
export const MEMBERSHIP_NAMES = { league: '团员', party: '党员' } as const
