import { View } from '@tarojs/components'
import { classes } from '../classes'
import styles from './icon.module.scss'

export type IconName =
  | 'alert'
  | 'back'
  | 'check'
  | 'close'
  | 'events'
  | 'forward'
  | 'go'
  | 'mine'
  | 'missing'
  | 'mute'
  | 'offline'
  | 'path'
  | 'scan'
  | 'search'
  | 'turn'
  | 'waiting'

/** What can stand before a word without a node of its own. */
export type Sign = Extract<IconName, 'check' | 'missing' | 'mute' | 'turn' | 'waiting'>

interface IconProps {
  name: IconName
  /** Edge length in px. */
  size?: 12 | 14 | 20 | 24 | 32
  className?: string
}

/** A drawing in the colour of the text around it. It never speaks: the words beside it do. */
export function Icon({ name, size = 20, className }: IconProps) {
  return <View className={classes(styles.icon, styles[name], styles[`s${size}`], className)} aria-hidden />
}

/** Classes that draw a sign before a view's words: a list has many, and each node of its own would travel through setData. */
export function signBefore(name: Sign): string {
  return classes(styles.before, styles[`${name}-before`])
}
