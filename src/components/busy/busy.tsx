import { View } from '@tarojs/components'
import { classes } from '../classes'
import styles from './busy.module.scss'

/** Something is under way: a small turning ring in the colour of the text beside it. */
export function Busy() {
  return <View className={classes(styles.busy)} aria-hidden />
}
