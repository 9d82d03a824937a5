import { readFileSync } from 'node:fs'
import { appSources, GUIDE, guideFindings, guideTable, withTable } from '../../scripts/checks/privacyGuide'
import { PRIVATE, privacyFaults, privateUses, type Source } from '../../scripts/checks/privateApis'

const PURPOSES = { 剪切板: '复制' }

const COPY: Source = {
  path: 'src/platform/copy.ts',
  text: `import Taro from '@tarojs/taro'
import { mayUsePrivate } from './privacy'
/** setClipboardData, or in words: Taro.getLocation() */
export async function copy(data: string): Promise<void> {
  if (!(await mayUsePrivate())) return
  await Taro.setClipboardData({ data })
}`,
}

const planted = (text: string, path = 'src/platform/planted.tsx'): readonly Source[] => [COPY, { path, text }]

/** A document with the list of these sources. */
const guideOf = (sources: readonly Source[]): string =>
  withTable(`before\n${guideTable([])}\nafter\n`, guideTable(privateUses(sources), PURPOSES))

it('the operator’s guide lists what the app uses, and each use is asked for first', async () => {
  expect(guideFindings(await appSources(), readFileSync(GUIDE, 'utf8'))).toEqual([])
})

it('finds nothing in what is asked for, has a purpose and is listed', () => {
  expect(privateUses([COPY])).toEqual([
    { kind: '剪切板', what: 'setClipboardData', path: 'src/platform/copy.ts', line: 6, asked: true },
  ])
  expect(guideFindings([COPY], guideOf([COPY]), PURPOSES)).toEqual([])
})

test.each<[fault: string, text: string, finding: RegExp]>([
  [
    'a call of Taro',
    `Taro.getLocation({ type: 'gcj02' })`,
    /planted\.tsx:1: getLocation needs a purpose for “位置信息”/,
  ],
  ['a call of wx', `(wx as Partial<typeof wx>).chooseMedia?.({})`, /chooseMedia needs a purpose/],
  ['a call by a string', `Taro['addPhoneContact']({})`, /addPhoneContact needs a purpose/],
  ['a name of Taro’s alone', `import { getWeRunData } from '@tarojs/taro'`, /getWeRunData needs a purpose/],
  ['one taken out of Taro', `const { chooseAddress } = Taro`, /chooseAddress needs a purpose/],
  ['a scope', `Taro.authorize({ scope: 'scope.camera' })`, /scope\.camera needs a purpose for “摄像头”/],
  ['a component', `import { View, Camera } from '@tarojs/components'`, /<Camera> needs a purpose for “摄像头”/],
  [
    'a button',
    `const a = <Button openType="getPhoneNumber" />`,
    /openType=getPhoneNumber needs a purpose for “手机号”/,
  ],
  ['an input', `const a = <Input type="nickname" />`, /type=nickname needs a purpose for “昵称、头像”/],
])('finds %s', (_fault, text, finding) => {
  const sources = planted(text)
  const found = guideFindings(sources, guideOf([COPY]), PURPOSES).join('\n')
  expect(found).toMatch(finding)
  expect(found).toMatch(/docs\/operate\.md lists other private APIs/)
})

test.each<[fault: string, text: string]>([
  ['nobody asks', `export const copy = () => Taro.setClipboardData({ data: 'a' })`],
  ['it is asked afterwards', `async function a() { await Taro.setClipboardData({ data }); await mayUsePrivate() }`],
  ['it isn’t waited for', `async function a() { void mayUsePrivate(); await Taro.setClipboardData({ data }) }`],
  [
    'another function asks',
    `async function a() { await mayUsePrivate() }\nconst b = () => Taro.setClipboardData({ data })`,
  ],
  ['it is handed to who calls it', `const act = Taro.setClipboardData\nvoid run(act)`],
])('finds a use before which %s', (_fault, text) => {
  expect(guideFindings(planted(text), guideOf(planted(text)), PURPOSES).join('\n')).toMatch(
    /setClipboardData is private: await mayUsePrivate\(\) comes first/,
  )
})

test.each<[what: string, text: string]>([
  ['a comment', `// Taro.setClipboardData({ data })\n/* wx.getLocation() */`],
  ['a type', `type Copy = typeof Taro.getLocation\nconst a = wx as Partial<Pick<typeof wx, 'getLocation'>>`],
  ['what WeChat doesn’t count', `Taro.scanCode({}); Taro.openDocument({ filePath }); Taro.previewImage({ urls })`],
  ['words of other attributes', `const a = <View className="nickname" type="text">Camera</View>`],
])('%s is no use', (_what, text) => {
  expect(privateUses(planted(text)).map(({ what }) => what)).toEqual(['setClipboardData'])
})

it('asking whether it is there is no call', () => {
  const text = `async function add() { if (!wx.addPhoneCalendar || !(await mayUsePrivate())) return
  await Taro.addPhoneCalendar({}) }`
  expect(privacyFaults(privateUses(planted(text)), { ...PURPOSES, '日历（仅写入）权限': '日历' })).toEqual([])
})

it('finds a purpose that nothing has any more', () => {
  expect(guideFindings([COPY], guideOf([COPY]), { ...PURPOSES, 地址: '寄书' }).join('\n')).toMatch(
    /a purpose for “地址”, which nothing uses/,
  )
})

it('finds a place for the list missing', () => {
  expect(() => guideFindings([COPY], 'no place', PURPOSES)).toThrow('no place for the list')
})

it('knows every private thing by one name', () => {
  const names = PRIVATE.flatMap(({ apis }) => apis)
  expect(new Set(names).size).toBe(names.length)
})
