import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Card } from '../../../components/card/card'
import { classes } from '../../../components/classes'
import styles from './form-card.module.scss'

/** The fields of a form, as wide as they are easy to read. */
export function FormCard({ children }: { children: ReactNode }) {
  return (
    <View className={classes(styles.fields)}>
      <Card>{children}</Card>
    </View>
  )
}
