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
  /** Noon of the day, epoch milliseconds: nothing here depends on when the tests run. */
  readonly noon: number
  close(): Promise<void>
}

/** Starts everything; `demo` is what the database is stamped as. */
export async function startWorld(demo: boolean): Promise<World> {
  await ensureWeappBuild()
  const wechat = await startWechatStandin(APP)
  // A demo's story is told as of the day it was made. Noon at +08:00: the phones' own clocks differ from the server's by hours, and nothing crosses midnight.
  const noon = Math.floor((demo ? TEMPLATE_NOW : Date.now()) / DAY) * DAY + 4 * 3_600_000
  const database = await createTestDatabase({ demo })
  const api = await startApi({ database, now: noon, wechat: createWechat({ ...APP, baseUrl: wechat.url }) })
  if (demo) await seedDemo(api.deps, api.district())
  await api.app.listen({ host: '127.0.0.1', port: 0 })
  const { port } = api.app.server.address() as AddressInfo
  const phones: Phone[] = []
  return {
    api,
    wechat,
    noon,
    async open(person, options = {}) {
      const phone = await Phone.open({
        dist: WEAPP,
        api: `http://127.0.0.1:${port}`,
        name: person,
        codes: () => wechat.issueCode(person),
        ...options,
      })
      phones.push(phone)
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
      await Promise.all(phones.map((phone) => phone.close()))
      await api.close()
      await database.drop()
      await wechat.stop()
    },
  }
}

/** The day so many days from the server's, as its forms take it. */
export function day({ noon }: Pick<World, 'noon'>, days: number): string {
  return new Date(noon + days * DAY).toISOString().slice(0, 10)
}

/** The day of birth of somebody who had their birthday half a year ago. */
export function bornYearsAgo({ noon }: Pick<World, 'noon'>, years: number): string {
  const born = new Date(noon - 183 * DAY)
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

/** Types a profile on its page, the branch by search; doesn't save it. */
export async function fillProfile(
  phone: Phone,
  profile: { readonly name: string; readonly born: string; readonly branch: string },
): Promise<void> {
  await phone.waitFor('所在的团支部')
  await phone.fill('姓名', profile.name)
  await phone.pick('出生日期', profile.born)
  await phone.tap('选择团支部')
  await phone.fill('搜索团支部', profile.branch)
  await phone.tap(profile.branch)
}

/** From a branch's list to one of its people. */
export async function openPerson(phone: Phone, name: string): Promise<void> {
  await phone.tap(name)
  await phone.waitPath('packages/league/person/index')
  await phone.waitFor('和本人看到的一样')
}

/** The account code that 我的 shows to its owner. */
export async function accountCode(phone: Phone): Promise<string> {
  await phone.tap('我的', { exact: true })
  await phone.waitFor(/[0-9A-Z]{4}-[0-9A-Z]{4}/)
  const [code] = /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(phone.text()) ?? []
  if (code === undefined) throw new Error(`no account code in ${phone.text()}`)
  return code
}

/** What a phone says about the requirement: everything from its title to the rules, without what only an office may do. */
export function requirementWords(phone: Phone): readonly string[] {
  const lines = phone.text().split('\n')
  const from = lines.indexOf('团课学习')
  const to = lines.findIndex((line) => line.startsWith('规定版本'))
  if (from < 0 || to < from) throw new Error(`no requirement on this page:\n${phone.text()}`)
  return lines.slice(from, to + 1).filter((line) => line !== '更正这一条')
}
