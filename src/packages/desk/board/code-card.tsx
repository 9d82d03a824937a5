import { View } from '@tarojs/components'
import { useMemo, useState } from 'react'
import type { DesksReply } from '#contract/check-in'
import { STEP_MS, type Direction } from '#domain/checkin/code'
import { classes } from '../../../components/classes'
import { Digits } from '../../../components/digits/digits'
import { Tap } from '../../../components/tap/tap'
import { QrView } from '../../../features/attendance/qr-view'
import { shownDesk } from '../../../features/attendance/shown-code'
import { useBrightScreen } from '../../../platform/use-bright-screen'
import { usePeriod } from '../../../platform/use-period'
import { DIRECTION_WORDS } from '../../../text/attendance'
import styles from './code-card.module.scss'
import { Countdown } from './countdown'

interface CodeCardProps {
  desk: DesksReply
  direction: Direction
}

/** The code of this moment, to be scanned or typed; on the whole screen by a tap. */
export function CodeCard({ desk, direction }: CodeCardProps) {
  const [large, setLarge] = useState(false)
  useBrightScreen()
  const step = usePeriod(STEP_MS)
  const shown = useMemo(() => shownDesk(desk, direction, step), [desk, direction, step])
  if (shown === null) return null
  const words = DIRECTION_WORDS[direction]
  return (
    <View className={classes(styles.card)}>
      <View className={classes(styles.what, styles[direction])}>{`扫码${words}`}</View>
      <View className={classes(styles.frame)}>
        <QrView text={shown.link} label={words} />
      </View>
      <Digits value={shown.digits} label={`${words}的数字`} />
      <Countdown step={step} />
      <View className={classes(styles.enlarge)}>
        <Tap className={classes(styles.larger)} onTap={() => setLarge(true)}>
          全屏显示
        </Tap>
      </View>
      {large && (
        <Tap className={classes(styles.full)} onTap={() => setLarge(false)}>
          <View className={classes(styles.what, styles[direction])}>{`扫码${words}`}</View>
          <View className={classes(styles.large)}>
            <QrView text={shown.link} label={words} />
          </View>
          <Digits value={shown.digits} label={`${words}的数字`} />
          <View className={classes(styles.hint)}>点一下收起</View>
        </Tap>
      )}
    </View>
  )
}
