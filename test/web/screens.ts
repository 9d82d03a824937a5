import type { Screen } from './screen'
import { branchLaterScreens, branchScreens } from './screens/branch'
import { committeeLaterScreens, committeeScreens } from './screens/committee'
import { openScreens } from './screens/open'
import { youthLaterScreens, youthScreens } from './screens/youth'

/**
 * Every screen in its states, in the order in which they are looked at: those first that leave the demo as it is told. The
 * pictures of `npm run pictures` are of these.
 */
export const SCREENS: readonly Screen[] = [
  ...openScreens,
  ...youthScreens,
  ...branchScreens,
  ...committeeScreens,
  ...branchLaterScreens,
  ...committeeLaterScreens,
  ...youthLaterScreens,
]
