import { View } from '@tarojs/components'
import { classes } from '../classes'
import { Icon } from '../icon/icon'
import { Tap } from '../tap/tap'
import type { SheetProps } from './props'
import styles from './sheet.module.scss'

/** What lies in a sheet: its title, the way out, and what it holds. */
export function SheetBody({ title, onClose, children }: Omit<SheetProps, 'open'>) {
  return (
    <>
      <View className={classes(styles.head)}>
        <View className={classes(styles.title)}>{title}</View>
        <Tap className={classes(styles.close)} label="关闭" onTap={onClose}>
          <Icon name="close" size={20} />
        </Tap>
      </View>
      {children}
    </>
  )
}
