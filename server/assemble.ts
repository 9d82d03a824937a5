import { derivedKey, districtLogin } from './database/district-login'
import { kyselyFor, makePool } from './database/connect'
import type { DistrictTables, PlatformTables } from './database/tables'
import { makeDistrict, type Deps } from './deps'
import type { DistrictPack } from './districts'
import { whatIsMissing } from './migrations/current'
import { SettingsError, type WechatSettings } from './settings'
import { createWechat } from './wechat/client'

export interface AssembleOptions {
  /** The API's login. The districts' logins and the key of remembered requests are derived from it. */
  readonly apiUrl: string
  readonly packs: readonly DistrictPack[]
  readonly wechat: WechatSettings | undefined
  readonly webRoot: string | undefined
  readonly log: Deps['log']
  /** Epoch milliseconds; real time unless a test says otherwise. */
  readonly realNow?: () => number
  /** Connections at most, for each of platform and districts. */
  readonly poolSize?: number
}

/** The API's parts on a database, and how to let go of them. */
export interface Assembled {
  readonly deps: Deps
  readonly close: () => Promise<void>
}

/**
 * Connects to a migrated database: a small pool for `platform` and one for each district, under logins of their own.
 * @throws SettingsError when the database isn't as this code and these packs need it
 */
export async function assemble(options: AssembleOptions): Promise<Assembled> {
  const max = options.poolSize ?? 5
  const onIdleError = (error: Error) => {
    options.log({ level: 'warn', error: error.name, code: (error as { code?: string }).code, at: 'idle connection' })
  }
  const platform = kyselyFor<PlatformTables>(makePool({ url: options.apiUrl, schema: 'platform', max, onIdleError }))
  const districts = options.packs.map((pack) => {
    const { url } = districtLogin(options.apiUrl, pack.slug)
    return makeDistrict(pack, kyselyFor<DistrictTables>(makePool({ url, schema: pack.slug, max, onIdleError })))
  })
  const close = async () => {
    await Promise.all([platform.destroy(), ...districts.map((district) => district.db.destroy())])
  }
  try {
    const missing = await whatIsMissing(platform, districts)
    if (missing !== null) throw new SettingsError(missing)
    const { demo } = await platform.selectFrom('installation').select('demo').executeTakeFirstOrThrow()
    const deps: Deps = {
      realNow: options.realNow ?? Date.now,
      platform,
      districts: new Map(districts.map((district) => [district.slug, district])),
      demo,
      wechat: options.wechat
        ? createWechat({ appId: options.wechat.appId, secret: options.wechat.secret, baseUrl: options.wechat.apiUrl })
        : undefined,
      requestKey: derivedKey(options.apiUrl, 'request'),
      webRoot: options.webRoot,
      log: options.log,
    }
    return { deps, close }
  } catch (error) {
    await close()
    throw error
  }
}
