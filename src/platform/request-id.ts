import { uuidOf } from './uuid'

declare const crypto: { getRandomValues(bytes: Uint8Array): Uint8Array }

const LENGTH = 16

/**
 * Chance, from the best source there is: the browser's, or WeChat's (base library 2.15; its logic layer has no `crypto`).
 * Without one Math.random will do: a requestId must differ from the same account's others, and is no secret.
 */
async function randomBytes(): Promise<readonly number[]> {
  if (process.env.TARO_ENV === 'h5') return Array.from(crypto.getRandomValues(new Uint8Array(LENGTH)))
  const plain = () => Array.from({ length: LENGTH }, () => Math.floor(Math.random() * 256))
  const source = (wx as Partial<typeof wx>).getRandomValues
  if (!source) return plain()
  return new Promise((resolve) => {
    source({
      length: LENGTH,
      success: ({ randomValues }) => resolve(Array.from(new Uint8Array(randomValues))),
      fail: () => resolve(plain()),
    })
  })
}

/** The id that this device gives to one act, so that sending it again does it once. */
export async function newRequestId(): Promise<string> {
  return uuidOf(await randomBytes())
}
