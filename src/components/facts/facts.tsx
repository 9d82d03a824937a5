import { Text, View } from '@tarojs/components'
import { classes } from '../classes'
import styles from './facts.module.scss'

interface FactsProps {
  rows: readonly { key: string; name: string; value: string }[]
}

/** Names and values, line by line, quietly. */
export function Facts({ rows }: FactsProps) {
  return (
    <View className={classes(styles.facts)}>
      {rows.map(({ key, name, value }) => (
        <View key={key} className={classes(styles.fact)}>
          <Text className={classes(styles.name)}>{name}</Text>
          <Text className={classes(styles.value)}>{value}</Text>
        </View>
      ))}
    </View>
  )
}
