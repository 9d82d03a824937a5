import { View } from '@tarojs/components'
import { Button } from '../../../components/button/button'
import { Card } from '../../../components/card/card'
import { classes } from '../../../components/classes'
import { Pill } from '../../../components/pill/pill'
import { Words } from '../../../components/words/words'
import type { EventView, MainView } from '../../../features/events/event-view'
import { addToCalendar } from '../../../platform/calendar'
import { toast } from '../../../platform/dialogs'
import styles from './registered.module.scss'

interface RegisteredProps {
  event: EventView
  main: Extract<MainView, { kind: 'registered' }>
}

/** 已报名: when and where, into one's calendar, how to check in. */
export function Registered({ event, main }: RegisteredProps) {
  const { id, card, when, where, start, end } = event
  const remember = async () => {
    const added = await addToCalendar({ id, title: card.title, start, end, where })
    if (!added) toast('没有加成，请在手机日历里自己记一下')
  }
  return (
    <Card tone="leaf">
      <View className={classes(styles.line)}>
        <View className={classes(styles.title)} {...HEADING}>
          已报名
        </View>
        <Pill tone="met">{main.role}</Pill>
      </View>
      <View className={classes(styles.when)}>{`${when}\n${where}`}</View>
      {main.byHost && <Words as="body">组织者替你报的名。</Words>}
      <Words as="body">{main.how}</Words>
      {main.coming && <Button onTap={() => void remember()}>加入日历</Button>}
    </Card>
  )
}

/** The web's alone: WeChat knows no levels. */
const HEADING = process.env.TARO_ENV === 'h5' && { role: 'heading', 'aria-level': 2 }
