import type { TestApi } from '../../server/support'
import { button, choose, fill, words } from '../hands'
import type { Screen } from '../screen'
import { approvedE, personOf } from '../stage'

const officer = { persona: '团委干部·丁' } as const
const district = { persona: '区团委·戊' } as const
const NOMINATIONS = 'packages/league/nominations/index?organisation=SH-X01'
const BRANCH = 'packages/league/branch/index?organisation=SH-X01-2'

/** The address of a screen about somebody; with the reason that a minor's needs. */
function about(screen: string, persona: string, reason: string | null = 'nomination') {
  return async (api: TestApi): Promise<string> => {
    const path = `packages/league/${screen}/index?person=${await personOf(api, persona)}`
    return reason === null ? path : `${path}&reason=${reason}`
  }
}

const overview = (organisation: string) => `packages/league/overview/index?organisation=${organisation}`

/** What the officers of committee and district see. */
export const committeeScreens: readonly Screen[] = [
  { ...officer, name: 'nominations', path: NOMINATIONS, shows: '1 份推荐等你答复' },
  {
    ...officer,
    name: 'nominations-reason',
    path: NOMINATIONS,
    shows: '1 份推荐等你答复',
    act: async (page) => {
      await page.getByText('申**').and(page.locator(':visible')).first().click()
      await words(page, '这位青年未满 18 周岁').waitFor()
    },
  },
  { ...officer, name: 'person-reason', path: about('person', 'applicant-e', null), shows: '为什么打开' },
  {
    ...officer,
    name: 'requirement-reason',
    path: async (api) => `${await about('requirement', 'applicant-e', null)(api)}&rule=class-hours`,
    shows: '为什么打开',
  },
  { ...officer, name: 'person-committee', path: about('person', 'applicant-e'), shows: '和本人看到的一样' },
  {
    ...officer,
    name: 'answer-errors',
    path: about('answer', 'applicant-e'),
    shows: '支部的推荐',
    act: async (page) => {
      await button(page, '提交答复').click()
      await words(page, '请选择批准还是退回').waitFor()
    },
  },
  {
    ...officer,
    name: 'answer-approved',
    path: about('answer', 'applicant-e'),
    shows: '支部的推荐',
    act: async (page) => {
      await choose(page, '团委的答复', '批准')
      await fill(page, { 谁批准的: '校团委会议（示例）' })
    },
  },
  {
    ...officer,
    name: 'answer-returned',
    path: about('answer', 'applicant-e'),
    shows: '支部的推荐',
    act: async (page) => {
      await choose(page, '团委的答复', '退回')
      await button(page, '提交答复').click()
      await words(page, '请写下退回的原因').waitFor()
    },
  },
  {
    ...officer,
    name: 'activist-errors',
    path: about('activist', 'applicant-c', 'help'),
    shows: '批准的日期',
    act: async (page) => {
      await button(page, '登记').click()
      await words(page, '请填写是谁批准的').waitFor()
    },
  },
  {
    ...officer,
    name: 'activist-filled',
    path: about('activist', 'applicant-c', 'help'),
    shows: '批准的日期',
    act: (page) => fill(page, { 批准的日期: '2026-02-25', 入团方式: 'nomination', 谁批准的: '校团委会议（示例）' }),
  },
  { ...officer, name: 'overview-committee', path: overview('SH-X01'), shows: '走到哪一步' },
  { ...officer, name: 'branch-committee', path: BRANCH, shows: '高二(1)班' },
  { ...district, name: 'overview-district', path: overview('SH'), shows: '走到哪一步' },
  { ...district, name: 'overview-school', path: overview('SH-X01'), shows: '走到哪一步' },
  { ...district, name: 'branch-district', path: BRANCH, shows: '高二(1)班' },
]

/** The same after more has happened, and forty days later. */
export const committeeLaterScreens: readonly Screen[] = [
  {
    ...officer,
    name: 'nominations-none',
    path: async (api) => {
      await approvedE(api)
      return NOMINATIONS
    },
    shows: '没有等答复的推荐',
  },
  { ...officer, name: 'nominations-overdue', place: 'later', path: NOMINATIONS, shows: '1 份推荐等你答复' },
  { ...district, name: 'overview-overdue', place: 'later', path: overview('SH'), shows: '超过期限的' },
]
