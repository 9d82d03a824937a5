import { View } from '@tarojs/components'
import { classes } from '../../../components/classes'
import { Tap } from '../../../components/tap/tap'
import styles from './acts.module.scss'

interface ActsProps {
  acts: readonly { readonly key: string; readonly text: string; readonly onTap: () => void }[]
}

/** Ways to the other screens of the door, side by side. */
export function Acts({ acts }: ActsProps) {
  return (
    <View className={classes(styles.acts)}>
      {acts.map(({ key, text, onTap }) => (
        <Tap key={key} className={classes(styles.act)} onTap={onTap}>
          {text}
        </Tap>
      ))}
    </View>
  )
}
