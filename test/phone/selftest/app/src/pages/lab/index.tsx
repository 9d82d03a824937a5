import { useState } from 'react'
import { View, Text, Button } from '@tarojs/components'
import Taro from '@tarojs/taro'
declare const wx: any
const names = [
  'AbortController',
  'AbortSignal',
  'fetch',
  'XMLHttpRequest',
  'URL',
  'URLSearchParams',
  'TextEncoder',
  'TextDecoder',
  'crypto',
  'Blob',
  'FormData',
  'File',
  'FileReader',
  'localStorage',
  'sessionStorage',
  'Intl',
  'WebSocket',
  'performance',
  'process',
  'Buffer',
  'queueMicrotask',
  'structuredClone',
  'WebAssembly',
  'setImmediate',
]
export default function Lab() {
  const [o, setO] = useState('')
  const probe = () => {
    const g: any = globalThis as any
    const seen = names.filter((n) => g[n] !== undefined)
    let ev = 'ok'
    try {
      ;(0, eval)('1')
    } catch (e) {
      ev = 'throws'
    }
    let nf = 'ok'
    try {
      new Function('a', 'return a')(1)
    } catch (e) {
      nf = 'throws'
    }
    let rt = 'no'
    try {
      rt = new Function('return this')() ? 'yes' : 'no'
    } catch (e) {}
    let esc = 'closed'
    try {
      const C: any = (wx.getSystemInfoSync as any).constructor
      if (C('return typeof process')() !== 'undefined') esc = 'open'
    } catch (e) {}
    setO('有:' + seen.join(',') + ' eval=' + ev + ' nf=' + nf + ' this=' + rt + ' esc=' + esc)
  }
  return (
    <View>
      <Button onClick={probe}>探测</Button>
      <Button
        onClick={() => {
          throw new Error('故意')
        }}
      >
        抛错
      </Button>
      <Button
        onClick={() => {
          Promise.reject(new Error('没接'))
        }}
      >
        拒绝
      </Button>
      <Button
        onClick={() => {
          setTimeout(() => {
            throw new Error('定时')
          }, 5)
        }}
      >
        定时错
      </Button>
      <Button
        onClick={() => {
          wx.startBluetoothDevicesDiscovery({ fail: (e: any) => setO(e.errMsg) })
        }}
      >
        蓝牙
      </Button>
      <Button
        onClick={() => {
          try {
            Taro.setStorageSync('big', 'x'.repeat(1100000))
            setO('存了')
          } catch (e: any) {
            setO('存储错 ' + e.message)
          }
        }}
      >
        大存储
      </Button>
      <Button
        onClick={() =>
          Taro.request({ url: 'https://api.example.test/slow', timeout: 200 }).catch((e) => setO(e.errMsg))
        }
      >
        慢
      </Button>
      <Button
        onClick={() =>
          Taro.request({ url: 'https://api.example.test/x', method: 'PATCH' as any }).catch((e) => setO(e.errMsg))
        }
      >
        补丁
      </Button>
      <Button
        onClick={async () => {
          const r = await Taro.showActionSheet({ itemList: ['甲', '乙'] })
          setO('选' + r.tapIndex)
        }}
      >
        面板
      </Button>
      <Button
        onClick={async () => {
          const r = await wx.getLocation({ type: 'gcj02' })
          setO('位置 ' + r.latitude)
        }}
      >
        定位
      </Button>
      <Button
        onClick={async () => {
          await Taro.setClipboardData({ data: '抄' })
          setO((await Taro.getClipboardData()).data)
        }}
      >
        剪贴
      </Button>
      <Button
        onClick={() => {
          wx.createSelectorQuery()
            .select('.x')
            .boundingClientRect((r: any) => setO('宽' + r.width))
            .exec()
        }}
        className="x"
      >
        量
      </Button>
      <Button openType="getPhoneNumber" onGetPhoneNumber={(e) => setO('号码 ' + (e.detail as any).code)}>
        手机号
      </Button>
      <Text aria-label="关闭" ariaLabel="关闭" onClick={() => setO('关了')}>
        ×
      </Text>
      <Text>{o}</Text>
    </View>
  )
}
