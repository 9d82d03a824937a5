import { Text, View } from '@tarojs/components'

export default function MinePage() {
  return (
    <View role="heading" aria-label="我的">
      <Text>我的</Text>
    </View>
  )
}
