import pg from 'pg'
import { valueOf } from '#domain/policy/policy'
import { localDateAt, type Instant } from '#domain/time'
import type { DistrictPack } from '../../server/districts'
import { APP_ID, BRANCH_SIZE, ENTRIES, placesOf } from './people'

export interface Filling {
  readonly pack: DistrictPack
  /** Everybody of the district. */
  readonly people: number
  /** Those of them who are 入团积极分子 or in training, with acts, grades and a ledger: the first ones. */
  readonly withLedger: number
  readonly now: Instant
}

/**
 * Fills a migrated, empty district with people who are signed in. The first have the six acts of the steps 0 to 4 (a quarter
 * five of them), {@link ENTRIES} and two grades each, all with their words; the others stand anywhere from "not confirmed
 * yet" to 入团积极分子, some of them overdue. Facts lie as time lays them down: everybody's first, then everybody's second, so
 * that one person's are spread over the whole table.
 *
 * @param url a superuser's: foreign keys aren't checked row by row, because these rows are right by construction
 */
export async function fill(url: string, filling: Filling): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(`set session_replication_role = replica`)
    await client.query(`set search_path = ${pg.escapeIdentifier(filling.pack.slug)}`)
    // A million rows are sorted in memory.
    await client.query(`set work_mem = '256MB'`)
    for (const statement of [...peopleOf(filling), ...factsOf(filling), ...accountsOf(filling)]) {
      await client.query(statement)
    }
    // As a database that has been used for a while: counted, and without first-read work left over from loading.
    await client.query('vacuum (analyze)')
    await client.query('checkpoint')
  } finally {
    await client.end()
  }
}

const SECRETARY = `md5('person secretary')::uuid`
const OFFICER = `md5('person officer')::uuid`

/** Who there is, what they are called, where they stand. The temporary table `someone` says for everybody what is made of them. */
function peopleOf({ pack, people, withLedger, now }: Filling): readonly string[] {
  const { district, listed, others } = placesOf(pack)
  const at = instant(now)
  const today = `date '${localDateAt(now)}'`
  const codes = `array[${others.map((code) => pg.escapeLiteral(code)).join(', ')}]`
  return [
    // `dice`: any number, always the same for the same person, so that branch and state don't go together.
    `create temp table someone as
     select i, md5('person ' || i)::uuid as person, i < ${withLedger} as with_ledger, claimed, acts,
            case when i < ${BRANCH_SIZE} then ${pg.escapeLiteral(listed)} else (${codes})[1 + i % ${others.length}] end as branch,
            begun, case when claimed then ${today} - dice % 20 else begun - 10 end as joined
       from (select i, dice, i >= ${withLedger} and dice % 8 = 0 as claimed,
                    case when i < ${withLedger} then case dice % 4 when 0 then 5 else 6 end
                         else greatest(0, dice % 8 - 2) end as acts,
                    ${today} - case when i < ${withLedger} then 300 else 20 + dice / 8 % 60 end as begun
               from (select i, ('x' || left(md5('dice ' || i), 7))::bit(28)::int as dice
                       from generate_series(0, ${people - 1}) i) d) s`,
    `create temp table staff as
     select who, ${people} + row_number() over () as i, md5('person ' || who)::uuid as person, role, organisation
       from (values ('secretary', 'branch-secretary', ${pg.escapeLiteral(listed)}),
                    ('officer', 'district-officer', ${pg.escapeLiteral(district)})) s (who, role, organisation)`,
    `insert into person (id, created_at)
     select person, ${at} - interval '1 year' from (select i, person from staff union all select i, person from someone) p
      order by i`,
    `insert into role_grant (id, person_id, role, organisation, until, granted_by, at)
     select uuidv7(), person, role, organisation, ${today} + 365, 'operator', ${at} from staff`,
    `insert into profile (person_id, name, birth_date, occupation, updated_at)
     select person, '申请人·' || i, ${today} - 6000 - i % 2500,
            (case when with_ledger then array['pupil', 'student'] else array['pupil', 'student', 'employed', 'other'] end)
              [1 + i % case when with_ledger then 2 else 4 end], ${at}
       from someone order by i`,
    `insert into standing (person_id, organisation, affiliation, affiliation_on, application, application_since, applied_on, activist_on)
     select person, branch, case when claimed then 'claimed' else 'confirmed' end, joined,
            coalesce((array['submitted', 'applied', 'talked', 'nominated', 'activist', 'training'])[acts], 'none'),
            case when acts > 0 then begun + acts * 4 end,
            case when acts >= 2 then begun + 8 end, case when acts >= 5 then begun + 20 end
       from someone order by i`,
    `insert into standing (person_id, affiliation) select person, 'none' from staff`,
  ]
}

/** What happened, with the words beside it. */
function factsOf({ pack }: Filling): readonly string[] {
  const policy = pg.escapeLiteral(pack.policy.version)
  const [grade] = valueOf(pack.policy, 'civics').good
  if (grade === undefined) throw new Error(`${pack.slug} has no grade that is good.`)
  const every = Math.floor(240 / (ENTRIES.classes + ENTRIES.services))
  return [
    `insert into affiliation (id, person_id, no, act, organisation, by_person, at, on_day, policy)
     select uuidv7(), person, no, case no when 1 then 'claimed' else 'confirmed' end, branch,
            case no when 1 then person else ${SECRETARY} end, ${noon('joined')}, joined, ${policy}
       from someone, generate_series(1, 2) no where no = 1 or not claimed order by no, i`,
    `insert into step (id, person_id, no, step, on_day, way, paper_seen, text_hash, by_person, at, policy, people, organisation)
     select uuidv7(), person, no, (array['submitted', 'applied', 'talked', 'nominated', 'activist', 'mentored'])[no],
            begun + no * 4, case when no in (4, 5) then 'nomination' end, false, sha256(uuid_send(person)),
            case no when 1 then person when 5 then ${OFFICER} else ${SECRETARY} end, ${noon('begun + no * 4')}, ${policy},
            case no when 4 then 9 when 6 then 2 end, branch
       from someone, generate_series(1, 6) no where no <= acts order by no, i`,
    `insert into ledger (id, person_id, no, requirement, amount, on_day, origin, mode, since, accepted_on, text_hash, by_person, at, policy)
     select uuidv7(), person, no, case when is_class then 'class-hours' else 'volunteer-hours' end,
            case when is_class then 10 else 120 end, day, 'recorded', 'in-person', day + 1, day + 1,
            sha256(uuid_send(person)), ${SECRETARY}, ${noon('day + 1')}, ${policy}
       from (select i, person, no, no <= ${ENTRIES.classes} as is_class, begun + 30 + no * ${every} as day
               from generate_series(1, ${ENTRIES.classes + ENTRIES.services}) no, someone where with_ledger) e
      order by no, i`,
    `insert into grade (id, person_id, no, grade, on_day, since, text_hash, by_person, at, policy)
     select uuidv7(), person, no, ${pg.escapeLiteral(grade)}, begun + no * 120, begun + no * 120, sha256(uuid_send(person)),
            ${SECRETARY}, ${noon('begun + no * 120')}, ${policy}
       from someone, generate_series(1, 2) no where with_ledger order by no, i`,
    ...Object.entries({
      ledger: `jsonb_build_object('content', '第' || no || '次：团的历史与章程', 'witness', '团支书·丙')`,
      step: `case step
        when 'submitted' then jsonb_build_object('words', '我想加入共青团，愿意参加支部的学习和服务。')
        when 'applied' then jsonb_build_object('receivedBy', '团支书·丙')
        when 'talked' then jsonb_build_object('by', '团支书·丙', 'content', '谈了入团动机和平时的表现。')
        when 'nominated' then jsonb_build_object('minutes', '支部委员会讨论，同意推荐。')
        when 'activist' then jsonb_build_object('approvedBy', '团委干部·丁')
        else jsonb_build_object('mentor1', '联系人·戊', 'membership1', 'league', 'mentor2', '联系人·己', 'membership2', 'party')
      end`,
      grade: `jsonb_build_object('term', '第' || no || '学期')`,
    }).map(
      ([table, words]) =>
        `insert into fact_text (fact_id, person_id, body, salt)
         select id, person_id, ${words}, uuid_send(person_id) from ${table} order by id`,
    ),
  ]

  /** Noon of a day at +08:00. */
  function noon(day: string): string {
    return `((${day}) + time '04:00') at time zone 'UTC'`
  }
}

/** Everybody's account, and one session each. */
function accountsOf({ pack, now }: Filling): readonly string[] {
  const at = instant(now)
  return [
    `create temp table holder as
     select i, person, i::text as who, md5('account ' || i)::uuid as account from someone union all
     select i, person, who, md5('account ' || who)::uuid from staff`,
    `insert into person_account (account_id, person_id, last_sign_in_at) select account, person, ${at} from holder order by i`,
    `insert into platform.account (id, code, appid, openid, created_at, last_sign_in_at)
     select account, translate(overlay(lpad(i::text, 8, '0') placing '-' from 5 for 0), '01', 'YZ'), '${APP_ID}', 'bench-' || who, ${at}, ${at}
       from holder order by i`,
    // A token as the API makes them: 32 bytes in base64url; what is kept is its hash.
    `insert into platform.session (token_hash, account_id, district, created_at, expires_at)
     select sha256(convert_to(rtrim(translate(encode(sha256(convert_to('token ' || who, 'UTF8')), 'base64'), '+/', '-_'), '='), 'UTF8')),
            account, ${pg.escapeLiteral(pack.slug)}, ${at}, ${at} + interval '30 days'
       from holder order by i`,
  ]
}

function instant(now: Instant): string {
  return `timestamptz '${new Date(now).toISOString()}'`
}
