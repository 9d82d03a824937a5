import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../components/button/button'
import { Card } from '../../components/card/card'
import { classes } from '../../components/classes'
import { Entry } from '../../components/entry/entry'
import { Facts } from '../../components/facts/facts'
import { Tap } from '../../components/tap/tap'
import { Words } from '../../components/words/words'
import { ENTRIES_TITLES, NO_ENTRIES } from '../../text/entries'
import type { RequirementView } from './model'
import styles from './entries-card.module.scss'

const PAGE = 30

interface EntriesCardProps {
  requirement: Pick<RequirementView, 'rule' | 'entries' | 'span'>
  /** Corrects an entry; where the person who looks may. */
  onCorrect?: ((id: string) => void) | undefined
}

/** What lies behind a ring, newest first, each with its fate in words; of the months, from when to when. */
export function EntriesCard({ requirement, onCorrect }: EntriesCardProps) {
  const [shown, setShown] = useState(PAGE)
  const { rule, entries, span } = requirement
  return (
    <Card>
      <Words as="title">{ENTRIES_TITLES[rule]}</Words>
      {span.length > 0 && <Facts rows={span} />}
      {entries.length === 0 && span.length === 0 && <Words as="body">{NO_ENTRIES[rule]}</Words>}
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
