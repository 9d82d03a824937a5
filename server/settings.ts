import { isIP } from 'node:net'
import path from 'node:path'

/**
 * A setting is missing, invalid or contradicts another one. The message is one sentence for the operator that names
 * the setting; whoever starts the process prints it and exits with a code other than 0.
 */
export class SettingsError extends Error {
  override name = 'SettingsError'
}

/** WeChat's own server. A database that isn't a demo one talks to no other. */
export const WECHAT_API_URL = 'https://api.weixin.qq.com'

/** How to log in to a PostgreSQL that somebody else runs. */
export interface ExternalDatabase {
  /** The API's login: may use what the migrations grant it, owns nothing. */
  readonly url: string
  /** The login that owns the schemas. Without it nothing is migrated: the start only checks that the schema is current. */
  readonly migrationUrl: string | undefined
}

export interface WechatSettings {
  readonly appId: string
  readonly secret: string
  /** Origin of WeChat's server API; something else than WeChat's own only with a demo database (stand-ins). */
  readonly apiUrl: string
}

export interface Settings {
  readonly host: string
  /** TCP port; 0 takes any free one. */
  readonly port: number
  /** Absolute. The embedded PostgreSQL, its secrets and, unless FILES_DIR says otherwise, the files. */
  readonly dataDir: string
  /** Absolute, never under a served folder. */
  readonly filesDir: string
  /** Undefined: our own PostgreSQL in `dataDir`. */
  readonly database: ExternalDatabase | undefined
  /** Origin under which people reach this server, without a trailing slash. */
  readonly publicUrl: string | undefined
  /** What a database gets stamped when this start creates it. What an existing one is, its stamp says. */
  readonly demo: boolean
  /** DEMO as the operator wrote it; undefined when it was left out. A stamp may contradict only this. */
  readonly demoAsked: boolean | undefined
  readonly wechat: WechatSettings | undefined
  /** WECHAT_API_URL, also when there are no keys yet. */
  readonly wechatApiUrl: string
}

/** What was stamped into the database when it was created. Never changed afterwards. */
export interface Stamp {
  readonly demo: boolean
}

type Env = Readonly<Record<string, string | undefined>>

type Name =
  | 'PORT'
  | 'HOST'
  | 'DATA_DIR'
  | 'DATABASE_URL'
  | 'MIGRATION_DATABASE_URL'
  | 'FILES_DIR'
  | 'PUBLIC_URL'
  | 'DEMO'
  | 'WECHAT_APPID'
  | 'WECHAT_SECRET'
  | 'WECHAT_API_URL'

/** Folders (under the working directory) whose content is served to everybody or shipped to phones. */
const SERVED = ['dist', 'src', 'node_modules']

/**
 * The settings of one start, read from the environment and nothing else (no file, no clock, no network).
 *
 * @param env the environment, usually `process.env`
 * @param at.cwd absolute folder that relative paths count from: the repository's root
 * @throws SettingsError with one sentence about the first setting that is missing, invalid or contradictory
 */
export function readSettings(env: Env, at: { readonly cwd: string }): Settings {
  const given = (name: Name): string | undefined => {
    const value = env[name]
    if (value === undefined) return undefined
    if (value.trim() === '') throw new SettingsError(`${name} is set but empty: give it a value or leave it out.`)
    if (value !== value.trim()) throw new SettingsError(`${name} begins or ends with a space.`)
    return value
  }

  const database = readDatabase(given('DATABASE_URL'), given('MIGRATION_DATABASE_URL'))
  const demoAsked = readDemo(given('DEMO'))
  const dataDir = readFolder('DATA_DIR', given('DATA_DIR') ?? '.data', at.cwd)
  const filesDir = readFolder('FILES_DIR', given('FILES_DIR') ?? path.join(dataDir, 'files'), at.cwd)
  if (isInside(filesDir, path.join(dataDir, 'postgres'))) {
    throw new SettingsError('FILES_DIR lies inside the database in DATA_DIR/postgres: choose another folder.')
  }
  const wechatApiUrl = readOrigin('WECHAT_API_URL', given('WECHAT_API_URL') ?? WECHAT_API_URL)
  const publicUrl = given('PUBLIC_URL')

  const settings: Settings = {
    host: readHost(given('HOST') ?? '127.0.0.1'),
    port: readPort(given('PORT') ?? '3000'),
    dataDir,
    filesDir,
    database,
    publicUrl: publicUrl === undefined ? undefined : readPublicUrl(publicUrl),
    demo: demoAsked ?? database === undefined,
    demoAsked,
    wechat: readWechat(given('WECHAT_APPID'), given('WECHAT_SECRET'), wechatApiUrl),
    wechatApiUrl,
  }
  // Said before anything is started when the operator asked for it; otherwise the stamp decides (assertStamp).
  if (demoAsked === false) requireReal(settings)
  return settings
}

/**
 * Whether this start may serve a database with this stamp: what an existing database is, or what `settings.demo` is
 * about to make a new one.
 *
 * @throws SettingsError when DEMO says otherwise than the stamp, or when the database isn't a demo one and the settings
 *   lack what real people need (WeChat's keys, WeChat's own address, a public address with https)
 */
export function assertStamp(settings: Settings, stamp: Stamp): void {
  if (settings.demoAsked !== undefined && settings.demoAsked !== stamp.demo) {
    throw new SettingsError(
      stamp.demo
        ? 'DEMO=0, but this database was created as a demo and stays one: use another DATA_DIR or DATABASE_URL.'
        : 'DEMO=1, but this database was created for real people and never becomes a demo: use another DATA_DIR or DATABASE_URL.',
    )
  }
  if (!stamp.demo) requireReal(settings)
}

/**
 * What must be said aloud at a start although nothing is wrong.
 *
 * @returns sentences, often none
 */
export function warnings(settings: Settings, stamp: Stamp): string[] {
  if (stamp.demo && !isLoopback(settings.host)) {
    return [
      `HOST=${settings.host}: everybody who reaches this address may be anyone, with every right, because this database is a demo.`,
    ]
  }
  return []
}

/** The address that the links in codes begin with: the public one; in a demo without one, this machine's. */
export function codeOrigin({ publicUrl, port }: Pick<Settings, 'publicUrl' | 'port'>): string {
  return publicUrl ?? `http://127.0.0.1:${port}`
}

/** Whether only this machine can reach a server that listens on `host`. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'))
}

function requireReal(settings: Settings): void {
  const why = settings.demoAsked === false ? 'DEMO=0' : 'A database that is not a demo'
  if (settings.wechat === undefined) {
    throw new SettingsError(`${why} needs WECHAT_APPID and WECHAT_SECRET: without them nobody can sign in.`)
  }
  if (settings.wechatApiUrl !== WECHAT_API_URL) {
    throw new SettingsError(`${why} talks to WeChat's own server only: leave WECHAT_API_URL out.`)
  }
  if (settings.publicUrl === undefined) {
    throw new SettingsError(`${why} needs PUBLIC_URL, the https address under which people reach this server.`)
  }
  if (!settings.publicUrl.startsWith('https://')) {
    throw new SettingsError(`${why} needs a PUBLIC_URL that begins with https://.`)
  }
}

function readPort(text: string): number {
  const port = Number(text)
  if (!/^\d{1,5}$/.test(text) || port > 65535) {
    throw new SettingsError('PORT is not a whole number from 0 to 65535 (0 takes any free port).')
  }
  return port
}

function readHost(text: string): string {
  const isName = /^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/i.test(text)
  // All digits and dots but no address is a mistyped address, not a name.
  if (isIP(text) === 0 && (!isName || /^[\d.]+$/.test(text))) {
    throw new SettingsError('HOST is neither an IP address nor a host name (no scheme, no port).')
  }
  return text
}

function readDemo(text: string | undefined): boolean | undefined {
  if (text === undefined) return undefined
  if (text !== '0' && text !== '1') throw new SettingsError('DEMO is neither 0 nor 1.')
  return text === '1'
}

function readFolder(name: Name, text: string, cwd: string): string {
  if (text.includes('\0')) throw new SettingsError(`${name} holds a NUL character.`)
  const folder = path.resolve(cwd, text)
  if (isInside(cwd, folder)) {
    throw new SettingsError(`${name} must be a folder of its own, not ${folder}, which holds this program.`)
  }
  for (const served of SERVED) {
    if (isInside(folder, path.join(cwd, served))) {
      throw new SettingsError(
        `${name} lies inside ${served}/, from where its content could reach others: choose another folder.`,
      )
    }
  }
  return folder
}

function readOrigin(name: Name, text: string): string {
  const url = parseUrl(text)
  if (url === undefined || (url.protocol !== 'http:' && url.protocol !== 'https:')) {
    throw new SettingsError(`${name} is not an address that begins with https:// or http://.`)
  }
  if (url.username !== '' || url.password !== '' || url.pathname !== '/' || url.search !== '' || url.hash !== '') {
    throw new SettingsError(`${name} must be scheme, host and port only, like https://aili.example.`)
  }
  return url.origin
}

/** A code's link has `/q/` and 28 letters after the address, and 64 characters at most: a QR that a phone reads across a room. */
const ORIGIN_MAX = 33

function readPublicUrl(text: string): string {
  const origin = readOrigin('PUBLIC_URL', text)
  if (origin.length > ORIGIN_MAX) {
    throw new SettingsError(
      `PUBLIC_URL is longer than ${ORIGIN_MAX} characters, too long for the codes that people scan: choose a shorter address.`,
    )
  }
  return origin
}

function readWechat(appId: string | undefined, secret: string | undefined, apiUrl: string): WechatSettings | undefined {
  if (appId === undefined && secret === undefined) return undefined
  if (appId === undefined) throw new SettingsError('WECHAT_SECRET is set without WECHAT_APPID.')
  if (secret === undefined) throw new SettingsError('WECHAT_APPID is set without WECHAT_SECRET.')
  // touristappid and other placeholders of the developer tools can't sign anybody in.
  if (!/^wx[0-9a-f]{16}$/.test(appId)) {
    throw new SettingsError('WECHAT_APPID is not an app id of WeChat (wx and 16 hexadecimal digits).')
  }
  return { appId, secret, apiUrl }
}

function readDatabase(url: string | undefined, migrationUrl: string | undefined): ExternalDatabase | undefined {
  if (url === undefined) {
    if (migrationUrl !== undefined) {
      throw new SettingsError('MIGRATION_DATABASE_URL is set without DATABASE_URL, the login that the API itself uses.')
    }
    return undefined
  }
  const api = readDatabaseUrl('DATABASE_URL', url)
  if (api.password === '') {
    throw new SettingsError('DATABASE_URL has no password, from which the logins of the districts are derived.')
  }
  if (migrationUrl === undefined) return { url, migrationUrl: undefined }
  const owner = readDatabaseUrl('MIGRATION_DATABASE_URL', migrationUrl)
  if (owner.pathname !== api.pathname) {
    throw new SettingsError('DATABASE_URL and MIGRATION_DATABASE_URL name different databases.')
  }
  if (owner.username === api.username) {
    throw new SettingsError(
      'DATABASE_URL and MIGRATION_DATABASE_URL use the same login, but the API must not own the tables it writes to.',
    )
  }
  return { url, migrationUrl }
}

function readDatabaseUrl(name: Name, text: string): URL {
  const url = parseUrl(text)
  // Never quote the value: it holds a password.
  if (url === undefined || (url.protocol !== 'postgres:' && url.protocol !== 'postgresql:')) {
    throw new SettingsError(`${name} is not of the form postgres://user:password@host:port/database.`)
  }
  if (url.username === '') throw new SettingsError(`${name} names no user.`)
  if (url.pathname.length < 2) throw new SettingsError(`${name} names no database.`)
  for (const parameter of ['options', 'user', 'password']) {
    if (url.searchParams.has(parameter)) {
      throw new SettingsError(`${name} carries the parameter "${parameter}", which this program sets by itself.`)
    }
  }
  return url
}

function parseUrl(text: string): URL | undefined {
  try {
    return new URL(text)
  } catch {
    return undefined
  }
}

/** Whether `inner` is `outer` or lies below it. Both absolute. */
function isInside(inner: string, outer: string): boolean {
  const way = path.relative(outer, inner)
  return way === '' || (way !== '..' && !way.startsWith(`..${path.sep}`) && !path.isAbsolute(way))
}
