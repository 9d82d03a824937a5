import { View } from '@tarojs/components'
import type { CSSProperties, ReactNode } from 'react'
import { classes } from '../classes'
import { type Arcs, arcs, drawn } from './arc'
import styles from './ring.module.scss'

interface RingProps {
  have: number
  /** Handed in and not yet accepted: drawn pale, after what counts. */
  pending?: number
  need: number
  /** The whole ring in one sentence: 已计入 6 学时，待认定 2 学时，需要 8 学时. */
  label: string
  /** What stands in the middle; the label says it to those who can't see. */
  children?: ReactNode
  size?: 'small' | 'large'
  /** It doesn't apply: a grey, whole ring. */
  off?: boolean
}

const reach = (degrees: number) => ({ '--reach': `${drawn(degrees)}deg` }) as CSSProperties

const OFF: Arcs = { counted: 360, waiting: 360, met: false }

/** Counted and waiting in one picture. Red while something is missing, leaf once it is met. */
export function Ring({ have, pending = 0, need, label, children, size = 'small', off = false }: RingProps) {
  const { counted, waiting, met } = off ? OFF : arcs(have, pending, need)
  return (
    <View
      className={classes(styles.ring, styles[size], met && styles.met, off && styles.off)}
      role="img"
      aria-label={label}
    >
      <View className={classes(styles.layer, styles.track)} />
      {waiting > counted && <View className={classes(styles.layer, styles.waiting)} style={reach(waiting)} />}
      {counted > 0 && <View className={classes(styles.layer, styles.counted)} style={reach(counted)} />}
      <View className={classes(styles.centre)} aria-hidden>
        {children}
      </View>
    </View>
  )
}
