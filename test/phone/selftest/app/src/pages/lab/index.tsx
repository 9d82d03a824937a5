import { useState } from 'react'
import { Button, Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'

import { BASE, reason } from '../../api'
import { mark } from '../../log'
import { useMarks } from '../../use'
import { probe } from './probe'

/** One button per thing that a phone can do or must not be able to do. */
export default function Lab() {
  useMarks('lab')
  const [seen, setSeen] = useState('')
  const said = (thrown: unknown) => setSeen(reason(thrown))
  const store = () => {
    try {
      Taro.setStorageSync('big', 'x'.repeat(1_100_000))
      setSeen('存了')
    } catch (thrown) {
      setSeen(`存储错 ${reason(thrown)}`)
    }
  }
  const askSheet = async () => setSeen(`选${(await Taro.showActionSheet({ itemList: ['甲', '乙'] })).tapIndex}`)
  const askLocation = async () => setSeen(`位置 ${(await Taro.getLocation({ type: 'gcj02' })).latitude}`)
  const copy = async () => {
    await Taro.setClipboardData({ data: '抄' })
    setSeen((await Taro.getClipboardData()).data)
  }
  const measure = () =>
    Taro.createSelectorQuery()
      .select('.measured')
      .boundingClientRect((box) => setSeen(`宽${Array.isArray(box) ? '?' : box?.width}`))
      .exec()
  const slow = () => Taro.request({ url: `${BASE}/slow`, timeout: 200 }).catch(said)
  const patch = () => Taro.request({ url: `${BASE}/x`, method: 'PATCH' as 'PUT' }).catch(said)

  return (
    <View>
      <Button onClick={() => setSeen(probe())}>探测</Button>
      <Button
        onClick={() => {
          throw new Error('故意')
        }}
      >
        抛错
      </Button>
      <Button onClick={() => void Promise.reject(new Error('没接'))}>拒绝</Button>
      <Button
        onClick={() =>
          setTimeout(() => {
            throw new Error('定时')
          }, 5)
        }
      >
        定时错
      </Button>
      <Button onClick={() => console.error('写错了')}>报错</Button>
      <Button onClick={() => void setInterval(() => mark('tick'), 20)}>定时器</Button>
      <Button onClick={() => wx.startBluetoothDevicesDiscovery({ fail: said })}>蓝牙</Button>
      <Button onClick={() => void Taro.login().catch(said)}>登录失败</Button>
      <Button onClick={store}>大存储</Button>
      <Button onClick={slow}>慢</Button>
      <Button onClick={patch}>补丁</Button>
      <Button onClick={askSheet}>面板</Button>
      <Button onClick={askLocation}>定位</Button>
      <Button onClick={copy}>剪贴</Button>
      <Button className="measured" onClick={measure}>
        量
      </Button>
      <Button openType="getPhoneNumber" onGetPhoneNumber={({ detail }) => setSeen(`号码 ${detail.code}`)}>
        手机号
      </Button>
      <Text onClick={() => setSeen('关了')}>×</Text>
      <Text>{seen}</Text>
    </View>
  )
}
