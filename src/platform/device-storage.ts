import Taro from '@tarojs/taro'
import type { Storage } from './storage'

interface WebStorage {
  readonly length: number
  key(index: number): string | null
  getItem(key: string): string | null
  setItem(key: string, value: string): void
  removeItem(key: string): void
}
declare const sessionStorage: WebStorage

function attempt<T>(act: () => T, otherwise: T): T {
  try {
    return act()
  } catch {
    return otherwise
  }
}

const phone: Storage = {
  get: (key) =>
    attempt(() => {
      const value: unknown = Taro.getStorageSync(key)
      return typeof value === 'string' && value !== '' ? value : null
    }, null),
  set: (key, value) => attempt(() => Taro.setStorageSync(key, value), undefined),
  remove: (key) => attempt(() => Taro.removeStorageSync(key), undefined),
  keys: () => attempt(() => Taro.getStorageInfoSync().keys, []),
}

/** The browser's tab keeps it, and forgets it when closed: a computer in a school or an office has many users. */
const web: Storage = {
  get: (key) => attempt(() => sessionStorage.getItem(key), null),
  set: (key, value) => attempt(() => sessionStorage.setItem(key, value), undefined),
  remove: (key) => attempt(() => sessionStorage.removeItem(key), undefined),
  keys: () => attempt(() => Array.from({ length: sessionStorage.length }, (_, i) => sessionStorage.key(i) ?? ''), []),
}

/** Where this device keeps things: WeChat's storage, or the browser tab's. */
export const deviceStorage: Storage = process.env.TARO_ENV === 'h5' ? web : phone
