import { Text, View } from '@tarojs/components'
import { classes } from '../classes'
import { Icon } from '../icon/icon'
import { errorId, hintId } from './ids'
import styles from './field.module.scss'

interface FieldWordsProps {
  name: string
  hint: string | undefined
  error: string | undefined
}

/** What stands under an input: what is wrong with it, else what helps. */
export function FieldWords({ name, hint, error }: FieldWordsProps) {
  if (error !== undefined) {
    return (
      <View className={classes(styles.error)} id={errorId(name)} role="alert">
        <Icon name="alert" size={14} className={classes(styles.sign)} />
        <Text>{error}</Text>
      </View>
    )
  }
  if (hint === undefined) return null
  return (
    <View className={classes(styles.hint)} id={hintId(name)}>
      {hint}
    </View>
  )
}
