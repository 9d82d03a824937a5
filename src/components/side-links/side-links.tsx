import { Text, View } from '@tarojs/components'
import { classes } from '../classes'
import { Tap } from '../tap/tap'
import styles from './side-links.module.scss'

export interface SideLink {
  readonly key: string
  readonly text: string
  readonly note: string
  /** How much there is to do there, where it is known. */
  readonly count?: number | undefined
  readonly current: boolean
  readonly onTap: () => void
}

/** More places in the desktop's side bar, under a heading of their own; a phone has no room for them. */
export function SideLinks({ heading, links }: { heading: string; links: readonly SideLink[] }) {
  return (
    <View className={classes(styles.links)}>
      <View className={classes(styles.heading)}>{heading}</View>
      {links.map((link) => (
        <Tap
          key={link.key}
          className={classes(styles.link, link.current && styles.current)}
          selected={link.current}
          onTap={link.onTap}
        >
          <View className={classes(styles.line)}>
            <Text className={classes(styles.text)}>{link.text}</Text>
            {link.count !== undefined && link.count > 0 && (
              <Text className={classes(styles.count)}>{String(link.count)}</Text>
            )}
          </View>
          <Text className={classes(styles.note)}>{link.note}</Text>
        </Tap>
      ))}
    </View>
  )
}
