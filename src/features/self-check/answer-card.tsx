import { View } from '@tarojs/components'
import { Card } from '../../components/card/card'
import { classes } from '../../components/classes'
import { Words } from '../../components/words/words'
import type { AnswerView } from './answer'
import styles from './answer-card.module.scss'

/** The answer, at once below the questions. */
export function AnswerCard({ answer }: { answer: AnswerView }) {
  return (
    <Card>
      <Words as="title">{answer.title}</Words>
      <Words as="body">{answer.text}</Words>
      {answer.lines.map(({ key, state, text }) => (
        <View key={key} className={classes(styles.line, styles[state])}>
          {text}
        </View>
      ))}
    </Card>
  )
}
