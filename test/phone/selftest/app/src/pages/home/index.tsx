import { useState } from 'react'
import { Button, Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'

import { api, reason } from '../../api'
import { useMarks } from '../../use'

export default function Home() {
  useMarks('home')
  const [who, setWho] = useState<string>(Taro.getStorageSync('name'))
  const [network, setNetwork] = useState('?')
  const [message, setMessage] = useState('')

  const signIn = async () => {
    try {
      const { code } = await Taro.login()
      const { token, name } = await api<{ token: string; name: string }>('/login', { method: 'POST', data: { code } })
      Taro.setStorageSync('token', token)
      Taro.setStorageSync('name', name)
      setWho(name)
      void Taro.showToast({ title: `欢迎${name}` })
    } catch (thrown) {
      setMessage(`失败:${reason(thrown)}`)
    }
  }
  const signOut = async () => {
    const { confirm } = await Taro.showModal({ title: '退出？', content: '确定退出登录吗' })
    if (!confirm) return setMessage('没退')
    Taro.removeStorageSync('token')
    Taro.removeStorageSync('name')
    setWho('')
  }
  const scan = async () => {
    try {
      const { result } = await Taro.scanCode({ onlyFromCamera: true })
      const { ok } = await api<{ ok: string }>('/checkin', { method: 'POST', data: { code: result } })
      setMessage(`签到:${ok}`)
    } catch (thrown) {
      setMessage(`扫码:${reason(thrown)}`)
    }
  }
  const askNetwork = async () => setNetwork((await Taro.getNetworkType()).networkType)

  return (
    <View>
      <Text>你好 {who || '访客'}</Text>
      <Text className="gone">看不见</Text>
      <View onClick={() => setMessage('外层')}>
        <Text>卡片</Text>
        <View
          onClick={(event) => {
            event.stopPropagation()
            setMessage('内层')
          }}
        >
          <Text>里面</Text>
        </View>
      </View>
      <Button onClick={signIn}>登录</Button>
      <Button onClick={signOut}>退出</Button>
      <Button onClick={scan}>扫码签到</Button>
      <Button onClick={() => Taro.navigateTo({ url: '/pages/list/index?from=home&t=%E4%B8%AD' })}>去列表</Button>
      <Button onClick={() => Taro.navigateTo({ url: '/pages/form/index' })}>去表单</Button>
      <Button onClick={() => Taro.navigateTo({ url: '/pages/lab/index' })}>实验室</Button>
      <Button onClick={() => Taro.navigateTo({ url: '/sub/pages/extra/index' })}>分包</Button>
      <Button disabled onClick={() => setMessage('不可能')}>
        禁用的
      </Button>
      <Button onClick={askNetwork}>网络</Button>
      <Text>网:{network}</Text>
      <Text>消息:{message}</Text>
    </View>
  )
}
