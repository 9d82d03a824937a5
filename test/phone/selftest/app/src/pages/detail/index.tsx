import { useEffect, useState, type ReactNode } from 'react'
import { Button, Text, View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'

import { api, reason } from '../../api'
import { useMarks } from '../../use'

/** Deeper than the templates of Taro reach without a component of their own. */
const nested = (depth: number): ReactNode => (depth ? <View>{nested(depth - 1)}</View> : <Text>很深</Text>)

export default function Detail() {
  useMarks('detail')
  const { params } = useRouter()
  const [item, setItem] = useState<{ title: string; count: number }>()
  const [status, setStatus] = useState('')
  const load = async () => {
    try {
      setItem(await api(`/items/${params.id}`))
    } catch (thrown) {
      setStatus(`错误 ${reason(thrown)}`)
    }
  }
  useEffect(() => {
    void load()
  }, [])
  const join = async () => {
    try {
      await api(`/items/${params.id}/join`, { method: 'POST', data: {} })
      setStatus('已报名')
      await load()
    } catch (thrown) {
      setStatus(`报名失败 ${reason(thrown)}`)
    }
  }
  const subscribe = async () => {
    const reply = await Taro.requestSubscribeMessage({ tmplIds: ['T1'], entityIds: [] })
    setStatus(`订阅 ${String((reply as unknown as Record<string, unknown>)['T1'])}`)
  }
  const again = () =>
    Taro.navigateTo({ url: `/pages/detail/index?id=${params.id}` }).catch((thrown) => setStatus(reason(thrown)))

  return (
    <View>
      <Text>{item?.title ?? '加载中'}</Text>
      <Text>人数 {item?.count ?? '-'}</Text>
      {nested(20)}
      <Button onClick={join}>立即报名</Button>
      <Button onClick={subscribe}>订阅提醒</Button>
      <Text>{status}</Text>
      <Button onClick={again}>再开一层</Button>
      <Button onClick={() => Taro.redirectTo({ url: '/pages/form/index?r=1' })}>重定向</Button>
      <Button onClick={() => Taro.reLaunch({ url: '/pages/mine/index' })}>重启</Button>
      <Button onClick={() => Taro.switchTab({ url: '/pages/mine/index' })}>回我的</Button>
    </View>
  )
}
