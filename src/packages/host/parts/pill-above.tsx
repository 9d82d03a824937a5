import { View } from '@tarojs/components'
import { classes } from '../../../components/classes'
import { Pill, type PillTone } from '../../../components/pill/pill'
import { Words } from '../../../components/words/words'
import styles from './pill-above.module.scss'

interface PillAboveProps {
  tone: PillTone
  text: string
  children: string
}

/** Where something stands, and below it what that means. */
export function PillAbove({ tone, text, children }: PillAboveProps) {
  return (
    <View className={classes(styles.place)}>
      <Pill tone={tone}>{text}</Pill>
      <View className={classes(styles.words)}>
        <Words as="body">{children}</Words>
      </View>
    </View>
  )
}
