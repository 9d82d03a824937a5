import { useState, useEffect } from 'react'
import { View, Text, Button } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { api } from '../../api'
import { useMarks } from '../../use'
export default function Detail() {
  useMarks('detail')
  const { params } = useRouter()
  const [d, setD] = useState<any>(null)
  const [s, setS] = useState('')
  const load = () =>
    api('/items/' + params.id)
      .then(setD)
      .catch((e) => setS('错误 ' + (e.errMsg || e.message)))
  useEffect(() => {
    load()
  }, [])
  const join = async () => {
    try {
      await api('/items/' + params.id + '/join', { method: 'POST', data: {} })
      setS('已报名')
      load()
    } catch (e: any) {
      setS('报名失败 ' + (e.errMsg || e.message))
    }
  }
  const sub = async () => {
    const r: any = await (Taro as any).requestSubscribeMessage({ tmplIds: ['T1'] })
    setS('订阅 ' + r.T1)
  }
  let v: any = d
  const deep = (k: number): any => (k ? <View>{deep(k - 1)}</View> : <Text>很深</Text>)
  return (
    <View>
      <Text>{v ? v.title : '加载中'}</Text>
      <Text>人数 {v ? v.count : '-'}</Text>
      {deep(20)}
      <Button onClick={join}>立即报名</Button>
      <Button onClick={sub}>订阅提醒</Button>
      <Text>{s}</Text>
      <Button
        onClick={() => Taro.navigateTo({ url: '/pages/detail/index?id=' + params.id }).catch((e) => setS(e.errMsg))}
      >
        再开一层
      </Button>
      <Button onClick={() => Taro.redirectTo({ url: '/pages/form/index?r=1' })}>重定向</Button>
      <Button onClick={() => Taro.reLaunch({ url: '/pages/mine/index' })}>重启</Button>
      <Button onClick={() => Taro.switchTab({ url: '/pages/mine/index' })}>回我的</Button>
    </View>
  )
}
