import { Text, View } from '@tarojs/components'
import { classes } from '../../../components/classes'
import { Pill } from '../../../components/pill/pill'
import { Tap } from '../../../components/tap/tap'
import type { MemberView } from '../../../features/people/branch'
import styles from './member-row.module.scss'

interface MemberRowProps {
  member: MemberView
  onTap: (() => void) | undefined
}

/** One of the branch on a phone: name and step, what they have, whose turn it is. */
export function MemberRow({ member, onTap }: MemberRowProps) {
  const { name, step, facts, turn, mine } = member
  const body = (
    <>
      <View className={classes(styles.line)}>
        <Text className={classes(styles.name)}>{name}</Text>
        <Text className={classes(styles.step)}>{step}</Text>
      </View>
      {facts !== '' && <View className={classes(styles.facts)}>{facts}</View>}
      <View className={classes(styles.turn)}>
        {mine ? <Pill tone="mine">{turn}</Pill> : <Text className={classes(styles.facts)}>{turn}</Text>}
      </View>
    </>
  )
  if (!onTap) return <View className={classes(styles.row)}>{body}</View>
  return (
    <Tap className={classes(styles.row)} onTap={onTap}>
      {body}
    </Tap>
  )
}
