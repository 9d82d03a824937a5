import { View } from '@tarojs/components'
import { Amount } from '../../components/amount/amount'
import { Card } from '../../components/card/card'
import { classes } from '../../components/classes'
import { Pill } from '../../components/pill/pill'
import { Ring } from '../../components/ring/ring'
import { Words } from '../../components/words/words'
import type { RequirementView } from './model'
import styles from './requirement-card.module.scss'

/** One requirement: the ring, what is missing, whose turn it is, and what that means. */
export function RequirementCard({ requirement }: { requirement: RequirementView }) {
  const { ring, state, hangs } = requirement
  return (
    <>
      <Card>
        <Words as="title">{requirement.title}</Words>
        <View className={classes(styles.picture)}>
          <Ring
            size="large"
            have={ring.have}
            pending={ring.pending}
            need={ring.need}
            label={ring.label}
            off={state.tone === 'not-applicable'}
          >
            <Amount place="large" value={ring.value} unit={ring.unit} />
          </Ring>
          <View className={classes(styles.words)}>
            <View className={classes(styles.headline)}>{requirement.headline}</View>
            <View className={classes(styles.sums)}>{requirement.sums}</View>
            <Pill tone={hangs.tone}>{hangs.text}</Pill>
          </View>
        </View>
        {requirement.turn !== null && <View className={classes(styles.turn)}>{requirement.turn}</View>}
        {requirement.meaning !== null && <Words as="body">{requirement.meaning}</Words>}
        {requirement.soft !== null && <Words as="caption">{requirement.soft}</Words>}
      </Card>
      {requirement.closes !== null && (
        <Card tone="sun">
          <Words as="body">{requirement.closes}</Words>
        </Card>
      )}
    </>
  )
}
