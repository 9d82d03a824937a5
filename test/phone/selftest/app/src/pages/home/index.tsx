import { useState } from 'react'
import { View, Text, Button } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { api } from '../../api'
import { useMarks } from '../../use'
export default function Home() {
  useMarks('home')
  const [who, setWho] = useState(Taro.getStorageSync('name') || '')
  const [net, setNet] = useState('?')
  const [msg, setMsg] = useState('')
  const login = async () => {
    try {
      const { code } = await Taro.login()
      const r = await api('/login', { method: 'POST', data: { code } })
      Taro.setStorageSync('token', r.token)
      Taro.setStorageSync('name', r.name)
      setWho(r.name)
      Taro.showToast({ title: '欢迎' + r.name })
    } catch (e: any) {
      setMsg('失败:' + (e.errMsg || e.message))
    }
  }
  const scan = async () => {
    try {
      const r = await Taro.scanCode({ onlyFromCamera: true })
      const x = await api('/checkin', { method: 'POST', data: { code: r.result } })
      setMsg('签到:' + x.ok)
    } catch (e: any) {
      setMsg('扫码:' + (e.errMsg || e.message))
    }
  }
  return (
    <View className="home">
      <Text>你好 {who || '访客'}</Text>
      <Text className="gone">看不见</Text>
      <View className="card" onClick={() => setMsg('外层')}>
        <Text>卡片</Text>
        <View
          onClick={(e) => {
            e.stopPropagation()
            setMsg('内层')
          }}
        >
          <Text>里面</Text>
        </View>
      </View>
      <Button onClick={login}>登录</Button>
      <Button onClick={scan}>扫码签到</Button>
      <Button onClick={() => Taro.navigateTo({ url: '/pages/list/index?from=home&t=%E4%B8%AD' })}>去列表</Button>
      <Button onClick={() => Taro.navigateTo({ url: '/pages/form/index' })}>去表单</Button>
      <Button onClick={() => Taro.navigateTo({ url: '/pages/lab/index' })}>实验室</Button>
      <Button onClick={() => Taro.navigateTo({ url: '/sub/pages/extra/index' })}>分包</Button>
      <Button
        onClick={async () => {
          const r = await Taro.showModal({ title: '退出？', content: '确定退出登录吗' })
          if (r.confirm) {
            Taro.removeStorageSync('token')
            Taro.removeStorageSync('name')
            setWho('')
          } else setMsg('没退')
        }}
      >
        退出
      </Button>
      <Button disabled onClick={() => setMsg('不可能')}>
        禁用的
      </Button>
      <Button
        onClick={async () => {
          const r = await Taro.getNetworkType()
          setNet(r.networkType)
        }}
      >
        网络
      </Button>
      <Text>网:{net}</Text>
      <Text>消息:{msg}</Text>
    </View>
  )
}
