import { useRouter } from '@tarojs/taro'
import type { RequirementId } from '#domain/path/requirement'
import { localDateAt } from '#domain/time'
import type { Read } from '../../../components/screen/read'
import { useMe } from '../../../features/me/use-me'
import { EntriesCard } from '../../../features/path/entries-card'
import { isRequirement, pathView, requirementIn, type RequirementView } from '../../../features/path/model'
import { RequirementCard } from '../../../features/path/requirement-card'
import { useMyPath } from '../../../features/path/use-my-path'
import { requirementRules } from '../../../features/policy/requirement-rules'
import { RulesCard } from '../../../features/policy/rules-card'
import { usePolicy } from '../../../features/policy/use-policy'
import { needSession } from '../../../features/reading/need-session'
import { mapRead, readOf } from '../../../features/reading/read-of'
import { AppScreen } from '../../../features/shell/app-screen'
import { goInstead } from '../../../platform/navigation'
import { usePageTitle } from '../../../platform/use-page-title'
import { useNow } from '../../../platform/use-now'
import { useSession } from '../../../platform/use-session'
import { tabLink } from '../../../routes'
import { REQUIREMENT_NAMES } from '../../../text/requirements'
import { ObjectCard } from './object-card'

export default function RequirementPage() {
  const { rule } = useRouter().params
  if (isRequirement(rule)) return <MyRequirement rule={rule} />
  return (
    <AppScreen title="条件" read={LOST}>
      {() => null}
    </AppScreen>
  )
}

const LOST: Read<never> = {
  state: 'empty',
  title: '没有这个条件',
  hint: '链接可能已经变了。回到路径，从那里打开。',
  action: { text: '回到路径', onTap: () => goInstead(tabLink('path')) },
}

/** One requirement opened: where it stands, what lies behind it, and by which rules. */
function MyRequirement({ rule }: { rule: RequirementId }) {
  const title = REQUIREMENT_NAMES[rule]
  usePageTitle(title)
  const me = useMe()
  const path = useMyPath()
  const policy = usePolicy(path.data?.report.policy.version)
  const now = useNow()
  const known = mapRead(readOf(path, now), (reply) => requirementIn(pathView(reply, policy, localDateAt(now)), rule))
  return (
    <AppScreen<RequirementView | undefined> title={title} read={needSession(useSession(), known)}>
      {(requirement) =>
        requirement && (
          <>
            <RequirementCard requirement={requirement} />
            <EntriesCard requirement={requirement} />
            <RulesCard policy={requirementRules(policy, rule)} />
            <ObjectCard branch={me.data?.affiliation?.organisation} />
          </>
        )
      }
    </AppScreen>
  )
}
