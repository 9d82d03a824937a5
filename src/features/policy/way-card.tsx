import { View } from '@tarojs/components'
import { useState } from 'react'
import { Card } from '../../components/card/card'
import { classes } from '../../components/classes'
import { Fold } from '../../components/fold/fold'
import { Words } from '../../components/words/words'
import { StepList } from './step-list'
import type { StageView } from './way'
import styles from './way-card.module.scss'

interface WayCardProps {
  title: string
  stages: readonly StageView[]
  /** 规定版本 …, and what to know while nobody has confirmed it. */
  edition: string
  unconfirmed: string | null
}

/** The way in stages; each opens to its steps, one at a time. */
export function WayCard({ title, stages, edition, unconfirmed }: WayCardProps) {
  const [open, setOpen] = useState<string | null>(null)
  return (
    <Card>
      <Words as="title">{title}</Words>
      <View className={classes(styles.stages)}>
        {stages.map(({ key, mark, title: name, note, steps }) => (
          <Fold
            key={key}
            mark={mark}
            title={name}
            note={note}
            open={open === key}
            onToggle={() => setOpen(open === key ? null : key)}
          >
            <StepList steps={steps} />
          </Fold>
        ))}
      </View>
      <Words as="caption">{edition}</Words>
      {unconfirmed !== null && <Words as="body">{unconfirmed}</Words>}
    </Card>
  )
}
