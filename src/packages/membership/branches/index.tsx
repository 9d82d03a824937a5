import { useRouter } from '@tarojs/taro'
import { keptProfile } from '../../../features/me/kept-profile'
import type { Choice } from '../../../features/organisations/tree'
import { useOrganisations } from '../../../features/organisations/use-organisations'
import { needSession } from '../../../features/reading/need-session'
import { readOf, withoutNote } from '../../../features/reading/read-of'
import { AppScreen } from '../../../features/shell/app-screen'
import { backTo } from '../../../platform/back-to'
import { go } from '../../../platform/navigation'
import { useNow } from '../../../platform/use-now'
import { useSession } from '../../../platform/use-session'
import { links } from '../../../routes'
import { Branches } from './branches'

/** The district's branches to choose from, for the profile: a level of the tree is a screen, and a branch leads back to the form. */
export default function BranchesPage() {
  const { parent } = useRouter().params
  const organisations = useOrganisations()
  const now = useNow()
  const choose = ({ code, joinable }: Choice) => {
    if (!joinable) {
      go(links.branches(code))
      return
    }
    keptProfile.chooseBranch(code)
    backTo(links.profile())
  }
  return (
    <AppScreen
      title="选择团支部"
      under={links.profile()}
      read={needSession(useSession(), withoutNote(readOf(organisations, now)))}
    >
      {(tree) => <Branches rows={tree.organisations} parent={parent ?? null} onChoose={choose} />}
    </AppScreen>
  )
}
