import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { lettersOfBytes } from '#domain/checkin/code'
import type { OwnCodeReply } from '#contract/check-in'
import type { SignedIn } from '../../context'
import { noSession } from '../../problem'
import { requireAsker } from '../person'
import { ownKey } from './keys'

/** Eight letters of five bits: nobody meets another's by trying. */
const TAG_LETTERS = 8
/** A tag that is taken is drawn again; one in 10^8 is, with ten thousand people a day. */
const DRAWS = 5

/** The tag and key under which one shows a code of one's own today: made at the first asking, the same ones afterwards. */
export async function giveOwnCode(context: SignedIn): Promise<OwnCodeReply> {
  const { deps, district, session, today: day } = context
  for (let draw = 0; draw < DRAWS; draw++) {
    const tag = lettersOfBytes([...randomBytes(5)], TAG_LETTERS)
    await sql`
      insert into own_code (day, tag, person_id)
      select ${day}::date, ${tag}::text, person_id from person_account where account_id = ${session.account}::uuid
         for key share
          on conflict do nothing`.execute(district.db)
    const { person } = await requireAsker(context)
    const mine = await district.db
      .selectFrom('own_code')
      .select('tag')
      .where('person_id', '=', person)
      .where('day', '=', day)
      .executeTakeFirst()
    if (mine) return { tag: mine.tag, key: ownKey(deps, person, day, mine.tag), day }
  }
  throw noSession()
}
