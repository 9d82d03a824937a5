import type { MiniProgram } from '../mini-program'
import { asText, bytesOf, messageOf, plain, type Bag } from '../util'

import { WxFailure, type AsyncApi, type SyncApi } from './types'

const KEY_LIMIT = 1024 * 1024
const TOTAL_LIMIT = 10 * 1024 * 1024

const has = (storage: Bag, key: unknown): key is string =>
  typeof key === 'string' && Object.prototype.hasOwnProperty.call(storage, key)

const sizeOf = (key: string, value: unknown): number => bytesOf(key) + bytesOf(JSON.stringify({ value }))

/** Stores a copy. WeChat's limits: 1 MB a key, 10 MB in all. */
function set({ handset }: MiniProgram, key: unknown, value: unknown): void {
  if (typeof key !== 'string' || key === '') {
    throw new WxFailure('setStorage:fail parameter error: parameter.key should be a non-empty String')
  }
  const { storage } = handset
  const size = sizeOf(key, value)
  if (size > KEY_LIMIT) throw new WxFailure('setStorage:fail entry size limit reached: 1MB')
  let total = size
  for (const [other, kept] of Object.entries(storage)) if (other !== key) total += sizeOf(other, kept)
  if (total > TOTAL_LIMIT) throw new WxFailure('setStorage:fail exceed storage max size 10MB')
  storage[key] = plain(value)
}

function clear({ handset }: MiniProgram): void {
  for (const key of Object.keys(handset.storage)) Reflect.deleteProperty(handset.storage, key)
}

const remove = ({ handset }: MiniProgram, key: unknown): void => {
  Reflect.deleteProperty(handset.storage, asText(key))
}

const info = ({ handset }: MiniProgram): Bag => ({
  keys: Object.keys(handset.storage),
  currentSize: Math.ceil(bytesOf(JSON.stringify(handset.storage)) / 1024),
  limitSize: TOTAL_LIMIT / 1024,
})

export const storageSync: Record<string, SyncApi> = {
  setStorageSync(app, key, value) {
    try {
      set(app, key, value)
    } catch (error) {
      throw new Error(messageOf(error).replace('setStorage:', 'setStorageSync:'))
    }
  },
  getStorageSync: ({ handset }, key) => (has(handset.storage, key) ? plain(handset.storage[key]) : ''),
  removeStorageSync: remove,
  clearStorageSync: clear,
  getStorageInfoSync: info,
}

export const storageAsync: Record<string, AsyncApi> = {
  setStorage: (app, { key, data }) => {
    set(app, key, data)
  },
  getStorage: ({ handset }, { key }) => {
    if (!has(handset.storage, key)) throw new WxFailure('getStorage:fail data not found')
    return { data: plain(handset.storage[key]) }
  },
  removeStorage: (app, { key }) => {
    remove(app, key)
  },
  clearStorage: clear,
  getStorageInfo: info,
}
