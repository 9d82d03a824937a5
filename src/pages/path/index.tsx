import { View } from '@tarojs/components'
import { Card } from '../../components/card/card'
import { AppScreen } from '../../features/shell/app-screen'

/** Replaced by the path's own screen. */
export default function PathPage() {
  return (
    <AppScreen title="我的路径" tab="path" read={{ state: 'content', value: '青年爱里' }}>
      {(name) => (
        <Card>
          <View>{name}</View>
        </Card>
      )}
    </AppScreen>
  )
}
