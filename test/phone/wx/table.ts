import { accountAsync, accountSync } from './account'
import { canvasAsync, canvasSync } from './canvas'
import { dialogsAsync } from './dialogs'
import { fileAsync, fileSync } from './files'
import { mediaAsync } from './media'
import { wxNames } from './names'
import { navigationAsync } from './navigation'
import { querySync } from './queries'
import { recordedAsync } from './recorded'
import { requestSync } from './requests'
import { storageAsync, storageSync } from './storage'
import { systemAsync, systemSync } from './system'
import type { AsyncApi, SyncApi } from './types'

/** Every asynchronous function of wx that is acted out. */
export const asyncApi: Readonly<Record<string, AsyncApi>> = {
  ...recordedAsync,
  ...accountAsync,
  ...canvasAsync,
  ...dialogsAsync,
  ...fileAsync,
  ...mediaAsync,
  ...navigationAsync,
  ...storageAsync,
  ...systemAsync,
}

/** Whether wx has the function and the harness acts it out; names that wx does not have count as present. */
const canIUse: SyncApi = (_app, schema) => {
  const name = /^[a-zA-Z]+/.exec(String(schema))?.[0]
  if (name === undefined || !wxNames().includes(name)) return true
  return name in syncApi || name in asyncApi || /^o(n|ff)[A-Z]/.test(name)
}

/** Every synchronous function of wx that is acted out. */
export const syncApi: Readonly<Record<string, SyncApi>> = {
  ...accountSync,
  ...canvasSync,
  ...fileSync,
  ...querySync,
  ...requestSync,
  ...storageSync,
  ...systemSync,
  canIUse,
}

const events = wxNames().filter((name) => /^(on|off)[A-Z]/.test(name))
const known = new Set([...Object.keys(syncApi), ...Object.keys(asyncApi), ...events])

/** How the realm is to make each function of wx. */
export const apiNames = {
  asyncNames: Object.keys(asyncApi),
  syncNames: Object.keys(syncApi),
  eventNames: events,
  unsupportedNames: wxNames().filter((name) => !known.has(name)),
}
