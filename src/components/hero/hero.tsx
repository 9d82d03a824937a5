import { View } from '@tarojs/components'
import { classes } from '../classes'
import { Icon } from '../icon/icon'
import { Tap } from '../tap/tap'
import styles from './hero.module.scss'

interface HeroProps {
  title: string
  note: string
  onTap: () => void
}

/** The screen's one invitation: a dark card whose arrow is the filled red surface. */
export function Hero({ title, note, onTap }: HeroProps) {
  return (
    <Tap className={classes(styles.hero)} onTap={onTap}>
      <View className={classes(styles.words)}>
        <View className={classes(styles.title)}>{title}</View>
        <View className={classes(styles.note)}>{note}</View>
      </View>
      <View className={classes(styles.go)}>
        <Icon name="go" size={24} />
      </View>
    </Tap>
  )
}
