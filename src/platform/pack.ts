import builtIn from '@district/policy.json'
import districtTexts from '@district/texts.json'
import type { Policy } from '#domain/policy/policy'
import { call } from './request'
import { createSignal } from './signal'
import { deviceStorage } from './device-storage'
import { readJson, writeJson } from './storage'

const KEY = 'policy'

/** The pack that the build carries: explains the rules on the first opening without a network. */
const carried: Policy = { ...builtIn, version: PACK_VERSION }

function remembered(): Policy | null {
  const policy = readJson(deviceStorage, KEY) as { carried: string; policy: Policy } | null
  // A newer build carries a newer pack than what an older one heard of.
  return policy?.carried === PACK_VERSION ? policy.policy : null
}

const current = createSignal<Policy>(remembered() ?? carried)

/** The district's rules, as this device knows them. */
export const policy = { get: current.get, subscribe: current.subscribe }

/** Takes the pack that the server decides by. Rejects as `call` does. */
export async function refreshPolicy(): Promise<void> {
  const heard = await call('GET /v1/policy', {})
  if (heard.version === current.get().version) return
  writeJson(deviceStorage, KEY, { carried: PACK_VERSION, policy: heard })
  current.set(heard)
}

/** The district's own texts. */
export const texts = {
  /** Whom to ask about one's data. */
  dataContact: districtTexts.dataContact ?? '',
}
