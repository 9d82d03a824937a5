import { View } from '@tarojs/components'
import { classes } from '../../../components/classes'
import { Tap } from '../../../components/tap/tap'
import type { Choice } from '../../../features/organisations/tree'
import styles from './choice-row.module.scss'

const WEB = process.env.TARO_ENV === 'h5'

interface ChoiceRowProps {
  choice: Choice
  onChoose: (choice: Choice) => void
}

/** One text of two lines, its name the first: with a node for each line a letter in the search would weigh too much. */
export function ChoiceRow({ choice, onChoose }: ChoiceRowProps) {
  const { title, note } = choice
  const words = note === '' ? title : `${title}\n${note}`
  return (
    <Tap className={classes(styles.row, !WEB && styles.words)} onTap={() => onChoose(choice)}>
      {/* A browser's button has no first line of its own. */}
      {WEB ? <View className={classes(styles.words)}>{words}</View> : words}
    </Tap>
  )
}
