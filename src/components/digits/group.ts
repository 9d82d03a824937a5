/** Cut into threes, as one reads a code aloud: 123456 → 123, 456. The last group may be shorter. */
export function groups(value: string): readonly string[] {
  return value.match(/.{1,3}/g) ?? []
}

/** One by one, so that a screen reader doesn't say a hundred thousand: 1 2 3 4 5 6. */
export function spoken(value: string): string {
  return value.split('').join(' ')
}
