import { View } from '@tarojs/components'
import { classes } from '../classes'
import { Tap } from '../tap/tap'
import type { ChoiceProps } from './props'
import styles from './choice.module.scss'

/** One answer, in WeChat. The web build has choice.h5.tsx in its place. */
export function Choice({ value, text, note, chosen, onChoose }: ChoiceProps) {
  return (
    <Tap
      className={classes(styles.choice, chosen && styles.chosen)}
      role="radio"
      checked={chosen}
      onTap={() => onChoose(value)}
    >
      <View className={classes(styles.text)}>{text}</View>
      {note !== undefined && <View className={classes(styles.note)}>{note}</View>}
    </Tap>
  )
}
