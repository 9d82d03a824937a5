import { View } from '@tarojs/components'
import type { Direction } from '#domain/checkin/code'
import { DIRECTIONS } from '#domain/checkin/code'
import { classes } from '../../../components/classes'
import { Tap } from '../../../components/tap/tap'
import { DIRECTION_WORDS } from '../../../text/attendance'
import styles from './direction-switch.module.scss'

interface DirectionSwitchProps {
  value: Direction
  onChange: (direction: Direction) => void
}

/** Whether people come in or go: one tap from one to the other. */
export function DirectionSwitch({ value, onChange }: DirectionSwitchProps) {
  return (
    <View className={classes(styles.switch)} role="radiogroup" aria-label="签到还是签退">
      {DIRECTIONS.map((direction) => (
        <Tap
          key={direction}
          className={classes(styles.one, direction === value && styles.chosen)}
          role="radio"
          checked={direction === value}
          onTap={() => onChange(direction)}
        >
          {DIRECTION_WORDS[direction]}
        </Tap>
      ))}
    </View>
  )
}
