import { button, choose, field, fill, open, words } from '../hands'
import type { Screen } from '../screen'

/** What anybody sees without signing in. */
export const openScreens: readonly Screen[] = [
  { name: 'path-guest', persona: null, path: 'pages/path/index', shows: '规定版本' },
  {
    name: 'path-guest-open',
    persona: null,
    path: 'pages/path/index',
    shows: '规定版本',
    act: async (page) => {
      await open(page, '2 入团积极分子')
      await words(page, '留下的记录').waitFor()
    },
  },
  { name: 'steps', persona: null, path: 'pages/steps/index', shows: '规定版本' },
  {
    name: 'steps-open',
    persona: null,
    path: 'pages/steps/index',
    shows: '规定版本',
    act: async (page) => {
      await open(page, '5 支部大会')
      await words(page, '留下的记录').waitFor()
    },
  },
  { name: 'self-check', persona: null, path: 'pages/self-check/index', shows: '你多大了' },
  {
    name: 'self-check-begins',
    persona: null,
    path: 'pages/self-check/index',
    shows: '你多大了',
    act: async (page) => {
      await choose(page, '你多大了（周岁）？', '14 到 28')
      await choose(page, '走到哪一步了？', '还没申请')
      await choose(page, '你现在是？', '在职')
      await choose(page, '今年做了多少志愿服务？', '还没有')
      await words(page, '这是一天都不耽误的算法').waitFor()
    },
  },
  {
    name: 'self-check-answered',
    persona: null,
    path: 'pages/self-check/index',
    shows: '你多大了',
    act: async (page) => {
      await choose(page, '你多大了（周岁）？', '14 到 28')
      await choose(page, '走到哪一步了？', '已是积极分子')
      await choose(page, '当积极分子多久了？', '2 个多月')
      await choose(page, '你现在是？', '中学生')
      await choose(page, '最近一次思政课考评？', '优或良')
      await choose(page, '当积极分子以后，学了多少团课？', '6 学时')
      await choose(page, '今年做了多少志愿服务？', '20 小时以上')
      await words(page, '还差 2 学时').waitFor()
    },
  },
  {
    name: 'self-check-too-young',
    persona: null,
    path: 'pages/self-check/index',
    shows: '你多大了',
    act: async (page) => {
      await choose(page, '你多大了（周岁）？', '不到 14')
      await field(page, '出生日期').fill('2013-05-06')
      await words(page, '到了年龄就申请').waitFor()
    },
  },
  {
    name: 'self-check-too-old',
    persona: null,
    path: 'pages/self-check/index',
    shows: '你多大了',
    act: async (page) => {
      await choose(page, '你多大了（周岁）？', '超过 28')
      await choose(page, '走到哪一步了？', '还没申请')
      await words(page, '已经过了申请入团的年龄').waitFor()
    },
  },
  { name: 'mine-guest', persona: null, path: 'pages/mine/index', shows: '还没有登录' },
  { name: 'privacy', persona: null, path: 'packages/membership/sign-in/index', shows: '同意并登录' },
  {
    // Whoever hasn't agreed yet reads first what to.
    name: 'personas',
    persona: null,
    path: 'packages/membership/personas/index',
    shows: '同意并登录',
    act: async (page) => {
      await button(page, '同意并登录').click()
      await words(page, '用数字登录').waitFor()
    },
  },
  { name: 'desk', place: 'real', persona: null, path: 'packages/membership/sign-in/index', shows: '用数字登录' },
  {
    name: 'desk-errors',
    place: 'real',
    persona: null,
    path: 'packages/membership/sign-in/index',
    shows: '用数字登录',
    act: async (page) => {
      await button(page, '登录').click()
      await words(page, '请填写手机上显示的六位数字').waitFor()
    },
  },
  {
    name: 'desk-refused',
    place: 'real',
    persona: null,
    path: 'packages/membership/sign-in/index',
    shows: '用数字登录',
    act: async (page) => {
      await fill(page, { 账号代码: '7K3M-2QRT', 六位数字: '123 456' })
      await button(page, '登录').click()
      await words(page, '账号代码或数字不对').waitFor()
    },
  },
  { name: 'signed-out', persona: null, path: 'packages/membership/profile/index', shows: '登录以后才能看这一页' },
  {
    name: 'requirement-unknown',
    persona: null,
    path: 'packages/membership/requirement/index?rule=none',
    shows: '没有这个条件',
  },
  {
    name: 'offline',
    persona: null,
    path: 'packages/membership/sign-in/index',
    shows: '同意并登录',
    act: async (page) => {
      await page.route('**/v1/personas', (route) => route.abort())
      await page.reload()
      await words(page, '没有连上').waitFor()
    },
  },
]
