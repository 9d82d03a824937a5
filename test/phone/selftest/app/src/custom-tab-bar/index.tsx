import { useState } from 'react'
import { View, Text } from '@tarojs/components'
import Taro from '@tarojs/taro'

const TABS = [
  { route: 'pages/home/index', text: '首页' },
  { route: 'pages/mine/index', text: '我的' },
]

/** One instance per tab page: what is selected comes from the page it stands on, the counter shows that state is its own. */
export default function TabBar() {
  const [here] = useState(() => Taro.getCurrentPages().slice(-1)[0]?.route ?? '')
  const [taps, setTaps] = useState(0)
  return (
    <View className="bar">
      {TABS.map(({ route, text }) => (
        <View key={route} onClick={() => void Taro.switchTab({ url: `/${route}` })}>
          <Text>{route === here ? `【${text}】` : `［${text}］`}</Text>
        </View>
      ))}
      <View onClick={() => setTaps(taps + 1)}>
        <Text>按过{taps}次</Text>
      </View>
      <View onClick={() => void Taro.navigateTo({ url: '/pages/list/index?from=bar' })}>
        <Text>中间</Text>
      </View>
    </View>
  )
}
