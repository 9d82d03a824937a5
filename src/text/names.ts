import type { Role } from '#domain/access/roles'
import type { OrganisationKind } from '#domain/policy/organisations'
import type { AdmissionWay } from '#domain/policy/policy'

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
}

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

const STEP_NAMES: Readonly<Partial<Record<string, string>>> = { activist: '成为入团积极分子' }

/** A step of the application. */
export function stepName(step: string): string {
  return STEP_NAMES[step] ?? step
}
