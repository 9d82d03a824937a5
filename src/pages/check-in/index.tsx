import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { valueOf } from '#domain/policy/policy'
import { rowView } from '../../features/check-in/row-view'
import { useCheckIn } from '../../features/check-in/use-check-in'
import { useKnownEvents } from '../../features/check-in/use-known-events'
import { usePolicy } from '../../features/policy/use-policy'
import { AppScreen } from '../../features/shell/app-screen'
import { useKeptCheckIns } from '../../platform/use-kept-check-ins'
import { useNow } from '../../platform/use-now'
import { tabLink } from '../../routes'
import { Declare } from './declare'
import { Kept } from './kept'
import { Result } from './result'
import { Start } from './start'
import { Typing } from './typing'

/** Checking in and out: works on the first opening, without a network and without a session. */
export default function CheckInPage() {
  const flow = useCheckIn(useRouter().params.q)
  const known = useKnownEvents()
  const policy = usePolicy()
  const rules = {
    'check-in.window': valueOf(policy, 'check-in.window'),
    'check-in.share': valueOf(policy, 'check-in.share'),
  }
  const now = useNow()
  const { rows, others } = useKeptCheckIns()
  const { stage } = flow
  const current = stage.kind === 'result' ? stage.id : null
  const views = rows.map((row) => rowView(row, known, rules, now))
  const result = views.find(({ id }) => id === current)
  return (
    <AppScreen title="签到" under={tabLink('events')} read={{ state: 'content', value: null }}>
      {() => (
        <>
          <View>
            {stage.kind === 'declare' ? (
              <Declare flow={flow} />
            ) : stage.kind === 'typing' ? (
              <Typing flow={flow} known={known} rules={rules} now={now} />
            ) : stage.kind === 'result' && result ? (
              <Result flow={flow} row={result} kept={stage.kept} />
            ) : (
              <Start flow={flow} />
            )}
          </View>
          <View>
            <Kept rows={views.filter(({ id }) => id !== current)} others={others} />
          </View>
        </>
      )}
    </AppScreen>
  )
}
