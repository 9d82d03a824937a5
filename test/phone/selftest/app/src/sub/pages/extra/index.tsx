import { Text, View } from '@tarojs/components'

export default function Extra() {
  return (
    <View>
      <Text>分包页</Text>
    </View>
  )
}
