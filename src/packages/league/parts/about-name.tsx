import { View } from '@tarojs/components'
import { classes } from '../../../components/classes'
import styles from './about-name.module.scss'

/** Whom or which organisation a screen is about: whole, however long. The title bar has no room for that. */
export function AboutName({ children }: { children: string }) {
  return (
    <View className={classes(styles.name)} role="heading" {...(process.env.TARO_ENV === 'h5' && { 'aria-level': 2 })}>
      {children}
    </View>
  )
}
