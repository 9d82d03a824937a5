import { View } from '@tarojs/components'
import { AtFloatLayout } from 'taro-ui'
import { classes } from '../classes'
import type { SheetProps } from './props'
import { SheetBody } from './sheet-body'
import './taro-ui/float-layout.scss'
import styles from './sheet.module.scss'

/**
 * A sheet from below over the screen, closed by its button or a tap beside it. What it holds exists only while it is open. The
 * web build has sheet.h5.tsx in its place.
 */
export function Sheet({ open, title, onClose, children }: SheetProps) {
  return (
    <AtFloatLayout isOpened={open} onClose={onClose}>
      {open && (
        <View className={classes(styles.sheet)} role="dialog" aria-label={title}>
          <SheetBody title={title} onClose={onClose}>
            {children}
          </SheetBody>
        </View>
      )}
    </AtFloatLayout>
  )
}
