import { Text, View } from '@tarojs/components'
import { classes } from '../classes'
import { Tap } from '../tap/tap'
import styles from './button.module.scss'

interface ButtonProps {
  children: string
  onTap: () => void
  /** One `primary` a screen: the next act. `danger` is words in red for what can't be undone, never a filled surface. */
  kind?: 'primary' | 'secondary' | 'quiet' | 'danger'
  /** The act is under way: said aloud, and a second tap does nothing. */
  busy?: boolean
  /** Why it can't be used now, shown under it. A button without a reason is never disabled. */
  reason?: string | undefined
}

/** The one who acts. As wide as its place, at least 48 px high. */
export function Button({ children, onTap, kind = 'secondary', busy = false, reason }: ButtonProps) {
  const blocked = busy || reason !== undefined
  return (
    <View className={classes(styles.place)}>
      <Tap
        className={classes(styles.button, styles[kind], busy && styles.busy, reason !== undefined && styles.blocked)}
        label={reason === undefined ? undefined : `${children}，${reason}`}
        disabled={blocked}
        onTap={onTap}
      >
        <Text className={classes(styles.word)}>{children}</Text>
      </Tap>
      {reason !== undefined && (
        <View className={classes(styles.reason)} aria-hidden>
          {reason}
        </View>
      )}
    </View>
  )
}
