import { View } from '@tarojs/components'
import type { Direction } from '#domain/checkin/code'
import { classes } from '../../../components/classes'
import type { Counts } from '../../../features/attendance/counts'
import styles from './numbers.module.scss'

interface NumbersProps {
  counts: Counts
  direction: Direction
  /** What this device has recorded and not sent yet. */
  unsent: number
}

/** How many have come, or gone; how many came unannounced; what waits on this device. */
export function Numbers({ counts: { came, here, left, registered, walkIns }, direction, unsent }: NumbersProps) {
  return (
    <View className={classes(styles.numbers)}>
      {direction === 'in' ? (
        <One value={came} under={`已签到 / ${registered}`} />
      ) : (
        <One value={left} under={`已签退 / ${here}`} />
      )}
      <One value={walkIns} under="现场加入" />
      <One value={unsent} under="待上传" waiting={unsent > 0} />
    </View>
  )
}

function One({ value, under, waiting = false }: { value: number; under: string; waiting?: boolean }) {
  return (
    <View className={classes(styles.one)} role="group" aria-label={`${under} ${value}`}>
      <View className={classes(styles.value, waiting && styles.waiting)}>{String(value)}</View>
      <View className={classes(styles.under)}>{under}</View>
    </View>
  )
}
