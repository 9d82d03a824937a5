import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

const tabs = [
  { pagePath: 'a/a', text: 'TA' },
  { pagePath: 'c/c', text: 'TC' },
]

/** What Date says about times around midnights, changes of the clock and the year, as source: to be asked of a phone and of Node. */
export const ZONE_PROBE = `() => {
  const moments = [0, 1772293800000, 1772985599999, 1772985600000, 1773000000000, 1793549000000, 1793552400000, 1798790399000, 1e12]
  const parts = 'getFullYear getMonth getDate getDay getHours getMinutes getSeconds getMilliseconds getTimezoneOffset'.split(' ')
  const read = moments.map((at) => parts.map((part) => new Date(at)[part]()))
  const written = moments.map((at) => [new Date(at).toString(), new Date(at).toDateString(), new Date(at).toTimeString(),
    new Date(at).toLocaleString('zh-CN'), new Date(at).toLocaleDateString('en-US'), new Date(at).toLocaleTimeString('en-GB')])
  const made = [[2026, 2, 8, 2, 30], [2026, 10, 1, 1, 30], [2026, 11, 31, 23, 59, 59], [99, 0], [2026, 2, 29, 2, 30], [2026, 9, 25, 2, 30]]
    .map((args) => new Date(...args).getTime())
  const texts = ['2026-03-08', '2026-03-08T12:00', '2026-03-08T12:00Z', '2026-03-08T12:00+08:00', '2026/03/08 23:50', 'Mar 8, 2026 00:10', 'x']
  const parsed = texts.map((text) => [String(new Date(text).getTime()), String(Date.parse(text))])
  const set = moments.map((at) => [new Date(at).setHours(0, 0, 0, 0), new Date(at).setDate(31), new Date(at).setMonth(1, 29),
    new Date(at).setFullYear(2027), new Date(at).setMinutes(90), new Date(at).setSeconds(-1), new Date(at).setMilliseconds(5)])
  return { read, written, made, parsed, set, invalid: String(new Date(NaN)), called: typeof Date(), is: new Date() instanceof Date }
}`

const files = (custom: boolean): Record<string, unknown> => ({
  'app.json': { pages: ['a/a', 'b/b', 'c/c'], tabBar: { custom, list: tabs }, usingComponents: { card: '/card/card' } },
  'app.js': `App({
    globalData: {},
    onLaunch() { wx.onNetworkStatusChange((r) => { this.globalData.net = r.networkType }) },
    onError(e) { this.globalData.error = e },
  })`,
  'app.wxss':
    '.off { display: none } .on.off { display: block } .ghost { visibility: hidden } @media (max-width: 1px) { view { display: none } }',
  'hi.js': "module.exports = { hi: 'hi' }",

  'a/a.json': {},
  'a/a.wxss': '',
  'a/a.js': `
    const { hi } = require('../hi')
    Page({
      data: { on: false, msg: '', list: [1.5, 2], deep: [{ n: 0 }] },
      toggle() { this.setData({ on: !this.data.on, msg: hi + getCurrentPages().length }) },
      picked(e) { this.setData({ msg: 'picked' + e.detail.k + e.currentTarget.dataset.n }) },
      path() { this.setData({ 'deep[0].n': 5, 'deep[1].m': 6 }); this.setData({ msg: JSON.stringify(this.data.deep) }) },
      go() {
        wx.navigateTo({
          url: '../b/b?x=1',
          events: { back: (v) => this.setData({ msg: 'got' + v }) },
          success: (r) => r.eventChannel.emit('init', 7),
        })
      },
      net() { this.setData({ msg: 'net' + getApp().globalData.net }) },
      async store() {
        await wx.setStorage({ key: 'k', data: { a: [1] } })
        const r = await wx.getStorage({ key: 'k' })
        let bad
        try { await wx.getStorage({ key: 'none' }) } catch (e) { bad = e.errMsg }
        this.setData({ msg: r.data.a[0] + '/' + bad + '/' + (r.data instanceof Object) })
      },
      when() { this.setData({ msg: JSON.stringify([Date.now(), +new Date(), new Date(0).getTime(), new Date() instanceof Date, new (new Date(5).constructor)(7).getTime(), typeof Date()]) }) },
      zone() { this.setData({ msg: JSON.stringify((${ZONE_PROBE})()) }) },
      copy() {
        wx.setClipboardData({
          data: 'c',
          success: () => this.setData({ msg: '抄了' }),
          fail: (e) => this.setData({ msg: e.errno + e.errMsg }),
        })
      },
      agree() { wx.requirePrivacyAuthorize({ success: () => this.setData({ msg: '同意' }), fail: () => this.setData({ msg: '不同意' }) }) },
      bad() { null.x },
      said() { this.setData({ msg: 'error:' + /null/.test(getApp().globalData.error) }) },
    })`,
  'a/a.wxml': `<view>
    <view class="off">暗</view><view class="off on">亮</view><view class="ghost">鬼</view>
    <view style="display:none">行内</view><view hidden="{{!on}}">开着</view>
    <view aria-label="开关" bindtap="toggle"><icon type="x"/></view>
    <view wx:for="{{list}}" wx:key="*this"><text>项{{item}}</text><text>{{item}}</text></view>
    <card title="T{{list.length}}" data-n="9" bind:pick="picked"><text>槽</text></card>
    <view bindtap="go">走</view><view bindtap="net">网</view><view bindtap="store">存</view>
    <view bindtap="path">径</view><view bindtap="when">时</view><view bindtap="zone">区</view><view bindtap="copy">抄</view><view bindtap="agree">问</view><view bindtap="bad">坏</view><view bindtap="said">说</view>
    <navigator url="/b/b?x=2">链</navigator><text>{{msg}}</text></view>`,

  'b/b.json': {},
  'b/b.js': `Page({
    data: { x: '', i: '' },
    onLoad(q) {
      this.setData({ x: q.x })
      this.channel = this.getOpenerEventChannel()
      this.channel.on('init', (v) => this.setData({ i: v }))
    },
    ok() { this.channel.emit('back', 5); wx.navigateBack() },
  })`,
  'b/b.wxml': '<view>x={{x}} i={{i}}</view><button bindtap="ok">好</button>',

  'c/c.json': {},
  'c/c.js': `Component({
    data: { n: 0 },
    lifetimes: { attached() { this.setData({ n: this.data.n + 1 }) } },
    methods: {
      onLoad() { this.setData({ n: this.data.n + 10 }) },
      onShow() { this.setData({ n: this.data.n + 100 }) },
    },
  })`,
  'c/c.wxml': '<view>N{{n}}</view>',

  'card/card.json': { component: true },
  'card/card.js': `Component({
    properties: { title: String, opt: { type: Object, value: { z: 1 } } },
    data: { twice: '', shown: 0 },
    observers: { title(t) { this.setData({ twice: t + t }) } },
    pageLifetimes: { show() { this.setData({ shown: this.data.shown + 1 }) } },
    methods: { press() { this.triggerEvent('pick', { k: this.properties.opt.z }) } },
  })`,
  'card/card.wxml': '<view bindtap="press">卡{{twice}}</view><view>现{{shown}}次</view><slot/>',

  'custom-tab-bar/index.wxss': '.folded { display: none }',
  'custom-tab-bar/index.json': { component: true },
  'custom-tab-bar/index.js': `Component({
    data: { here: '', taps: 0 },
    attached() { this.setData({ here: getCurrentPages().pop().route }) },
    methods: {
      to(e) { wx.switchTab({ url: e.currentTarget.dataset.url }) },
      count() { this.setData({ taps: this.data.taps + 1 }) },
    },
  })`,
  'custom-tab-bar/index.wxml': `<view>
    <view data-url="/a/a" bindtap="to">标A</view><view data-url="/c/c" bindtap="to">标C</view>
    <view class="folded">折起</view>
    <view bindtap="count">在{{here}}按{{taps}}次</view></view>`,
})

/**
 * Writes a mini-program by hand, without Taro: plain pages, components, an event channel.
 * @param custom whether its tab bar is a custom one
 * @returns its folder, to be removed by the caller
 */
export function writeNativeApp(custom: boolean): string {
  const folder = mkdtempSync(join(tmpdir(), 'phone-native-'))
  for (const [path, content] of Object.entries(files(custom))) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), typeof content === 'string' ? content : JSON.stringify(content))
  }
  return folder
}
