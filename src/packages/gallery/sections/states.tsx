import { View } from '@tarojs/components'
import { Card } from '../../../components/card/card'
import { classes } from '../../../components/classes'
import type { Read } from '../../../components/screen/read'
import { Screen } from '../../../components/screen/screen'
import { nothing } from '../nothing'
import { Section } from '../section'
import styles from '../index.module.scss'

const READS: readonly { name: string; read: Read<string> }[] = [
  { name: 'loading', read: { state: 'loading' } },
  {
    name: 'error',
    read: { state: 'error', title: '没有连上', hint: '可能是网络的问题，不是你的问题。', retry: nothing },
  },
  {
    name: 'empty',
    read: {
      state: 'empty',
      title: '还没有记录',
      hint: '团支书记录后，会出现在这里。',
      action: { text: '看看需要什么', onTap: nothing },
    },
  },
  {
    name: 'content, offline',
    read: { state: 'content', value: '内容', note: { text: '没有网络，显示的是今天 14:32 的内容', offline: true } },
  },
  { name: 'content', read: { state: 'content', value: '内容', note: { text: '更新于 2 分钟前', offline: false } } },
]

/** A screen's four states. */
export function StatesSection() {
  return (
    <Section title="Screen">
      {READS.map(({ name, read }) => (
        <View key={name} className={classes(styles.frame)}>
          <View className={classes(styles.caption)}>{name}</View>
          <Screen read={read}>{(value) => <Card>{value}</Card>}</Screen>
        </View>
      ))}
    </Section>
  )
}
