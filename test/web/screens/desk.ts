import type { TestApi } from '../../server/support'
import { button, choose, fill, open, words } from '../hands'
import type { Screen } from '../screen'
import { afterwards, closed, desksTaken, helperNamed, onNow } from '../stage-desk'
import { hostedEvent } from '../stage-host'

const host = { persona: '组织者·寅' } as const
const helper = { persona: '申请人·辛' } as const
const district = { persona: '区团委·戊' } as const

/** The address of a screen of the door, once what makes it has happened. */
function door(screen: string, event: (api: TestApi) => Promise<string>) {
  return async (api: TestApi): Promise<string> => `packages/desk/${screen}/index?event=${await event(api)}`
}

const ahead = (api: TestApi) => hostedEvent(api, '周末读书会')

/** An event at the door: before, while it is on, when it is over, closed. Looked at last: the clock stays where it went. */
export const deskScreens: readonly Screen[] = [
  { ...host, name: 'door-not-yet', path: door('board', ahead), shows: '签到台还没有打开' },
  {
    ...host,
    name: 'event-desk-on',
    path: async (api) => `packages/host/desk/index?event=${await onNow(api)}`,
    shows: '打开签到台',
  },
  { ...host, name: 'door', path: door('board', onNow), shows: '秒' },
  {
    ...host,
    name: 'door-out',
    path: door('board', onNow),
    shows: '秒',
    act: async (page) => {
      await page.getByRole('radio', { name: '签退' }).click()
      await words(page, '扫码签退').waitFor()
    },
  },
  {
    ...host,
    name: 'door-full-screen',
    path: door('board', onNow),
    shows: '秒',
    act: async (page) => {
      await button(page, '全屏显示').click()
      await words(page, '点一下收起').waitFor()
    },
  },
  { ...host, name: 'door-taken', path: door('board', desksTaken), shows: '签到台开在别的设备上' },
  { ...helper, name: 'door-helper', path: door('board', helperNamed), shows: '你是扫码帮手' },
  {
    ...helper,
    name: 'mine-team',
    path: async (api) => (await helperNamed(api), 'pages/mine/index'),
    shows: '我参与办的活动',
  },
  { ...helper, name: 'scan-own-codes', path: door('scan', helperNamed), shows: '开始扫' },
  {
    ...host,
    name: 'scan-no-camera',
    path: door('scan', onNow),
    shows: '开始扫',
    act: async (page) => {
      await button(page, '开始扫').click()
      await words(page, '用不了摄像头').waitFor()
    },
  },
  {
    ...host,
    name: 'roll',
    path: door('roll', onNow),
    shows: '全选',
    act: async (page) => {
      await open(page, '按纸质签到表补录').catch(() => undefined)
      await page.getByRole('checkbox', { name: /申请人·辛/ }).click()
      await button(page, '给 1 人签到').waitFor()
    },
  },
  {
    ...host,
    name: 'roll-errors',
    path: door('roll', onNow),
    shows: '全选',
    act: async (page) => {
      await button(page, '给这个人签到').click()
      await fill(page, { 门口数到多少人: '几个' })
      await button(page, '记下人数').click()
      await words(page, '请填写人数，是一个整数').waitFor()
    },
  },
  {
    ...helper,
    name: 'roll-helper',
    path: door('roll', helperNamed),
    shows: '现场来的',
    act: async (page) => {
      // Whoever else registered may have come by now: some of them haven't gone.
      await page.getByRole('radio', { name: '签退' }).and(page.locator(':visible')).click()
      await words(page, '全选').waitFor()
    },
  },
  { ...host, name: 'team', path: door('team', helperNamed), shows: '加一个人' },
  {
    ...host,
    name: 'team-member',
    path: door('team', helperNamed),
    shows: '加一个人',
    act: async (page) => {
      await open(page, '申请人·辛')
      await words(page, '移出班底').waitFor()
    },
  },
  { ...host, name: 'close-out-early', path: door('close-out', onNow), shows: '要看一眼的' },
  { ...host, name: 'close-out', path: door('close-out', afterwards), shows: '没签退的' },
  {
    ...host,
    name: 'close-out-reason',
    path: door('close-out', afterwards),
    shows: '没签退的',
    act: async (page) => {
      await open(page, '都按计划的')
      await choose(page, '为什么由你补', '其他，自己写')
      await words(page, '原因').waitFor()
    },
  },
  {
    ...host,
    name: 'close-out-person',
    path: door('close-out', afterwards),
    shows: '没签退的',
    act: async (page) => {
      await open(page, '申请人·庚')
      await words(page, '划掉，不计').waitFor()
    },
  },
  {
    ...host,
    name: 'event-desk-close-out',
    path: async (api) => `packages/host/desk/index?event=${await afterwards(api)}`,
    shows: '收尾',
  },
  {
    ...district,
    name: 'hand-overs',
    path: async (api) => (await closed(api), 'packages/league/hand-overs/index?organisation=SH'),
    shows: '场活动还没有录入',
  },
  { ...host, name: 'close-out-closed', path: door('close-out', closed), shows: '已经收尾' },
  { ...host, name: 'door-closed', path: door('board', closed), shows: '这场活动已经收尾' },
  { ...host, name: 'record', path: door('record', closed), shows: '已录入上级系统' },
]
