import { Text, View } from '@tarojs/components'
import { classes } from '../classes'
import styles from './amount.module.scss'

interface AmountProps {
  /** As shown: the screen has turned integers with a unit into words before. */
  value: string
  /** Small, under or beside the number: 学时, / 8 学时. */
  unit: string
  /** `ring` fits into the middle of a small ring, `large` into a large one, `inline` stands in a line of text. */
  place?: 'ring' | 'large' | 'inline'
}

/** A number one can read at a glance, its unit small. */
export function Amount({ value, unit, place = 'inline' }: AmountProps) {
  return (
    <View className={classes(styles.amount, styles[place])}>
      <Text className={classes(styles.value)}>{value}</Text>
      {unit !== '' && <Text className={classes(styles.unit)}>{unit}</Text>}
    </View>
  )
}
