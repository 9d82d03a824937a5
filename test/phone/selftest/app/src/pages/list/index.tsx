import { useEffect, useState } from 'react'
import { Button, CustomWrapper, Text, View } from '@tarojs/components'
import Taro, { usePullDownRefresh, useReachBottom, useRouter } from '@tarojs/taro'

import { api, reason } from '../../api'
import { useMarks } from '../../use'

interface Item {
  id: number
  title: string
}

const shuffled = (items: Item[]) => [...items].sort((a, b) => ((a.id * 7) % 11) - ((b.id * 7) % 11))

/** A keyed list in a custom wrapper, which has a setData of its own. */
export default function List() {
  useMarks('list')
  const { params } = useRouter()
  const [items, setItems] = useState<Item[]>([])
  const [error, setError] = useState('')
  const [page, setPage] = useState(1)
  const [refreshed, setRefreshed] = useState(0)
  const [noted, setNoted] = useState('')

  const load = async (wanted: number) => {
    try {
      const reply = await api<{ items: Item[] }>('/items', { data: { page: wanted } })
      setItems((now) => (wanted === 1 ? reply.items : now.concat(reply.items)))
      setPage(wanted)
      setError('')
    } catch (thrown) {
      setError(`加载失败 ${reason(thrown)}`)
    }
  }
  useEffect(() => {
    void load(1)
  }, [])
  usePullDownRefresh(async () => {
    await load(1)
    setRefreshed((count) => count + 1)
    Taro.stopPullDownRefresh()
  })
  useReachBottom(() => {
    void load(page + 1)
  })

  return (
    <View>
      <Text>
        来自 {params.from} {decodeURIComponent(params.t ?? '')} 刷新{refreshed}
      </Text>
      {error ? <Text>{error}</Text> : null}
      <Button onClick={() => setItems((now) => [...now].reverse())}>倒序</Button>
      <Button onClick={() => setItems((now) => now.filter((_, index) => index % 2))}>去半</Button>
      <Button onClick={() => setItems((now) => shuffled([{ id: 99, title: '新增' }, ...now]))}>打乱</Button>
      <Button onClick={() => setNoted('记过')}>页面更新</Button>
      <Text>{noted}</Text>
      <CustomWrapper>
        <View>
          {items.map(({ id, title }) => (
            <View key={id}>
              <View onClick={() => void Taro.navigateTo({ url: `/pages/detail/index?id=${id}` })}>
                <Text>{title}</Text>
              </View>
              <Button onClick={() => setNoted(`收藏${title}`)}>收藏</Button>
            </View>
          ))}
        </View>
      </CustomWrapper>
    </View>
  )
}
