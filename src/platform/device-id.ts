import type { Storage } from './storage'

const KEY = 'device'

/** A device's own random id, made when it is first asked for. It says nothing about who uses it, and stays when they sign out. */
export async function deviceIdIn(storage: Storage, newId: () => Promise<string>): Promise<string> {
  const known = storage.get(KEY)
  if (known !== null) return known
  const made = await newId()
  storage.set(KEY, made)
  return made
}
