import type { Screen } from './screen'
import { branchLaterScreens, branchScreens } from './screens/branch'
import { checkInLaterScreens, checkInScreens } from './screens/check-in'
import { committeeLaterScreens, committeeScreens } from './screens/committee'
import { deskScreens } from './screens/desk'
import { laterEventScreens, openEventScreens, youthEventScreens } from './screens/events'
import { hostLaterScreens, hostScreens } from './screens/host'
import { openScreens } from './screens/open'
import { youthLaterScreens, youthScreens } from './screens/youth'

/**
 * Every screen in its states, in the order in which they are looked at: those first that leave the demo as it is told. The
 * pictures of `npm run pictures` are of these.
 */
export const SCREENS: readonly Screen[] = [
  ...openScreens,
  ...openEventScreens,
  ...youthScreens,
  ...youthEventScreens,
  ...branchScreens,
  ...committeeScreens,
  ...hostScreens,
  ...branchLaterScreens,
  ...committeeLaterScreens,
  ...youthLaterScreens,
  ...laterEventScreens,
  ...hostLaterScreens,
  ...checkInScreens,
  ...deskScreens,
  ...checkInLaterScreens,
]
