import { View } from '@tarojs/components'
import { Button } from '../../../components/button/button'
import { Card } from '../../../components/card/card'
import { classes } from '../../../components/classes'
import { Notice } from '../../../components/notice/notice'
import { Words } from '../../../components/words/words'
import type { Problem } from '../../../platform/problem'
import { privacyParagraphs, type PrivacyFacts } from '../../../text/privacy'
import { problemWords } from '../../../text/problems'
import styles from './privacy.module.scss'

interface PrivacyProps {
  facts: PrivacyFacts
  busy: boolean
  problem: Problem | null
  onAgree: () => void
  onCancel: () => void
}

/** What one agrees to: what, why, who, how long; with a no that is as easy as the yes. */
export function Privacy({ facts, busy, problem, onAgree, onCancel }: PrivacyProps) {
  return (
    <>
      <Words as="headline">登录之前，先看这几句</Words>
      <Card>
        {privacyParagraphs(facts).map(({ title, text }) => (
          <View key={title} className={classes(styles.paragraph)}>
            <Words as="title">{title}</Words>
            <Words as="body">{text}</Words>
          </View>
        ))}
      </Card>
      {problem && <Notice>{problemWords(problem)}</Notice>}
      <Button kind="primary" busy={busy} onTap={onAgree}>
        同意并登录
      </Button>
      <Button onTap={onCancel}>不同意，返回</Button>
    </>
  )
}
