import { createHash } from 'node:crypto'
import pg from 'pg'

/** Entries in everybody's ledger. */
export const ENTRIES = 30
/** The app whose openids these are. */
export const APP_ID = 'wx0000000000000bec'

/** Person number `i` from 0, as the rows of `fill` have them. */
export interface BenchPerson {
  readonly account: string
  readonly openid: string
  /** A session's token. */
  readonly token: string
}

/** What SQL below computes, computed again: nothing has to be read back. */
export function benchPerson(i: number): BenchPerson {
  return {
    account: asUuid(createHash('md5').update(`account ${i}`).digest('hex')),
    openid: `bench-${i}`,
    token: createHash('sha256').update(`token ${i}`).digest('base64url'),
  }
}

/**
 * Fills a migrated, empty district with people who are confirmed in a branch, are activists, are signed in, and have
 * {@link ENTRIES} entries with their words each. Entries lie as time lays them down: everybody's first, then everybody's
 * second, so that one person's are spread over the whole table.
 *
 * @param url a superuser's: foreign keys aren't checked row by row, because these rows are right by construction
 */
export async function fill(
  url: string,
  options: { readonly district: string; readonly people: number; readonly policy: string; readonly now: number },
): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const at = `timestamptz '${new Date(options.now).toISOString()}'`
    await client.query(`set session_replication_role = replica`)
    await client.query(`set search_path = ${pg.escapeIdentifier(options.district)}`)
    await client.query(
      `create temp table someone as
       select i, md5('person ' || i)::uuid as person, md5('account ' || i)::uuid as account,
              branches[1 + i % cardinality(branches)] as branch
         from generate_series(0, ${options.people - 1}) i,
              (select array_agg(code order by code) as branches from organisation where kind = 'branch') b`,
    )
    const policy = pg.escapeLiteral(options.policy)
    const clerk = `md5('clerk')::uuid`
    for (const statement of [
      `insert into person select ${clerk}, ${at} - interval '1 year' union all
       select person, ${at} - interval '1 year' from someone`,
      `insert into affiliation
       select uuidv7(), person, no, case no when 1 then 'claimed' else 'confirmed' end, branch,
              case no when 1 then person else ${clerk} end, ${at} - interval '9 months', '2025-06-01', ${policy}
         from someone, generate_series(1, 2) no order by no, i`,
      `insert into step
       select uuidv7(), person, 1, 'activist', '2025-07-01', 'nomination', true, null, ${clerk}, ${at} - interval '8 months', ${policy}
         from someone order by i`,
      `insert into standing select person, branch, 'confirmed', '2025-06-01', '2025-07-01' from someone`,
      `insert into profile select person, '申请人·' || i, date '2005-01-01' + i % 3000, null, ${at} from someone`,
      `insert into person_account select account, person, ${at} from someone`,
      `insert into ledger
       select uuidv7(), person, no, 'class-hours', 10, date '2025-07-01' + no * 5, 'recorded', 'in-person',
              date '2025-07-02' + no * 5, date '2025-07-02' + no * 5, null, sha256(uuid_send(person)), ${clerk},
              ${at} - interval '8 months' + no * interval '5 days', ${policy}
         from generate_series(1, ${ENTRIES}) no, someone order by no, i`,
      `insert into fact_text
       select id, person_id, jsonb_build_object('content', '团课第' || no || '课：团的历史与章程', 'witness', '团支书·丙'), uuid_send(person_id)
         from ledger order by id`,
      `insert into platform.account
       select account, translate(overlay(lpad(i::text, 8, '0') placing '-' from 5 for 0), '01', 'YZ'), '${APP_ID}', 'bench-' || i, ${at}, ${at} from someone`,
      // A token as the API makes them: 32 bytes in base64url; what is kept is its hash.
      `insert into platform.session
       select sha256(convert_to(rtrim(translate(encode(sha256(convert_to('token ' || i, 'UTF8')), 'base64'), '+/', '-_'), '='), 'UTF8')),
              account, '${options.district}', ${at}, ${at} + interval '30 days' from someone`,
    ]) {
      await client.query(statement)
    }
    // As a database that has been used for a while: counted, and without first-read work left over from loading.
    await client.query('vacuum (analyze)')
    await client.query('checkpoint')
  } finally {
    await client.end()
  }
}

function asUuid(hex: string): string {
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
