import { View } from '@tarojs/components'
import { Card } from '../../components/card/card'
import { AppScreen } from '../../features/shell/app-screen'

/** Replaced by the mine's own screen. */
export default function MinePage() {
  return (
    <AppScreen title="我的" tab="mine" read={{ state: 'content', value: '青年爱里' }}>
      {(name) => (
        <Card>
          <View>{name}</View>
        </Card>
      )}
    </AppScreen>
  )
}
