import { grantedRoles, grantRole } from '../server/services/roles'
import { runRoleCommand } from './lib/role-command'

/** `npm run grant`: gives a role to the account whose code its owner reads from 我的. */
void runRoleCommand('grant', async (command, say) => {
  const { role, organisation, venue, place, account, district, person, until, now, today } = command
  if (until === null) return
  const held = (await grantedRoles(district.db, person)).find(
    (one) =>
      one.role === role &&
      one.organisation === organisation.code &&
      one.venue === venue &&
      one.until === until &&
      until >= today,
  )
  if (held) {
    say(`${account} is ${role} of ${place} until ${until} already: nothing to do.`)
    return
  }
  say(`${command.dryRun ? 'Would make' : 'Making'} ${account} ${role} of ${place} until ${until}.`)
  if (command.dryRun) return
  const id = await grantRole(
    district.db,
    { person, role, organisation: organisation.code, venue, until },
    'operator',
    now,
  )
  say(`Done; it holds from the next request on. Logged as ${id}.`)
})
