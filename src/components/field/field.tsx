import { Label, Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { classes } from '../classes'
import { FieldWords } from './field-words'
import styles from './field.module.scss'

export interface FieldProps {
  /** Unique on its screen. */
  name: string
  label: string
  hint?: string | undefined
  /** What is wrong and how to mend it. What was typed stays. */
  error?: string | undefined
  optional?: boolean
}

/** Label above, hint and error below: the frame of every input. */
export function Field({ name, label, hint, error, optional = false, children }: FieldProps & { children: ReactNode }) {
  return (
    <View className={classes(styles.field)}>
      <Label className={classes(styles.label)} for={name}>
        <Text>{label}</Text>
        {optional && <Text className={classes(styles.optional)}>（可不填）</Text>}
      </Label>
      {children}
      <FieldWords name={name} hint={hint} error={error} />
    </View>
  )
}
