import { Text, View } from '@tarojs/components'
import { classes } from '../classes'
import { groups, spoken } from './group'
import styles from './digits.module.scss'

interface DigitsProps {
  /** The digits without spaces: 123456. */
  value: string
  /** What they are: 入团码. */
  label: string
}

/** A code to read out and to type, large and in threes. */
export function Digits({ value, label }: DigitsProps) {
  return (
    <View className={classes(styles.digits)} role="img" aria-label={`${label}，${spoken(value)}`}>
      {groups(value).map((group, index) => (
        <Text key={index} className={classes(styles.group)}>
          {group}
        </Text>
      ))}
    </View>
  )
}
