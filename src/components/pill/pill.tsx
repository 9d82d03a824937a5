import { View } from '@tarojs/components'
import { classes } from '../classes'
import { signBefore, type Sign } from '../icon/icon'
import styles from './pill.module.scss'

/** A requirement's state, `mine` for what is the reader's turn, or `note` for a plain remark such as 本区规定. */
export type PillTone = 'met' | 'waiting' | 'not-yet' | 'not-applicable' | 'mine' | 'note'

interface PillProps {
  tone: PillTone
  children: string
}

const SIGNS: Readonly<Record<PillTone, Sign | undefined>> = {
  met: 'check',
  waiting: 'waiting',
  'not-yet': 'missing',
  'not-applicable': 'mute',
  mine: 'turn',
  note: undefined,
}

/** A state as sign, word and colour: any one of them is enough to read it. */
export function Pill({ tone, children }: PillProps) {
  const sign = SIGNS[tone]
  return <View className={classes(styles.pill, styles[tone], sign && signBefore(sign))}>{children}</View>
}
