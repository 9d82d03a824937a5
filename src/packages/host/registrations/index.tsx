import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { DeskReply } from '#contract/event'
import type { Instant } from '#domain/time'
import { Button } from '../../../components/button/button'
import { Card } from '../../../components/card/card'
import { classes } from '../../../components/classes'
import { Words } from '../../../components/words/words'
import { deskView } from '../../../features/hosting/desk-view'
import { useDesk } from '../../../features/hosting/use-desk'
import { needSession } from '../../../features/reading/need-session'
import { readOf, withoutNote } from '../../../features/reading/read-of'
import { AppScreen } from '../../../features/shell/app-screen'
import { useNow } from '../../../platform/use-now'
import { useSession } from '../../../platform/use-session'
import { numbersWords } from '../../../text/host'
import { AddPerson } from './add-person'
import styles from './index.module.scss'
import { List } from './list'

/** Who has registered. The list is closed until it is asked for: every look is logged. */
export default function RegistrationsPage() {
  const { event = '' } = useRouter().params
  const now = useNow()
  const read = needSession(useSession(), withoutNote(readOf(useDesk(event), now)))
  return (
    <AppScreen title="报名的人" read={read}>
      {(reply) => <Registrations reply={reply} now={now} />}
    </AppScreen>
  )
}

function Registrations({ reply, now }: { reply: DeskReply; now: Instant }) {
  const [opened, setOpened] = useState(false)
  const { desk } = reply
  const view = deskView(reply, now)
  return (
    <View className={classes(styles.narrow)}>
      <Words as="title">{view.title}</Words>
      <Words as="body">{numbersWords(desk)}</Words>
      {opened ? (
        <List event={desk.card.id} now={now} />
      ) : (
        <Card>
          <Words as="body">
            名单平时不打开。打开以后，每个人在“谁看过我”里看得到有组织者看过名单；姓名只显示第一个字。
          </Words>
          <Button kind="primary" onTap={() => setOpened(true)}>
            打开名单
          </Button>
        </Card>
      )}
      {view.may.add && <AddPerson desk={desk} now={now} />}
    </View>
  )
}
