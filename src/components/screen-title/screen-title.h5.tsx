import { classes } from '../classes'
import { Icon } from '../icon/icon'
import { Tap } from '../tap/tap'
import type { ScreenTitleProps } from './props'
import styles from './screen-title.module.scss'

/** The title bar that WeChat draws by itself and the web build lacks. */
export function ScreenTitle({ title, onBack }: ScreenTitleProps) {
  return (
    <header className={classes(styles.bar)}>
      {onBack && (
        <Tap className={classes(styles.back)} label="返回" onTap={onBack}>
          <Icon name="back" size={24} />
        </Tap>
      )}
      <h1 className={classes(styles.title)}>{title}</h1>
    </header>
  )
}
