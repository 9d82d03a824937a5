import { useRouter } from '@tarojs/taro'
import type { PersonPathReply } from '#contract/path'
import type { RequirementId } from '#domain/path/requirement'
import { localDateAt, type LocalDate } from '#domain/time'
import { Words } from '../../../components/words/words'
import { isRequirement, pathView, requirementIn } from '../../../features/path/model'
import { factsOf } from '../../../features/path/report'
import { viewerOf } from '../../../features/people/person-acts'
import { askedOf, usePersonPath, type Asked } from '../../../features/people/use-person-path'
import { usePolicy } from '../../../features/policy/use-policy'
import { needSession } from '../../../features/reading/need-session'
import { readOf } from '../../../features/reading/read-of'
import { AppScreen } from '../../../features/shell/app-screen'
import { goInstead } from '../../../platform/navigation'
import { hasCode } from '../../../platform/problem'
import { useNow } from '../../../platform/use-now'
import { usePageTitle } from '../../../platform/use-page-title'
import { useSession } from '../../../platform/use-session'
import { links } from '../../../routes'
import { NO_NAME, SAME_WORDS } from '../../../text/league'
import { REQUIREMENT_NAMES } from '../../../text/requirements'
import { AboutName } from '../parts/about-name'
import { ReasonScreen } from '../parts/reason-screen'
import { OpenedRequirement } from './opened-requirement'

export default function PersonRequirementPage() {
  const { params } = useRouter()
  const asked = askedOf(params)
  if (isRequirement(params.rule)) return <TheirRequirement asked={asked} rule={params.rule} />
  return (
    <AppScreen
      title="条件"
      under={links.person(asked)}
      read={{
        state: 'empty',
        title: '没有这个条件',
        hint: '链接可能已经变了。回到这个人的路径，从那里打开。',
        action: { text: '回到路径', onTap: () => goInstead(links.person(asked)) },
      }}
    >
      {() => null}
    </AppScreen>
  )
}

interface TheirRequirementProps {
  asked: Asked
  rule: RequirementId
}

/** One requirement of somebody, in the words that they see themselves, and what the one who looks may correct. */
function TheirRequirement({ asked, rule }: TheirRequirementProps) {
  const title = REQUIREMENT_NAMES[rule]
  usePageTitle(title)
  const now = useNow()
  const reply = usePersonPath(asked)
  const session = useSession()
  if (session.session && hasCode(reply.problem, 'reason-needed')) {
    const { person } = asked
    return (
      <ReasonScreen title={title} onChoose={(reason) => goInstead(links.personRequirement({ person, reason }, rule))} />
    )
  }
  return (
    <AppScreen title={title} under={links.person(asked)} read={needSession(session, readOf(reply, now))}>
      {(value) => <Opened asked={asked} rule={rule} reply={value} today={localDateAt(now)} />}
    </AppScreen>
  )
}

interface OpenedProps extends TheirRequirementProps {
  reply: PersonPathReply
  today: LocalDate
}

function Opened({ asked, rule, reply, today }: OpenedProps) {
  const { name, may, path } = reply
  const policy = usePolicy(path.report.policy.version)
  const requirement = requirementIn(pathView(path, policy, today, viewerOf(may)), rule)
  return (
    <>
      <AboutName>{name ?? NO_NAME}</AboutName>
      <Words as="body">{SAME_WORDS}</Words>
      {requirement && (
        <OpenedRequirement
          requirement={requirement}
          context={{ facts: factsOf(path), texts: path.texts, policy, today }}
          may={may}
          asked={asked}
        />
      )}
    </>
  )
}
