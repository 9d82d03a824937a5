import { useRouter } from '@tarojs/taro'
import { EntriesCard } from '../../../features/path/entries-card'
import { pathView } from '../../../features/path/model'
import { RequirementCard } from '../../../features/path/requirement-card'
import { usePersonPath } from '../../../features/people/use-person-path'
import { classHoursPolicy } from '../../../features/policy/model'
import { RulesCard } from '../../../features/policy/rules-card'
import { usePolicy } from '../../../features/policy/use-policy'
import { needSession } from '../../../features/reading/need-session'
import { mapRead, readOf } from '../../../features/reading/read-of'
import { AppScreen } from '../../../features/shell/app-screen'
import { Button } from '../../../components/button/button'
import { Words } from '../../../components/words/words'
import { go } from '../../../platform/navigation'
import { useNow } from '../../../platform/use-now'
import { useSession } from '../../../platform/use-session'
import { links } from '../../../routes'

/** Somebody's path, in the words that they see themselves, and what the one who looks may do. */
export default function PersonPage() {
  const { person = '' } = useRouter().params
  const reply = usePersonPath(person)
  const policy = classHoursPolicy(usePolicy(reply.data?.path.policy.version))
  const read = mapRead(readOf(reply, useNow()), ({ name, may, path }) => ({
    name: name ?? '资料已删除',
    may,
    path: pathView(path),
  }))
  return (
    <AppScreen title="入团路径" read={needSession(useSession(), read)}>
      {({ name, may, path }) => (
        <>
          <Words as="headline">{name}</Words>
          <Words as="body">{`${path.standing}。下面的话，和本人看到的一样。`}</Words>
          {may.recordClassHours && (
            <Button kind="primary" onTap={() => go(links.record(person))}>
              登记团课
            </Button>
          )}
          {may.recordActivist && (
            <Button kind={may.recordClassHours ? 'secondary' : 'primary'} onTap={() => go(links.activist(person))}>
              登记为入团积极分子
            </Button>
          )}
          {path.requirements.map((requirement) => (
            <RequirementCard key={requirement.title} requirement={requirement} />
          ))}
          {path.requirements.map((requirement) => (
            <EntriesCard
              key={requirement.title}
              entries={requirement.entries}
              onCorrect={may.recordClassHours ? (entry) => go(links.record(person, entry)) : undefined}
            />
          ))}
          <RulesCard title={`为什么是 ${policy.need} 学时`} policy={policy} />
        </>
      )}
    </AppScreen>
  )
}
