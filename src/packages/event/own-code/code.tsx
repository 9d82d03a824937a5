import { View } from '@tarojs/components'
import { useMemo } from 'react'
import type { OwnCodeReply } from '#contract/check-in'
import { STEP_MS } from '#domain/checkin/code'
import { ownCode } from '#domain/checkin/mac'
import { classes } from '../../../components/classes'
import { QrView } from '../../../features/attendance/qr-view'
import { phoneMac } from '../../../platform/mac'
import { useBrightScreen } from '../../../platform/use-bright-screen'
import { usePeriod } from '../../../platform/use-period'
import styles from './index.module.scss'

/** The code of this moment, bright; it turns every fifteen seconds. */
export function Code({ reply: { key, tag } }: { reply: OwnCodeReply }) {
  useBrightScreen()
  const step = usePeriod(STEP_MS)
  const code = useMemo(() => ownCode(phoneMac, key, tag, step), [key, tag, step])
  return (
    <View className={classes(styles.card)}>
      <View className={classes(styles.what)}>给组织者扫</View>
      <View className={classes(styles.code)}>
        <QrView text={code} label="我的会员码" />
      </View>
      <View className={classes(styles.hint)}>每 15 秒自动换一次，截图没有用。没有网络也能用。</View>
    </View>
  )
}
