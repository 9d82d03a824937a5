import { View } from '@tarojs/components'
import { classes } from '../classes'
import { Icon } from '../icon/icon'
import { Tap } from '../tap/tap'
import styles from './trail.module.scss'

export interface TrailStep {
  key: string
  /** In the disc: a number, or two characters. */
  mark: string
  title: string
  note?: string | undefined
  /** `skipped` was done on paper and recorded afterwards (补录). */
  state: 'done' | 'current' | 'ahead' | 'skipped'
  /** The step in one sentence, for those who can't see the disc: 第 2 步，谈话，已完成，9月10日. */
  label: string
}

interface TrailProps {
  steps: readonly TrailStep[]
  onOpen?: ((key: string) => void) | undefined
}

/** The way with its bends: what is behind, where one stands, what comes. */
export function Trail({ steps, onOpen }: TrailProps) {
  return (
    <View className={classes(styles.trail)} {...(!onOpen && { role: 'list' })}>
      {steps.map((step, index) => {
        const className = classes(
          styles.step,
          index % 2 === 1 && styles.right,
          styles[step.state],
          onOpen && styles.opens,
        )
        const body = (
          <>
            <View className={classes(styles.disc)}>
              {step.state === 'done' ? <Icon name="check" size={24} /> : step.mark}
            </View>
            <View className={classes(styles.title)}>{step.title}</View>
            {step.note !== undefined && <View className={classes(styles.note)}>{step.note}</View>}
          </>
        )
        if (onOpen) {
          return (
            <Tap key={step.key} className={className} label={step.label} onTap={() => onOpen(step.key)}>
              {body}
            </Tap>
          )
        }
        return (
          <View key={step.key} className={className} role="listitem" aria-label={step.label}>
            {body}
          </View>
        )
      })}
    </View>
  )
}
