/** A version 4 uuid of 16 bytes (0–255). */
export function uuidOf(bytes: readonly number[]): string {
  const hex = bytes
    .slice(0, 16)
    .map((byte, i) => (i === 6 ? (byte & 0x0f) | 0x40 : i === 8 ? (byte & 0x3f) | 0x80 : byte))
    .map((byte) => (byte + 0x100).toString(16).slice(1))
    .join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
