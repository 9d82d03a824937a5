import { View } from '@tarojs/components'
import type { EventKind } from '#domain/events/event'
import { classes } from '../../components/classes'
import styles from './kind-picture.module.scss'

interface KindPictureProps {
  kind: EventKind
  /** Under the drawing: 读书会. */
  name: string
}

/** What kind of event it is, to see before one reads. All of it is drawn by the style sheet: one node on the phone. */
export function KindPicture({ kind, name }: KindPictureProps) {
  return <View className={classes(styles.picture, styles[kind])}>{name}</View>
}
