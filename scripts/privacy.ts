import { readFileSync, writeFileSync } from 'node:fs'
import { appSources, GUIDE, guideTable, withTable } from './checks/privacyGuide'
import { privateUses } from './checks/privateApis'

/** `npm run privacy`: writes into docs/operate.md which of WeChat's private APIs the mini-program uses, for its privacy guide. */
async function main(): Promise<void> {
  const table = guideTable(privateUses(await appSources()))
  writeFileSync(GUIDE, withTable(readFileSync(GUIDE, 'utf8'), table))
}

void main()
