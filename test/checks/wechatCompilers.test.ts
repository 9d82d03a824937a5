import { compileWxml, compileWxss } from '../../scripts/checks/wechatCompilers'
import { withMiniProgram } from './miniProgram'

// The binaries exist for few machines; elsewhere the check says so and is counted as left out, which is tested too.
const here = (process.platform === 'linux' && process.arch === 'x64') || ['darwin', 'win32'].includes(process.platform)
const good = here ? 'passed' : 'skipped'
const bad = here ? 'failed' : 'skipped'

test('a whole mini-program compiles', async () => {
  expect(await withMiniProgram({}, compileWxml)).toMatchObject({ state: good })
  expect(await withMiniProgram({}, compileWxss)).toMatchObject({ state: good })
})

test.each([
  ['an element that is not closed', { 'pages/home/index.wxml': '<view><text></view>' }],
  ['braces that are not closed', { 'pages/home/index.wxml': '<view wx:if="{{a">x</view>' }],
  ['a broken script', { 'utils.wxs': 'module.exports = { a: function ( { } }' }],
])('wcc stops %s', async (_fault, changes) => {
  expect(await withMiniProgram(changes, compileWxml)).toMatchObject({ state: bad })
})

test.each([
  ['a block that is not closed', { 'shared.wxss': '.a { color: red' }],
  ['a selector that is none', { 'shared.wxss': '.a > > { color: red }' }],
  ['an import that leads nowhere', { 'app.wxss': '@import "./none.wxss";' }],
])('wcsc stops %s', async (_fault, changes) => {
  expect(await withMiniProgram(changes, compileWxss)).toMatchObject({ state: bad })
})

test('a build without files is no build', async () => {
  const gone = Object.fromEntries(['app.wxss', 'shared.wxss'].map((name) => [name, null]))
  expect(await withMiniProgram(gone, compileWxss)).toMatchObject({ state: 'failed' })
})
