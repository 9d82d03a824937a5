import { View } from '@tarojs/components'
import { classes } from '../../components/classes'
import type { StepView } from './way'
import styles from './step-list.module.scss'

/** The steps of a stage, each with who takes it, what it asks, by which rule, and what is kept of it. */
export function StepList({ steps }: { steps: readonly StepView[] }) {
  return (
    <View role="list">
      {steps.map(({ key, text }) => (
        <View key={key} className={classes(styles.step)} role="listitem">
          {text}
        </View>
      ))}
    </View>
  )
}
