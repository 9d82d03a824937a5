import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import type { DeskReply } from '#contract/event'
import type { Instant } from '#domain/time'
import { Banner } from '../../../components/banner/banner'
import { Button } from '../../../components/button/button'
import { Card } from '../../../components/card/card'
import { classes } from '../../../components/classes'
import { FactTile } from '../../../components/fact-tile/fact-tile'
import { Facts } from '../../../components/facts/facts'
import { Pill } from '../../../components/pill/pill'
import { Tiles } from '../../../components/tiles/tiles'
import { Words } from '../../../components/words/words'
import { deskView } from '../../../features/hosting/desk-view'
import { useDesk } from '../../../features/hosting/use-desk'
import { needSession } from '../../../features/reading/need-session'
import { readOf } from '../../../features/reading/read-of'
import { AppScreen } from '../../../features/shell/app-screen'
import { go } from '../../../platform/navigation'
import { useNow } from '../../../platform/use-now'
import { useSession } from '../../../platform/use-session'
import { links } from '../../../routes'
import { numbersWords, wordsStateWords } from '../../../text/host'
import { PillAbove } from '../parts/pill-above'
import { Announcement } from './announcement'
import { ClassNaming } from './class-naming'
import { Door, useDoor } from './door'
import styles from './index.module.scss'
import { Ending, Publish } from './status'

/** All of an event that its host needs; an office above sees the same without the buttons. */
export default function DeskPage() {
  const { event = '' } = useRouter().params
  const now = useNow()
  const read = needSession(useSession(), readOf(useDesk(event), now))
  return (
    <AppScreen title="活动" read={read}>
      {(reply) => <Desk reply={reply} now={now} />}
    </AppScreen>
  )
}

function Desk({ reply, now }: { reply: DeskReply; now: Instant }) {
  const { desk, host } = reply
  const { id, venue, phase } = desk.card
  const view = deskView(reply, now)
  const door = useDoor(desk.card, now)
  const roles = view.roles.map(({ key, ...tile }) => <FactTile key={key} {...tile} />)
  const words = phase === 'cancelled' ? null : wordsStateWords(desk.card.words)
  return (
    <View className={classes(styles.columns)}>
      <View className={classes(styles.main)}>
        <Banner over={view.over} title={view.title} trailing={<Pill tone={view.pill.tone}>{view.pill.text}</Pill>}>
          <View className={classes(styles.state)}>
            <Words as="body">{view.state}</Words>
          </View>
          <Facts rows={view.facts} />
        </Banner>
        {words && (
          <Card>
            <PillAbove tone={words.tone} text={words.text}>
              {words.why}
            </PillAbove>
          </Card>
        )}
        {view.roles.length === 1 ? roles : <Tiles>{roles}</Tiles>}
        {phase !== 'draft' && <Words as="body">{numbersWords(desk)}</Words>}
        {view.may.publish && <Publish event={id} />}
        {host && door && <Door card={desk.card} door={door} now={now} />}
        {host && phase !== 'draft' && (
          <Button kind={door?.kind === 'not-yet' ? 'primary' : 'secondary'} onTap={() => go(links.registrations(id))}>
            报名的人
          </Button>
        )}
        {view.may.change && <Button onTap={() => go(links.changeEvent(id))}>修改</Button>}
        {host && phase !== 'cancelled' && phase !== 'draft' && (
          <Button onTap={() => go(links.signInSheet(id))}>打印签到表</Button>
        )}
        {host && <Button onTap={() => go(links.newEvent(venue.code, id))}>再办一场</Button>}
        <Ending event={id} may={view.may} people={view.people} />
      </View>
      <View className={classes(styles.side)}>
        <ClassNaming reply={reply} may={view.may.askClass} now={now} />
        {phase !== 'draft' && <Announcement reply={reply} now={now} />}
      </View>
    </View>
  )
}
