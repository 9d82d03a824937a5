import { grantedRoles, grantRole } from '../server/services/roles'
import { organisationWords, runRoleCommand } from './lib/role-command'

/** `npm run grant`: gives a role to the account whose code its owner reads from 我的. */
void runRoleCommand('grant', async (command, say) => {
  const { role, organisation, account, district, person, until, now, today } = command
  if (until === null) return
  const held = (await grantedRoles(district.db, person)).find(
    (one) => one.role === role && one.organisation === organisation.code && one.until === until && until >= today,
  )
  if (held) {
    say(`${account} is ${role} of ${organisationWords(organisation)} until ${until} already: nothing to do.`)
    return
  }
  say(
    `${command.dryRun ? 'Would make' : 'Making'} ${account} ${role} of ${organisationWords(organisation)} until ${until}.`,
  )
  if (command.dryRun) return
  const id = await grantRole(district.db, { person, role, organisation: organisation.code, until }, 'operator', now)
  say(`Done; it holds from the next request on. Logged as ${id}.`)
})
