import { grantedRoles, revokeRole } from '../server/services/roles'
import { organisationWords, runRoleCommand } from './lib/role-command'

/** `npm run revoke`: takes a role back, on every device at once. */
void runRoleCommand('revoke', async ({ role, organisation, account, district, person, dryRun, now }, say) => {
  const held = (await grantedRoles(district.db, person)).filter(
    (one) => one.role === role && one.organisation === organisation.code,
  )
  if (held.length === 0) {
    say(`${account} isn't ${role} of ${organisationWords(organisation)}: nothing to do.`)
    return
  }
  for (const grant of held) {
    say(
      `${dryRun ? 'Would end' : 'Ending'} ${account} as ${role} of ${organisationWords(organisation)} (until ${grant.until}), ${grant.id}.`,
    )
    if (!dryRun) await revokeRole(district.db, grant.id, now)
  }
  if (!dryRun) say('Done; dead at the next request.')
})
