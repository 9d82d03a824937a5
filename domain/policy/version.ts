import type { PolicyPack } from './policy'

/** JSON with sorted keys and no white space: the same content gives the same text, whatever the order it was written in. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (value !== null && typeof value === 'object') {
    const record = value as Record<string, unknown>
    const members = Object.keys(record)
      .filter((key) => record[key] !== undefined)
      .sort()
      .map((key) => `${JSON.stringify(key)}:${canonicalJson(record[key])}`)
    return `{${members.join(',')}}`
  }
  return JSON.stringify(value)
}

/**
 * A pack's version: the first 12 hex digits of the SHA-256 of its canonical JSON.
 * `sha256Hex` is handed in: hashing is the machine's part, and the phone's build gets the version ready-made.
 */
export function versionOf(pack: PolicyPack, sha256Hex: (text: string) => string): string {
  return sha256Hex(canonicalJson(pack)).slice(0, 12)
}
