import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { STEP_MS } from '#domain/checkin/code'
import { classes } from '../../../components/classes'
import { secondsLeft } from '../../../features/attendance/shown-code'
import { clock } from '../../../platform/state'
import { useShownInterval } from '../../../platform/use-shown-interval'
import styles from './countdown.module.scss'

const ALL = STEP_MS / 1000

/** How long this code is shown still. A piece of its own: each second draws nothing else anew. */
export function Countdown({ step }: { step: number }) {
  const [, setDrawn] = useState(0)
  useShownInterval(() => setDrawn((times) => times + 1), 1000)
  const left = secondsLeft(clock.now(), step)
  return (
    <>
      <View className={classes(styles.line)}>
        <Text>扫不了？输入这 6 位 · </Text>
        <Text className={classes(styles.left)}>{`${left} 秒`}</Text>
        <Text>后更换</Text>
      </View>
      <View className={classes(styles.track)} aria-hidden>
        <View
          className={classes(styles.bar)}
          style={{ transform: `scaleX(${Math.round((left / ALL) * 100) / 100})` }}
        />
      </View>
    </>
  )
}
