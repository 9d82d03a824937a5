let count = 0

/** A name that nobody has had yet in this test process. */
export function newName(): string {
  count += 1
  return `青年${String.fromCodePoint(0x4e00 + count)}`
}
