import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { classes } from '../classes'
import styles from './words.module.scss'

interface WordsProps {
  /** A screen's first line, a card's title, a sentence, or small print. */
  as: 'headline' | 'title' | 'body' | 'caption'
  children: ReactNode
}

/** Running text, on the scale of the tokens. */
export function Words({ as, children }: WordsProps) {
  const heading = as === 'headline' || as === 'title'
  return (
    <View className={classes(styles[as])} {...(heading ? { role: 'heading' } : {})}>
      {children}
    </View>
  )
}
