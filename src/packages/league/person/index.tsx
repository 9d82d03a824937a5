import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import type { PersonPathReply } from '#contract/path'
import { localDateAt, type LocalDate } from '#domain/time'
import { Card } from '../../../components/card/card'
import { classes } from '../../../components/classes'
import { Row } from '../../../components/row/row'
import { Words } from '../../../components/words/words'
import { pathView } from '../../../features/path/model'
import { PathBanner } from '../../../features/path/path-banner'
import { RequirementTiles } from '../../../features/path/requirement-tiles'
import { TrailCard } from '../../../features/path/trail-card'
import { personActs, recordLink, viewerOf } from '../../../features/people/person-acts'
import { askedOf, usePersonPath, type Asked } from '../../../features/people/use-person-path'
import { usePolicy } from '../../../features/policy/use-policy'
import { needSession } from '../../../features/reading/need-session'
import { readOf } from '../../../features/reading/read-of'
import { AppScreen } from '../../../features/shell/app-screen'
import { go, goInstead } from '../../../platform/navigation'
import { hasCode } from '../../../platform/problem'
import { useNow } from '../../../platform/use-now'
import { useSession } from '../../../platform/use-session'
import { links } from '../../../routes'
import { NO_NAME, OFFICE_ACTS, othersTurn, SAME_WORDS } from '../../../text/league'
import { AboutName } from '../parts/about-name'
import { ReasonScreen } from '../parts/reason-screen'
import styles from './index.module.scss'
import { NextAct } from './next-act'

/** Somebody's path, in the words that they see themselves, and what the one who looks may do. */
export default function PersonPage() {
  const asked = askedOf(useRouter().params)
  const now = useNow()
  const reply = usePersonPath(asked)
  const session = useSession()
  // A link without a reason, to somebody who needs one.
  if (session.session && hasCode(reply.problem, 'reason-needed')) {
    const { person } = asked
    return <ReasonScreen title="入团路径" onChoose={(reason) => goInstead(links.person({ person, reason }))} />
  }
  return (
    <AppScreen title="入团路径" read={needSession(session, readOf(reply, now))}>
      {(value) => <Person asked={asked} reply={value} today={localDateAt(now)} />}
    </AppScreen>
  )
}

interface PersonProps {
  asked: Asked
  reply: PersonPathReply
  today: LocalDate
}

function Person({ asked, reply, today }: PersonProps) {
  const { name, may, path } = reply
  const policy = usePolicy(path.report.policy.version)
  const view = pathView(path, policy, today, viewerOf(may))
  const acts = personActs(may, path.report.turn)
  return (
    <>
      <AboutName>{name ?? NO_NAME}</AboutName>
      <Words as="body">{SAME_WORDS}</Words>
      <PathBanner path={view} />
      {acts.main ? (
        <NextAct act={acts.main} turn={path.report.turn} today={today} onTap={(act) => go(recordLink(act, asked))} />
      ) : (
        <Words as="body">{othersTurn(view.banner.sentence, path.report.turn.act)}</Words>
      )}
      {view.returned !== null && (
        <Card tone="sun">
          <Words as="title">团委退回的原因</Words>
          <Words as="body">{view.returned}</Words>
        </Card>
      )}
      <RequirementTiles requirements={view.requirements} onOpen={(rule) => go(links.personRequirement(asked, rule))} />
      {acts.others.length === 0 ? (
        <TrailCard steps={view.trail} />
      ) : (
        <View className={classes(styles.columns)}>
          <View className={classes(styles.column)}>
            <OtherActs acts={acts.others} asked={asked} />
          </View>
          <View className={classes(styles.column)}>
            <TrailCard steps={view.trail} />
          </View>
        </View>
      )}
    </>
  )
}

/** What else can be written down, quietly. */
function OtherActs({ acts, asked }: { acts: ReturnType<typeof personActs>['others']; asked: Asked }) {
  return (
    <Card>
      <Words as="title">其他记录</Words>
      {acts.map((act) => (
        <Row key={act} title={OFFICE_ACTS[act]} onTap={() => go(recordLink(act, asked))} />
      ))}
    </Card>
  )
}
