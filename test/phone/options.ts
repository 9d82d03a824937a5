/** What `Phone.open` can be told. Only `dist` is required. */
export interface PhoneOptions {
  /** Folder of a WeChat build: the one with app.json. */
  dist: string
  /** Origin of the real API. Every request goes there, path and query kept, whatever origin the bundle asked for. */
  api?: string
  /** Finer routing: asked origin -> origin it really goes to. Wins over `api`. */
  hosts?: Record<string, string>
  /** The request domains registered at WeChat; a request to any other fails, as it does on a phone. Default: all allowed. */
  domains?: readonly string[]
  /** Name in messages, and part of the default login codes. Default `phone-1`, `phone-2` … */
  name?: string
  /**
   * What `wx.login` answers: one code, a list (its last is repeated), or a function of the number of the login (from 1).
   * Default `<name>-code-<n>`: no two phones, and no two logins of one phone, share a code.
   */
  codes?: string | readonly string[] | ((n: number) => string)
  /** What the phone already has in its storage. */
  storage?: Record<string, unknown>
  /** False: opened without a network. */
  online?: boolean
  /** WeChat's scene value. Default 1001. */
  scene?: number
  /** Page to open, as `pages/x/index` or `pages/x/index?a=1`. Default: the first of app.json. */
  path?: string
  /** Its query, kept undecoded as WeChat does. */
  query?: string | Record<string, string | number>
  /** Milliseconds added before each request. */
  latency?: number
  /** False: the privacy guide has not been agreed to yet. */
  privacy?: boolean
  /** Standing answers of wx calls that ask the person: name of the call -> answer. `next(...)` wins. */
  answers?: Record<string, unknown>
  /** True keeps `Intl`, which some phones lack. */
  intl?: boolean
  /** True keeps what ECMAScript got after iOS 13 and Chrome 86 (`at`, `toSorted`, `Object.hasOwn`, BigInt …). */
  modern?: boolean
  /** Milliseconds by which the phone's own clock is wrong (positive: ahead). `shiftClock` changes it later. */
  clockOffset?: number
  /** The time zone in which the phone is, by its name in the tz database. Default: this machine's. */
  zone?: string
  /** What `wx.getSystemInfo` says of the theme. Default light; colours are not seen either way. */
  theme?: 'light' | 'dark'
  /** What `wx.getSystemInfo` says: `android` (default), `ios`, `devtools`. */
  platform?: string
  /** Version of WeChat's base library. Default 3.6.6. */
  sdk?: string
  envVersion?: 'develop' | 'trial' | 'release'
  appId?: string
  /** Scopes already granted or refused, e.g. `{ 'scope.userLocation': true }`. */
  authSetting?: Record<string, boolean>
  /** True prints the bundle's console to stderr. */
  echo?: boolean
}

/** How a mini-program is entered. */
export interface LaunchOptions {
  path?: string
  query?: string | Record<string, string | number>
  scene?: number
}
