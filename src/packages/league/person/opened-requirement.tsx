import type { OfficeAct, PathFacts } from '#contract/path'
import type { Policy } from '#domain/policy/policy'
import { EntriesCard } from '../../../features/path/entries-card'
import type { RequirementView } from '../../../features/path/model'
import { RequirementCard } from '../../../features/path/requirement-card'
import { correctionLink, entryLink, mayCorrect } from '../../../features/people/person-acts'
import { requirementRules } from '../../../features/policy/model'
import { RulesCard } from '../../../features/policy/rules-card'
import { go } from '../../../platform/navigation'
import type { About } from '../../../routes'

interface OpenedRequirementProps {
  requirement: RequirementView
  facts: PathFacts
  may: readonly OfficeAct[]
  asked: About
  policy: Policy
}

/** What lies behind a tile, as the youth reads it, with a way to correct what this office wrote down. */
export function OpenedRequirement({ requirement, facts, may, asked, policy }: OpenedRequirementProps) {
  const { rule } = requirement
  const actOf = (id: string) => facts.acts.find((act) => act.id === id)?.act
  const entry = entryLink(rule, may)
  const correct = (id: string) => {
    const act = actOf(id)
    const link = act === undefined ? entry?.(asked, id) : correctionLink(act, asked, id)
    if (link) go(link)
  }
  const entries = requirement.entries.map((one) => {
    const act = actOf(one.id)
    const mine = act === undefined ? entry !== null : mayCorrect(act, may)
    return { ...one, correctable: one.correctable && mine }
  })
  return (
    <>
      <RequirementCard requirement={requirement} />
      <EntriesCard requirement={{ ...requirement, entries }} onCorrect={correct} />
      <RulesCard policy={requirementRules(policy, rule)} />
    </>
  )
}
