import { missingFrom } from '../../scripts/checks/existence'
import { appJson, withMiniProgram } from './miniProgram'

test('finds nothing missing in a whole mini-program', async () => {
  expect(await withMiniProgram({}, missingFrom)).toEqual([])
})

test.each<[fault: string, changes: Record<string, string | null>, finding: RegExp]>([
  ['no app.json', { 'app.json': null }, /no app\.json/],
  ['a page without wxml', { 'pages/mine/index.wxml': null }, /page 'pages\/mine\/index' has no .*wxml/],
  ['a page without script', { 'pages/mine/index.js': null }, /page 'pages\/mine\/index' has no .*js/],
  ['a subpackage’s page missing', { 'packages/league/today/index.json': null }, /page 'packages\/league\/today/],
  ['a component missing', { 'comp.js': null }, /component 'comp' has no comp\.js/],
  ['a component of the app missing', { 'app.json': appJson({ usingComponents: { x: '/x' } }) }, /component 'x'/],
  ['the custom tab bar missing', { 'custom-tab-bar/index.wxml': null }, /custom-tab-bar\/index/],
  ['a tab icon missing', { 'icons/home.png': null }, /tab icon 'icons\/home\.png'/],
  ['a dark tab icon missing', { 'icons/dark.png': null }, /theme\.json \(dark\): tab icon 'icons\/dark\.png'/],
  [
    'a themed icon not in the theme',
    { 'theme.json': '{"light":{"homeOn":"icons/light.png"},"dark":{}}' },
    /dark has no/,
  ],
  ['the theme missing', { 'theme.json': null }, /themeLocation/],
  ['a tab that is no page', { 'app.json': appJson({ pages: ['pages/home/index'] }) }, /tab 'pages\/mine\/index'/],
  [
    'a preload of nothing',
    { 'app.json': appJson({ preloadRule: { 'pages/home/index': { packages: ['packages/none'] } } }) },
    /preloadRule names no subpackage: 'packages\/none'/,
  ],
  [
    'an import of WXML missing',
    { 'pages/home/index.wxml': '<import src="../base.wxml"/>' },
    /<import src> 'pages\/base/,
  ],
  ['an include missing', { 'pages/home/index.wxml': "<include src='./row.wxml'/>" }, /<include src>/],
  ['a script of WXML missing', { 'utils.wxs': null }, /<wxs src> 'utils\.wxs'/],
  ['a picture missing', { 'pages/home/index.wxml': '<image src="../../icons/none.png"/>' }, /<image src> 'icons\/none/],
  ['an unknown tag', { 'pages/home/index.wxml': '<view><veiw/></view>' }, /unknown tag <veiw>/],
  ['an import of WXSS missing', { 'shared.wxss': null }, /@import 'shared\.wxss'/],
  ['a local picture in WXSS', { 'shared.wxss': '.b { background: url(icons/home.png) }' }, /local file/],
])('%s', async (_fault, changes, finding) => {
  const found = await withMiniProgram(changes, missingFrom)
  expect(found.join('\n')).toMatch(finding)
})
