import { spawnSync } from 'node:child_process'
import path from 'node:path'
import type { MeReply } from '#contract/me'
import { asPersona, call, startApi, type TestApi } from './support'
import { seedDemo } from '../../server/demo/seed'

/** `npm run grant` and `npm run revoke` as an operator runs them: processes of their own beside a running API. */

const ROOT = path.resolve(__dirname, '../..')
const BRANCH = 'SH-X01-2'

let api: TestApi
beforeAll(async () => {
  api = await startApi({ now: Date.now() })
  await seedDemo(api.deps, api.district())
})
afterAll(() => api.close())

function run(command: 'grant' | 'revoke', ...words: string[]): { code: number | null; out: string; err: string } {
  const result = spawnSync(
    process.execPath,
    ['--require', 'tsx/cjs', path.join(ROOT, 'scripts', `${command}.ts`), ...words],
    {
      cwd: ROOT,
      encoding: 'utf8',
      env: { ...process.env, DATABASE_URL: api.database.apiUrl, NODE_OPTIONS: '' },
    },
  )
  return { code: result.status, out: result.stdout, err: result.stderr.trim() }
}

async function accountOf(persona: string): Promise<{ readonly token: string; readonly code: string }> {
  const who = await asPersona(api, persona)
  return { token: who.token, code: ((await who.call('GET', '/v1/me')).body as MeReply).account.code }
}

async function people(token: string): Promise<number> {
  return (await call(api, 'GET', `/v1/organisations/${BRANCH}/people`, { token })).status
}

describe('an operator gives and takes roles', () => {
  it('says it, does it, and it holds from the next request on; revoked, it is dead at the next one', async () => {
    const youth = await accountOf('applicant-b')
    expect(await people(youth.token)).toBe(404)
    const words = ['branch-secretary', '--organisation', BRANCH, '--account', youth.code]

    const dry = run('grant', ...words, '--until', '2099-12-31', '--dry-run')
    expect([dry.code, dry.err]).toEqual([0, ''])
    expect(dry.out).toContain(`Would make ${youth.code} branch-secretary`)
    expect(await people(youth.token)).toBe(404)

    const granted = run('grant', ...words, '--until', '2099-12-31')
    expect([granted.code, granted.err]).toEqual([0, ''])
    expect(granted.out).toMatch(/Making .* until 2099-12-31\.\nDone; .* Logged as [0-9a-f-]{36}\./)
    expect(await people(youth.token)).toBe(200)
    expect(run('grant', ...words, '--until', '2099-12-31').out).toContain('nothing to do')
    expect(
      await api.district().db.selectFrom('role_grant').select('id').where('until', '=', '2099-12-31').execute(),
    ).toHaveLength(1)

    const revoked = run('revoke', ...words)
    expect([revoked.code, revoked.err]).toEqual([0, ''])
    expect(await people(youth.token)).toBe(404)
    expect(run('revoke', ...words).out).toContain('nothing to do')
  })

  it('a host’s is of one venue: given, held beside another, and taken back alone', async () => {
    const youth = await accountOf('applicant-c')
    const venue = async (code: string) =>
      (await call(api, 'GET', `/v1/venues/${code}/events?from=2026-03-01&to=2026-03-31`, { token: youth.token })).status
    const both = async () => [await venue('V01'), await venue('V12')]
    const words = (code: string) => ['venue-host', '--venue', code, '--account', youth.code]
    const until = ['--until', '2099-12-31']

    const dry = run('grant', ...words('V01'), ...until, '--dry-run')
    expect([dry.code, dry.err]).toEqual([0, ''])
    expect(dry.out).toContain(`Would make ${youth.code} venue-host of 人民路街道青年爱里 (V01) until 2099-12-31.`)
    expect(await both()).toEqual([404, 404])

    expect(run('grant', ...words('V01'), ...until).err).toBe('')
    expect(await both()).toEqual([200, 404])
    // The other venue of the same organisation is another grant.
    const other = run('grant', ...words('V12'), ...until)
    expect([other.code, other.out]).toEqual([0, expect.stringContaining('人民路街道青年爱里(二)（示例） (V12)')])
    expect(await both()).toEqual([200, 200])
    expect(run('grant', ...words('V12'), ...until).out).toContain('nothing to do')
    const { roles } = (await call(api, 'GET', '/v1/me', { token: youth.token })).body as MeReply
    expect(roles.map((one) => [one.role, one.organisation.code, one.venue?.code])).toEqual([
      ['venue-host', 'SH-RML', 'V01'],
      ['venue-host', 'SH-RML', 'V12'],
    ])

    expect(run('revoke', ...words('V12')).err).toBe('')
    expect(await both()).toEqual([200, 404])
    expect(run('revoke', ...words('V12')).out).toContain('nothing to do')
    expect(run('revoke', ...words('V01')).err).toBe('')
    expect(await both()).toEqual([404, 404])
  })

  it.each([
    ['no words', [], /^usage: /],
    [
      'an unknown role',
      ['king', '--organisation', BRANCH, '--account', 'AAAA-AAAA', '--until', '2099-01-01'],
      /^usage: /,
    ],
    ['no end', ['branch-secretary', '--organisation', BRANCH, '--account', 'AAAA-AAAA'], /^usage: /],
    [
      'a host of an organisation',
      ['venue-host', '--organisation', 'SH-RML', '--account', 'AAAA-AAAA', '--until', '2099-01-01'],
      /^usage: .*venue-host has --venue CODE/,
    ],
    [
      'a host of a venue and an organisation',
      [
        ...['venue-host', '--organisation', 'SH-RML', '--venue', 'V01'],
        ...['--account', 'AAAA-AAAA', '--until', '2099-01-01'],
      ],
      /^usage: /,
    ],
    [
      'a secretary of a venue',
      ['branch-secretary', '--venue', 'V01', '--account', 'AAAA-AAAA', '--until', '2099-01-01'],
      /^usage: /,
    ],
    ['a host without an end', ['venue-host', '--venue', 'V01', '--account', 'AAAA-AAAA'], /^usage: /],
    [
      'an unknown venue',
      ['venue-host', '--venue', 'V99', '--account', 'AAAA-AAAA', '--until', '2099-01-01'],
      /V99 is no venue of saihan/,
    ],
    [
      'an unknown organisation',
      ['branch-secretary', '--organisation', 'SH-NO', '--account', 'AAAA-AAAA', '--until', '2099-01-01'],
      /SH-NO is no organisation/,
    ],
    [
      'an organisation without that office',
      ['branch-secretary', '--organisation', 'SH', '--account', 'AAAA-AAAA', '--until', '2099-01-01'],
      /has no branch-secretary/,
    ],
    [
      'an end that has passed',
      ['branch-secretary', '--organisation', BRANCH, '--account', 'AAAA-AAAA', '--until', '2020-01-01'],
      /no day from today/,
    ],
    [
      'an account that never signed in',
      ['branch-secretary', '--organisation', BRANCH, '--account', 'AAAA-AAAA', '--until', '2099-01-01'],
      /No account AAAA-AAAA/,
    ],
  ])('refuses %s with one sentence', (_what, words, sentence) => {
    const { code, out, err } = run('grant', ...words)
    expect([code, out]).toEqual([1, ''])
    expect(err).toMatch(sentence)
    expect(err.split('\n')).toHaveLength(1)
  })
})
