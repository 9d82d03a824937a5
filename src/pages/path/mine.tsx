import type { MeReply } from '#contract/me'
import { Button } from '../../components/button/button'
import { Card } from '../../components/card/card'
import { Pill } from '../../components/pill/pill'
import { Row } from '../../components/row/row'
import { Words } from '../../components/words/words'
import { EntriesCard } from '../../features/path/entries-card'
import type { PathView } from '../../features/path/model'
import { RequirementCard } from '../../features/path/requirement-card'
import type { PolicyView } from '../../features/policy/model'
import { officeViews, type OfficeView } from '../../features/shell/offices'
import { RulesCard } from '../../features/policy/rules-card'
import { go } from '../../platform/navigation'
import { links } from '../../routes'
import { organisationName } from '../../text/names'

interface MineProps {
  me: MeReply | undefined
  path: PathView
  policy: PolicyView
}

/** My path: what counts, what is missing, and who acts next. */
export function Mine({ me, path, policy }: MineProps) {
  // Who is here for their office only isn't told to become a member first.
  if (me && !me.affiliation && me.roles.length > 0) {
    return (
      <>
        <Work offices={officeViews(me.roles)} />
        <RulesCard title={`为什么是 ${policy.need} 学时`} policy={policy} />
      </>
    )
  }
  return (
    <>
      {me && <Standing me={me} standing={path.standing} />}
      {path.requirements.map((requirement) => (
        <RequirementCard key={requirement.title} requirement={requirement} />
      ))}
      {path.requirements.map((requirement) => (
        <EntriesCard key={requirement.title} entries={requirement.entries} />
      ))}
      <RulesCard title={`为什么是 ${policy.need} 学时`} policy={policy} />
    </>
  )
}

function Work({ offices }: { offices: readonly OfficeView[] }) {
  return (
    <Card>
      <Words as="title">我的工作</Words>
      {offices.map((office) => (
        <Row key={office.key} title={office.title} note={office.note} onTap={() => go(office.link)} />
      ))}
      <Words as="body">要看自己的进度，先在“我的”里填写资料。</Words>
    </Card>
  )
}

function Standing({ me, standing }: { me: MeReply; standing: string }) {
  if (!me.affiliation) {
    return (
      <Card>
        <Words as="title">{me.declined ? '请重新选择团支部' : '还差你的资料'}</Words>
        <Words as="body">
          {me.declined
            ? `${organisationName(me.declined.organisation)}答复：你不在这个支部。看看是不是选错了。`
            : '填写姓名、出生日期和团支部，就能看到自己的进度。'}
        </Words>
        <Button kind="primary" onTap={() => go(links.profile())}>
          填写我的资料
        </Button>
      </Card>
    )
  }
  const { organisation, state } = me.affiliation
  return (
    <Card list>
      <Row
        title={organisationName(organisation)}
        note={standing}
        trailing={
          <Pill tone={state === 'confirmed' ? 'met' : 'waiting'}>{state === 'confirmed' ? '已确认' : '待确认'}</Pill>
        }
      />
    </Card>
  )
}
