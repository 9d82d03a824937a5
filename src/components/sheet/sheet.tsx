import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { AtFloatLayout } from 'taro-ui'
import { classes } from '../classes'
import { Icon } from '../icon/icon'
import { Tap } from '../tap/tap'
import './taro-ui/float-layout.scss'
import styles from './sheet.module.scss'

interface SheetProps {
  open: boolean
  title: string
  onClose: () => void
  children: ReactNode
}

/** A sheet from below over the screen, closed by its button or a tap beside it. What it holds exists only while it is open. */
export function Sheet({ open, title, onClose, children }: SheetProps) {
  return (
    <AtFloatLayout isOpened={open} onClose={onClose}>
      {open && (
        <View className={classes(styles.sheet)} role="dialog" aria-label={title}>
          <View className={classes(styles.head)}>
            <View className={classes(styles.title)}>{title}</View>
            <Tap className={classes(styles.close)} label="关闭" onTap={onClose}>
              <Icon name="close" size={20} />
            </Tap>
          </View>
          {children}
        </View>
      )}
    </AtFloatLayout>
  )
}
