import { Text, View } from '@tarojs/components'

/** Replaced by the path's own screen. */
export default function PathPage() {
  return (
    <View>
      <Text>我的路径</Text>
    </View>
  )
}
