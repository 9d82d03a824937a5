import { View } from '@tarojs/components'
import type { CSSProperties } from 'react'
import { classes } from '../classes'
import styles from './stage-bar.module.scss'

interface StageBarProps {
  stages: readonly {
    text: string
    state: 'done' | 'current' | 'ahead'
    /** How far the current stage is, 0 to 1; without it the stage has no measure and its whole segment is red. */
    reach?: number | undefined
  }[]
  /** The whole bar in one sentence: 第 3 段，共 5 段：培养. */
  label: string
}

/** As much as can be seen, at least: whoever is at the very start stands there all the same. */
const LEAST = 0.12

const percent = (reach: number) => `${Math.floor(Math.min(Math.max(reach, LEAST), 1) * 100)}%`

/** The few stages of a long way in one line: behind, here, ahead. */
export function StageBar({ stages, label }: StageBarProps) {
  return (
    <View className={classes(styles.bar)} role="img" aria-label={label}>
      {stages.map(({ text, state, reach }) => (
        <View
          key={text}
          className={classes(styles.stage, styles[state])}
          {...(state === 'current' && { style: { '--reach': percent(reach ?? 1) } as CSSProperties })}
        >
          {text}
        </View>
      ))}
    </View>
  )
}
