import { View, Text } from '@tarojs/components'
export default function Extra() {
  return (
    <View>
      <Text>分包页</Text>
    </View>
  )
}
