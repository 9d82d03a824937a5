/** Letters and digits of a Chinese keyboard as the plain ones. */
export function narrow(typed: string): string {
  return typed
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[\u2010-\u2015\u2212]/g, '-')
}

/** Six digits, from however they were typed: in threes, or with a Chinese keyboard. */
export function digitsOf(typed: string): string | null {
  const plain = narrow(typed).replace(/\s/g, '')
  return /^\d{6}$/.test(plain) ? plain : null
}
