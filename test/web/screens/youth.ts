import type { Page } from 'playwright-core'
import { button, field, fill, open, words } from '../hands'
import type { Screen } from '../screen'
import { approvedE, declinedG, profileOfH, returnedD, tooOldH, withdrawnC } from '../stage'

const PATH = 'pages/path/index'
const APPLICATION = 'packages/membership/application/index'
const SUBMITTED = 'packages/membership/submitted/index'
const BRANCHES = 'packages/membership/branches/index'

/** The last of a path's steps, however many are shown at once. */
async function wholeTrail(page: Page): Promise<void> {
  const more = page.getByRole('button', { name: /再看后面的步骤/ })
  while (await more.isVisible()) await more.click()
  await words(page, '材料归档').waitFor()
}

const requirement = (rule: string) => `packages/membership/requirement/index?rule=${rule}`

/** What a youth sees, where the demo's personas stand. */
export const youthScreens: readonly Screen[] = [
  { name: 'path-training', persona: '申请人·甲', path: PATH, shows: '更新' },
  { name: 'path-training-whole', persona: '申请人·甲', path: PATH, shows: '更新', act: wholeTrail },
  { name: 'path-unconfirmed', persona: '申请人·乙', path: PATH, shows: '更新' },
  { name: 'path-submitted', persona: '申请人·庚', path: PATH, shows: '更新' },
  { name: 'path-applied', persona: '申请人·辛', path: PATH, shows: '更新' },
  { name: 'path-nominated', persona: '申请人·壬', path: PATH, shows: '更新' },
  { name: 'path-ready', persona: '积极分子·癸', path: PATH, shows: '更新' },
  { name: 'path-employed', persona: '申请人·子', path: PATH, shows: '更新' },
  { name: 'path-office', persona: '团支书·丙', path: PATH, shows: '我的工作' },
  {
    name: 'path-offline',
    persona: '申请人·甲',
    path: PATH,
    shows: '更新',
    act: async (page) => {
      await page.route('**/v1/**', (route) => route.abort())
      await page.reload()
      await words(page, '没有连上服务').waitFor()
    },
  },
  { name: 'class-hours', persona: '申请人·甲', path: requirement('class-hours'), shows: '规定版本' },
  { name: 'volunteer-hours', persona: '申请人·甲', path: requirement('volunteer-hours'), shows: '规定版本' },
  { name: 'civics', persona: '申请人·甲', path: requirement('civics'), shows: '规定版本' },
  { name: 'training-months', persona: '申请人·甲', path: requirement('training.months'), shows: '规定版本' },
  { name: 'admission-ways', persona: '申请人·甲', path: requirement('admission.ways'), shows: '规定版本' },
  { name: 'class-hours-met', persona: '积极分子·癸', path: requirement('class-hours'), shows: '规定版本' },
  { name: 'volunteer-hours-some', persona: '申请人·辛', path: requirement('volunteer-hours'), shows: '规定版本' },
  { name: 'civics-not-applicable', persona: '申请人·子', path: requirement('civics'), shows: '不适用' },
  { name: 'admission-ways-nominated', persona: '申请人·壬', path: requirement('admission.ways'), shows: '规定版本' },
  { name: 'admission-ways-none', persona: '申请人·乙', path: requirement('admission.ways'), shows: '规定版本' },
  { name: 'application', persona: '申请人·乙', path: APPLICATION, shows: '告诉支部，我想入团' },
  {
    name: 'application-filled',
    persona: '申请人·乙',
    path: APPLICATION,
    shows: '告诉支部，我想入团',
    act: (page) => fill(page, { 想对支部说的话: '想和大家一起做志愿服务，也想多学一点。（示例）' }),
  },
  {
    name: 'application-errors',
    persona: '团支书·丑',
    path: async (api) => {
      await profileOfH(api)
      return APPLICATION
    },
    shows: '告诉支部，我想入团',
    act: async (page) => {
      await button(page, '提交入团申请').click()
      await words(page, '请选一个').waitFor()
    },
  },
  { name: 'application-submitted', persona: '申请人·庚', path: SUBMITTED, shows: '等待支部收到书面申请书' },
  {
    name: 'application-withdrawal',
    persona: '申请人·庚',
    path: SUBMITTED,
    shows: '等待支部收到书面申请书',
    act: async (page) => {
      await button(page, '撤回申请').click()
      await words(page, '支部不再等你的申请书').waitFor()
    },
  },
  { name: 'application-nominated', persona: '申请人·壬', path: SUBMITTED, shows: '撤回申请' },
  { name: 'application-profile-first', persona: '团支书·丙', path: APPLICATION, shows: '先填写资料' },
  { name: 'share', persona: '申请人·甲', path: 'packages/membership/share/index', shows: '下载这张图' },
  { name: 'data', persona: '申请人·甲', path: 'packages/membership/data/index', shows: '删除我的数据' },
  {
    name: 'data-deletion',
    persona: '申请人·甲',
    path: 'packages/membership/data/index',
    shows: '删除我的数据',
    act: async (page) => {
      await button(page, '删除我的数据').click()
      await words(page, '会留下：不带姓名的事实').waitFor()
    },
  },
  { name: 'profile', persona: '申请人·甲', path: 'packages/membership/profile/index', shows: '保存' },
  {
    name: 'profile-locked',
    persona: '申请人·辛',
    path: 'packages/membership/profile/index',
    shows: '团支书已按书面申请书核对',
  },
  {
    name: 'profile-errors',
    persona: '申请人·甲',
    path: 'packages/membership/profile/index',
    shows: '保存',
    act: async (page) => {
      await fill(page, { 姓名: '', 出生日期: '' })
      await button(page, '保存').click()
      await words(page, '请填写姓名').waitFor()
    },
  },
  {
    // From the profile: back leads there.
    name: 'branches',
    persona: '申请人·甲',
    path: 'packages/membership/profile/index',
    shows: '保存',
    act: async (page) => {
      await open(page, '所在的团支部')
      await words(page, '正大饲料团支部').waitFor()
    },
  },
  { name: 'branches-level', persona: '申请人·甲', path: `${BRANCHES}?parent=SH-X01`, shows: '高一(1)班' },
  {
    name: 'branches-found',
    persona: '申请人·甲',
    path: BRANCHES,
    shows: '正大饲料团支部',
    act: async (page) => {
      await field(page, '搜索团支部').fill('内蒙古')
      await words(page, '再多打几个字').waitFor()
    },
  },
  {
    name: 'branches-none',
    persona: '申请人·甲',
    path: BRANCHES,
    shows: '正大饲料团支部',
    act: async (page) => {
      await field(page, '搜索团支部').fill('没有这个支部')
      await words(page, '没有找到').waitFor()
    },
  },
  { name: 'mine', persona: '申请人·甲', path: 'pages/mine/index', shows: '演示时钟' },
  { name: 'mine-secretary', persona: '团支书·丙', path: 'pages/mine/index', shows: '演示时钟' },
  {
    name: 'mine-digits',
    persona: '团支书·丙',
    path: 'pages/mine/index',
    shows: '演示时钟',
    act: async (page) => {
      await button(page, '取六位数字').click()
      await words(page, '还能用').waitFor()
    },
  },
]

/** What a youth sees after more has happened to them. Looked at last: what is told here stays told. */
export const youthLaterScreens: readonly Screen[] = [
  {
    name: 'path-returned',
    persona: '申请人·辛',
    path: async (api) => {
      await returnedD(api)
      return PATH
    },
    shows: '团委写的原因',
  },
  {
    name: 'path-approved',
    persona: '申请人·壬',
    path: async (api) => {
      await approvedE(api)
      return PATH
    },
    shows: '已批准，等定培养联系人',
  },
  {
    name: 'path-withdrawn',
    persona: '申请人·庚',
    path: async (api) => {
      await withdrawnC(api)
      return PATH
    },
    shows: '撤回了申请',
  },
  {
    name: 'application-again',
    persona: '申请人·庚',
    path: async (api) => {
      await withdrawnC(api)
      return APPLICATION
    },
    shows: '上一次申请在',
  },
  {
    name: 'path-declined',
    persona: '申请人·子',
    path: async (api) => {
      await declinedG(api)
      return PATH
    },
    shows: '请重新选择团支部',
  },
  {
    name: 'path-over-age',
    persona: '团支书·丑',
    path: async (api) => {
      await tooOldH(api)
      return PATH
    },
    shows: '已过申请年龄',
  },
  {
    name: 'application-over-age',
    persona: '团支书·丑',
    path: async (api) => {
      await tooOldH(api)
      return APPLICATION
    },
    shows: '现在还不能提交',
  },
  { name: 'path-overdue', place: 'later', persona: '申请人·辛', path: PATH, shows: '更新' },
]
