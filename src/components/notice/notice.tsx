import { View } from '@tarojs/components'
import { classes } from '../classes'
import { Icon } from '../icon/icon'
import styles from './notice.module.scss'

/** What went wrong with an act and what to do, said aloud at once. It stands beside the button that was tapped. */
export function Notice({ children }: { children: string }) {
  return (
    <View className={classes(styles.notice)} role="alert" aria-live="assertive">
      <Icon name="alert" size={20} className={classes(styles.sign)} />
      <View className={classes(styles.words)}>{children}</View>
    </View>
  )
}
