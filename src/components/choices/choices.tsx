import { View } from '@tarojs/components'
import { useId } from 'react'
import { classes } from '../classes'
import { FieldWords } from '../field/field-words'
import { describedBy } from '../field/ids'
import { Choice } from './choice'
import styles from './choices.module.scss'

interface ChoicesProps {
  /** Unique on its screen. */
  name: string
  label: string
  hint?: string | undefined
  options: readonly { value: string; text: string; note?: string | undefined }[]
  /** '' before one is chosen. */
  value: string
  onChange: (value: string) => void
  error?: string | undefined
}

/** A question with few answers: one tap answers it. For long lists: ChoiceField. */
export function Choices({ name, label, hint, options, value, onChange, error }: ChoicesProps) {
  // Pages under this one stay in the web's document: radio buttons of one name would be one group over all of them.
  const group = useId()
  const noted = options.some((option) => option.note !== undefined)
  const explained = describedBy(name, hint, error)
  return (
    <View
      className={classes(styles.question)}
      role="radiogroup"
      aria-label={label}
      {...(process.env.TARO_ENV === 'h5' && explained !== undefined && { 'aria-describedby': explained })}
    >
      <View className={classes(styles.label)}>{label}</View>
      <View className={classes(styles.options, noted && styles.noted)}>
        {options.map((option) => (
          <Choice
            key={option.value}
            group={group}
            value={option.value}
            text={option.text}
            note={option.note}
            chosen={option.value === value}
            onChoose={onChange}
          />
        ))}
      </View>
      <FieldWords name={name} hint={hint} error={error} />
    </View>
  )
}
