import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { classes } from '../classes'
import styles from './words.module.scss'

interface WordsProps {
  /** A screen's first line, a card's title, a sentence, or small print. */
  as: 'headline' | 'title' | 'body' | 'caption'
  children: ReactNode
}

/**
 * What makes words a heading. Its level is the web's alone: there the screen's title is the first, and WeChat knows no levels.
 * All below the title are of one: many a screen has cards and no headline.
 */
function headingOf(as: WordsProps['as']) {
  if (as !== 'headline' && as !== 'title') return {}
  return process.env.TARO_ENV === 'h5' ? { role: 'heading', 'aria-level': 2 } : { role: 'heading' }
}

/** Running text, on the scale of the tokens. */
export function Words({ as, children }: WordsProps) {
  return (
    <View className={classes(styles[as])} {...headingOf(as)}>
      {children}
    </View>
  )
}
