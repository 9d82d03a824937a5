import { View } from '@tarojs/components'
import { classes } from '../../../components/classes'
import { Tap } from '../../../components/tap/tap'
import type { Choice } from '../../../features/organisations/tree'
import styles from './choice-row.module.scss'

interface ChoiceRowProps {
  choice: Choice
  onChoose: (choice: Choice) => void
}

/** A row of as few nodes as there can be: each letter in the search sends all of them anew. */
export function ChoiceRow({ choice, onChoose }: ChoiceRowProps) {
  const { title, note } = choice
  return (
    <Tap className={classes(styles.row)} onTap={() => onChoose(choice)}>
      {title}
      {note !== '' && <View className={classes(styles.note)}>{note}</View>}
    </Tap>
  )
}
