import { Text, View } from '@tarojs/components'

import { marks } from '../../log'
import { useMarks } from '../../use'

export default function Mine() {
  useMarks('mine')
  return (
    <View>
      <Text>我的页面</Text>
      <Text>{marks.length > 0 ? '有记录' : ''}</Text>
    </View>
  )
}
