import { useState, useEffect } from 'react'
import { View, Text, Button, CustomWrapper } from '@tarojs/components'
import Taro, { usePullDownRefresh, useReachBottom, useRouter } from '@tarojs/taro'
import { api } from '../../api'
import { useMarks } from '../../use'
export default function List() {
  useMarks('list')
  const { params } = useRouter()
  const [items, setItems] = useState<any[]>([])
  const [err, setErr] = useState('')
  const [page, setPage] = useState(1)
  const [n, setN] = useState(0)
  const load = async (p: number) => {
    try {
      const r = await api('/items', { data: { page: p } })
      setItems((x) => (p === 1 ? r.items : x.concat(r.items)))
      setPage(p)
      setErr('')
    } catch (e: any) {
      setErr('加载失败 ' + (e.errMsg || e.message))
    }
  }
  useEffect(() => {
    load(1)
  }, [])
  usePullDownRefresh(async () => {
    await load(1)
    setN((k) => k + 1)
    Taro.stopPullDownRefresh()
  })
  useReachBottom(() => load(page + 1))
  return (
    <View>
      <Text>
        来自 {params.from} {decodeURIComponent(params.t || '')} 刷新{n}
      </Text>
      {err ? <Text>{err}</Text> : null}
      <Button onClick={() => setItems((x) => x.slice().reverse())}>倒序</Button>
      <Button onClick={() => setItems((x) => x.filter((_, i) => i % 2))}>去半</Button>
      <Button
        onClick={() =>
          setItems((x) => [{ id: 99, title: '新增' }, ...x].sort((a, b) => ((a.id * 7) % 11) - ((b.id * 7) % 11)))
        }
      >
        打乱
      </Button>
      <CustomWrapper>
        <View className="list">
          {items.map((i) => (
            <View key={i.id} className="row" onClick={() => Taro.navigateTo({ url: '/pages/detail/index?id=' + i.id })}>
              <Text>{i.title}</Text>
            </View>
          ))}
        </View>
      </CustomWrapper>
    </View>
  )
}
