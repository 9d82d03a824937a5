import { View } from '@tarojs/components'
import { classes } from '../../../components/classes'
import type { WaitingWordsView } from '../../../features/hosting/asked-views'
import styles from './written-parts.module.scss'

/** What was written, whole, part by part. */
export function WrittenParts({ parts }: Pick<WaitingWordsView, 'parts'>) {
  return (
    <View>
      {parts.map(({ key, name, value }) => (
        <View key={key} className={classes(styles.part)}>
          <View className={classes(styles.name)}>{name}</View>
          <View className={classes(styles.value)}>{value}</View>
        </View>
      ))}
    </View>
  )
}
