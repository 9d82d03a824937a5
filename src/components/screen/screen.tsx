import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Button } from '../button/button'
import { classes } from '../classes'
import { Icon } from '../icon/icon'
import { Skeleton } from '../skeleton/skeleton'
import type { Freshness, Read } from './read'
import styles from './screen.module.scss'

interface ScreenProps<T> {
  read: Read<T>
  children: (value: T) => ReactNode
  /** Above the content in every state: the web's title bar. */
  top?: ReactNode
  /** Below it in every state: the tab bar of the web build. */
  bottom?: ReactNode
  /** Keeps the room that the tab bar takes. */
  tab?: boolean
  /** As wide as the desktop's window allows: for tables. */
  wide?: boolean
}

/** Every screen's one place for its four states: loading, error, empty, content. */
export function Screen<T>({ read, children, top, bottom, tab = false, wide = false }: ScreenProps<T>) {
  return (
    <View className={classes(styles.screen, tab && styles.tab)}>
      {top}
      <View className={classes(styles.body, wide && styles.wide)} role="main">
        {read.state === 'loading' && <Skeleton />}
        {read.state === 'error' && (
          <Answer icon="alert" title={read.title} hint={read.hint}>
            {read.retry && <Button onTap={read.retry}>再试一次</Button>}
          </Answer>
        )}
        {read.state === 'empty' && (
          <Answer icon="path" title={read.title} hint={read.hint}>
            {read.action && (
              <Button kind="primary" onTap={read.action.onTap}>
                {read.action.text}
              </Button>
            )}
          </Answer>
        )}
        {read.state === 'content' && read.note?.offline && <Note note={read.note} />}
        {read.state === 'content' && children(read.value)}
        {read.state === 'content' && read.note && !read.note.offline && <Note note={read.note} />}
      </View>
      {bottom}
    </View>
  )
}

interface AnswerProps {
  icon: 'alert' | 'path'
  title: string
  hint: string | undefined
  children: ReactNode
}

function Answer({ icon, title, hint, children }: AnswerProps) {
  return (
    <View className={classes(styles.answer)} role={icon === 'alert' ? 'alert' : 'status'}>
      <View className={classes(styles.disc, icon === 'alert' && styles.sun)}>
        <Icon name={icon} size={32} />
      </View>
      <View className={classes(styles.title)}>{title}</View>
      {hint !== undefined && <View className={classes(styles.hint)}>{hint}</View>}
      {children && <View className={classes(styles.act)}>{children}</View>}
    </View>
  )
}

function Note({ note }: { note: Freshness }) {
  return (
    <View className={classes(styles.note, note.offline && styles.offline)} role="status">
      {note.offline && <Icon name="offline" size={20} className={classes(styles.sign)} />}
      <Text>{note.text}</Text>
    </View>
  )
}
