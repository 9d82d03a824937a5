import type { OrganisationRef } from '#contract/organisation'
import { Card } from '../../../components/card/card'
import { Words } from '../../../components/words/words'
import { organisationName } from '../../../text/names'

/** Whom to tell when something here is wrong. */
export function ObjectCard({ branch }: { branch: OrganisationRef | undefined }) {
  if (!branch) return null
  return (
    <Card>
      <Words as="title">哪里不对？</Words>
      <Words as="body">
        {`告诉${organisationName(branch)}的团支书。写错的可以更正或作废，原来的那一条和原因都会留着，你看得到。`}
      </Words>
    </Card>
  )
}
