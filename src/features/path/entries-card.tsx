import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../components/button/button'
import { Card } from '../../components/card/card'
import { classes } from '../../components/classes'
import { Entry } from '../../components/entry/entry'
import { Tap } from '../../components/tap/tap'
import { Words } from '../../components/words/words'
import type { EntryView } from './entries'
import styles from './entries-card.module.scss'

const PAGE = 30

interface EntriesCardProps {
  entries: readonly EntryView[]
  /** Corrects an entry; where the person who looks may. */
  onCorrect?: ((id: string) => void) | undefined
}

/** The entries behind a ring, newest first, each with its fate in words. */
export function EntriesCard({ entries, onCorrect }: EntriesCardProps) {
  const [shown, setShown] = useState(PAGE)
  return (
    <Card>
      <Words as="title">团课记录</Words>
      {entries.length === 0 && <Words as="body">还没有记录。参加团课以后，由团支书登记。</Words>}
      {entries.slice(0, shown).map((entry) => (
        <Entry
          key={entry.id}
          title={entry.title}
          note={entry.note}
          tone={entry.tone}
          fate={entry.fate}
          reason={entry.reason ?? undefined}
        >
          {onCorrect && entry.correctable && (
            <Tap
              className={classes(styles.correct)}
              label={`更正这一条：${entry.title}`}
              onTap={() => onCorrect(entry.id)}
            >
              <View>更正这一条</View>
            </Tap>
          )}
        </Entry>
      ))}
      {entries.length > shown && <Button onTap={() => setShown(shown + PAGE)}>再看 30 条</Button>}
    </Card>
  )
}
