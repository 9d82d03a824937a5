import type { OfficeAct } from '#contract/path'
import type { RequirementId } from '#domain/path/requirement'
import { EntriesCard } from '../../../features/path/entries-card'
import type { RequirementView } from '../../../features/path/model'
import { RequirementCard } from '../../../features/path/requirement-card'
import type { Context } from '../../../features/people/draft'
import { correctionLink, entryLink, mayCorrect } from '../../../features/people/person-acts'
import { isClosed } from '../../../features/people/step-draft'
import { requirementRules } from '../../../features/policy/requirement-rules'
import { RulesCard } from '../../../features/policy/rules-card'
import { go, type Link } from '../../../platform/navigation'
import type { About } from '../../../routes'

interface OpenedRequirementProps {
  requirement: RequirementView
  context: Context
  may: readonly OfficeAct[]
  asked: About
}

/** What lies behind a tile, as the youth reads it, with a way to correct what this office wrote down. */
export function OpenedRequirement({ requirement, context, may, asked }: OpenedRequirementProps) {
  const { rule } = requirement
  const linkOf = (id: string) => correction(id, rule, context, may, asked)
  const entries = requirement.entries.map((one) => ({
    ...one,
    correctable: one.correctable && linkOf(one.id) !== null,
  }))
  return (
    <>
      <RequirementCard requirement={requirement} />
      <EntriesCard
        requirement={{ ...requirement, entries }}
        onCorrect={(id) => {
          const link = linkOf(id)
          if (link) go(link)
        }}
      />
      <RulesCard policy={requirementRules(context.policy, rule)} />
    </>
  )
}

/** Where an entry or a step is corrected; null where this office may not, or nobody may any more. */
function correction(
  id: string,
  rule: RequirementId,
  context: Context,
  may: readonly OfficeAct[],
  asked: About,
): Link | null {
  const act = context.facts.acts.find((one) => one.id === id)
  if (!act) return entryLink(rule, may)?.(asked, id) ?? null
  return mayCorrect(act.act, may) && !isClosed(act, context) ? correctionLink(act.act, asked, id) : null
}
