import { grantedRoles, revokeRole } from '../server/services/roles'
import { runRoleCommand } from './lib/role-command'

/** `npm run revoke`: takes a role back, on every device at once. */
void runRoleCommand(
  'revoke',
  async ({ role, organisation, venue, place, account, district, person, dryRun, now }, say) => {
    const held = (await grantedRoles(district.db, person)).filter(
      // A host's by the venue alone: it may belong to another organisation by now.
      (one) => one.role === role && (venue === null ? one.organisation === organisation.code : one.venue === venue),
    )
    if (held.length === 0) {
      say(`${account} isn't ${role} of ${place}: nothing to do.`)
      return
    }
    for (const grant of held) {
      say(`${dryRun ? 'Would end' : 'Ending'} ${account} as ${role} of ${place} (until ${grant.until}), ${grant.id}.`)
      if (!dryRun) await revokeRole(district.db, grant.id, now)
    }
    if (!dryRun) say('Done; dead at the next request.')
  },
)
