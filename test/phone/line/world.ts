import { execFile } from 'node:child_process'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { ensureWeappBuild, WEAPP } from '../../../scripts/checks/weappBuild'
import { seedDemo } from '../../../server/demo/seed'
import { createWechat } from '../../../server/wechat/client'
import { startApi, type TestApi } from '../../server/support'
import { startWechatStandin, type WechatStandin } from '../../standins/wechat'
import { createTestDatabase, TEMPLATE_NOW } from '../../support/cluster'
import type { PhoneOptions } from '../options'
import { Phone } from '../phone'

const ROOT = join(__dirname, '..', '..', '..')
const APP = { appId: 'wx0123456789abcdef', secret: 'fedcba9876543210fedcba9876543210' }
const DAY = 86_400_000
const MINUTE = 60_000

/** Noon at +08:00 of a Tuesday in autumn: three months on it is still the same year. */
const REAL_NOON = Date.UTC(2026, 8, 1, 4)
/** A phone's own clock is never right to the minute. */
const AHEAD = 7 * MINUTE

/** What a test that may have to build the mini-program first waits at most. */
export const BUILD_MS = 180_000

/** The built mini-program, the API listening on this machine, and WeChat's stand-in behind it. */
export interface World {
  readonly api: TestApi
  readonly wechat: WechatStandin
  /** Opens a phone whose WeChat belongs to this person (an openid); closed with the world. */
  open(person: string, options?: Partial<PhoneOptions>): Promise<Phone>
  /** `npm run grant`, as the operator runs it beside the server. Answers what it printed. */
  grant(role: string, organisation: string, account: string): Promise<string>
  /** Lets days and minutes pass, at the server and on every phone's own clock. */
  pass(days: number, minutes?: number): void
  /** Sets a phone's own clock so many minutes later than it should be. */
  late(phone: Phone, minutes: number): void
  close(): Promise<void>
}

/**
 * Starts everything; `demo` is what the database is stamped as. It is noon, and the server's clock stands until `pass`:
 * nothing depends on when the tests run, and nothing crosses midnight.
 */
export async function startWorld(demo: boolean): Promise<World> {
  await ensureWeappBuild()
  const wechat = await startWechatStandin(APP)
  // A demo's story is told as of the day on which it was made.
  const noon = demo ? Math.floor(TEMPLATE_NOW / DAY) * DAY + 4 * 60 * MINUTE : REAL_NOON
  const database = await createTestDatabase({ demo })
  const api = await startApi({ database, now: noon, wechat: createWechat({ ...APP, baseUrl: wechat.url }) })
  if (demo) await seedDemo(api.deps, api.district())
  await api.app.listen({ host: '127.0.0.1', port: 0 })
  const { port } = api.app.server.address() as AddressInfo
  /** Each phone with how far its own clock is from this machine's. */
  const phones = new Map<Phone, number>()
  return {
    api,
    wechat,
    pass(days, minutes = 0) {
      const passed = days * DAY + minutes * MINUTE
      api.setNow(api.now() + passed)
      for (const [phone, offset] of phones) {
        phones.set(phone, offset + passed)
        phone.shiftClock(offset + passed)
      }
    },
    late(phone, minutes) {
      phone.shiftClock((phones.get(phone) ?? 0) + minutes * MINUTE)
    },
    async open(person, options = {}) {
      const clockOffset = api.now() - Date.now() + AHEAD
      const phone = await Phone.open({
        dist: WEAPP,
        api: `http://127.0.0.1:${port}`,
        name: person,
        codes: () => wechat.issueCode(person),
        clockOffset,
        ...options,
      })
      phones.set(phone, clockOffset)
      return phone
    },
    async grant(role, organisation, account) {
      const tsx = createRequire(__filename).resolve('tsx/cli')
      const words = [role, '--organisation', organisation, '--account', account, '--until', '2099-12-31']
      const { stdout } = await promisify(execFile)(process.execPath, [tsx, 'scripts/grant.ts', ...words], {
        cwd: ROOT,
        // The server's own settings: a database of real people is opened with nothing less.
        env: {
          ...process.env,
          DATABASE_URL: database.apiUrl,
          WECHAT_APPID: APP.appId,
          WECHAT_SECRET: APP.secret,
          PUBLIC_URL: 'https://aili.example',
        },
      })
      return stdout
    },
    async close() {
      await Promise.all([...phones.keys()].map((phone) => phone.close()))
      await api.close()
      await database.drop()
      await wechat.stop()
    },
  }
}

/** The day so many days from the server's today, as its forms take it. */
export function day({ api }: Pick<World, 'api'>, days: number): string {
  return new Date(api.now() + days * DAY).toISOString().slice(0, 10)
}

/** The same as a screen says it within the year: 9月1日. */
export function dayWords(of: string): string {
  return `${Number(of.slice(5, 7))}月${Number(of.slice(8, 10))}日`
}

/** The day of birth of somebody who had their birthday half a year ago. */
export function bornYearsAgo({ api }: Pick<World, 'api'>, years: number): string {
  const born = new Date(api.now() - 183 * DAY)
  born.setUTCFullYear(born.getUTCFullYear() - years)
  return born.toISOString().slice(0, 10)
}

/** `it` for a story told in steps: once one has failed, those after it fail at once instead of waiting for what can't come. */
export function tellStory(): (name: string, step: () => Promise<void>) => void {
  let broken: string | null = null
  return (name, step) => {
    it(name, async () => {
      if (broken !== null) throw new Error(`not reached: ${broken}`)
      broken = name
      await step()
      broken = null
    })
  }
}

/** Signs in with WeChat from the path page and agrees to the privacy text. */
export async function signIn(phone: Phone): Promise<void> {
  await phone.tap('登录，看看我的进度')
  await phone.waitFor('登录之前，先看这几句')
  await phone.tap('同意并登录')
  await phone.waitPath('pages/path/index')
  await phone.waitGone('登录，看看我的进度')
}

/** A phone signed in as a persona of the demo, on the path that has just come. */
export async function openPersona(world: World, persona: string, options: Partial<PhoneOptions> = {}): Promise<Phone> {
  const phone = await world.open(persona, options)
  await phone.tap('登录，看看我的进度')
  await phone.waitFor('登录之前，先看这几句')
  await phone.tap('同意并登录')
  await phone.tap(persona)
  await phone.waitPath('pages/path/index')
  await phone.waitFor('刚刚更新')
  return phone
}

/** Requests of a persona of the demo (by its id), past every screen: what somebody does at a desktop. */
export async function atDesktop({ api }: Pick<World, 'api'>, persona: string) {
  const ask = async (method: 'GET' | 'POST' | 'PUT', url: string, token?: string, payload?: object) => {
    const got = await api.app.inject({
      method,
      url,
      headers: { 'x-district': 'saihan', ...(token === undefined ? {} : { authorization: `Bearer ${token}` }) },
      ...(payload === undefined ? {} : { payload }),
    })
    if (got.statusCode >= 300) throw new Error(`${method} ${url}: ${got.statusCode} ${got.body}`)
    return got.json<Record<string, unknown>>()
  }
  const { token } = (await ask('POST', '/v1/sessions/demo', undefined, { persona })) as { token: string }
  return (method: 'GET' | 'POST' | 'PUT', url: string, payload?: object) => ask(method, url, token, payload)
}

/** Types a profile on its page, the branch by search; doesn't save it. */
export async function fillProfile(
  phone: Phone,
  profile: { readonly name: string; readonly born: string; readonly branch: string; readonly occupation?: string },
): Promise<void> {
  await phone.waitFor('所在的团支部')
  await phone.fill('姓名', profile.name)
  await phone.pick('出生日期', profile.born)
  await phone.tap('选择团支部')
  await phone.waitPath('packages/membership/branches/index')
  await phone.fill('搜索团支部', profile.branch)
  await phone.tap(profile.branch)
  await phone.waitPath('packages/membership/profile/index')
  if (profile.occupation !== undefined) await phone.tap(profile.occupation, { exact: true })
}

/** The account code that 我的 shows to its owner. */
export async function accountCode(phone: Phone): Promise<string> {
  await phone.tap('我的', { exact: true })
  await phone.waitFor(/[0-9A-Z]{4}-[0-9A-Z]{4}/)
  const [code] = /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(phone.text()) ?? []
  if (code === undefined) throw new Error(`no account code in ${phone.text()}`)
  return code
}

/** Signs in and gets a role from the operator, by the code that 我的 shows; ends on 我的. */
export async function takeOffice(
  world: World,
  phone: Phone,
  role: string,
  organisation: { readonly code: string },
): Promise<void> {
  await signIn(phone)
  const code = await accountCode(phone)
  const said = await world.grant(role, organisation.code, code)
  if (!said.includes(organisation.code)) throw new Error(`npm run grant says: ${said}`)
  await phone.pullDown()
  await phone.waitFor('我的工作')
}

/** A name as a list shows it above the branch. */
export function masked(name: string): string {
  return `${name.slice(0, 1)}**`
}

/** From a branch's list to one of its people; a minor's row opens with a reason, except to their own branch. */
export async function openPerson(phone: Phone, name: string, reason?: string): Promise<void> {
  // A line of the branch begins with the name; a task begins with what is to be done.
  await phone.tap(new RegExp(`^${name.replace(/\*/g, '\\*')}`))
  if (reason !== undefined) {
    await phone.waitFor('为什么打开')
    await phone.tap(reason)
  }
  await phone.waitPath('packages/league/person/index')
  await phone.waitFor('和本人看到的一样')
}
