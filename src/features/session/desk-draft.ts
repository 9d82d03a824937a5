import { digitsOf, narrow } from '../../platform/typed-digits'

/** What somebody at a desktop typed. */
export type DeskField = 'account' | 'digits'

type Draft = Readonly<Record<DeskField, string>>

export type CheckedDesk =
  | {
      readonly kind: 'ready'
      readonly body: { readonly kind: 'desk'; readonly account: string; readonly digits: string }
    }
  | { readonly kind: 'errors'; readonly errors: { readonly [F in DeskField]?: string } }

/** An account's code as it is kept, from however it was typed: small letters, no hyphen, spaces, a Chinese keyboard's letters. */
export function accountOf(typed: string): string | null {
  const plain = narrow(typed).toUpperCase().replace(/[\s-]/g, '')
  return /^[2-9A-HJ-NP-Z]{8}$/.test(plain) ? `${plain.slice(0, 4)}-${plain.slice(4)}` : null
}

/** Asks whether what was typed can be a code and digits at all: a slip of the finger shouldn't cost one of three tries. */
export function checkDesk(draft: Draft): CheckedDesk {
  const account = accountOf(draft.account)
  const digits = digitsOf(draft.digits)
  if (account !== null && digits !== null) return { kind: 'ready', body: { kind: 'desk', account, digits } }
  return {
    kind: 'errors',
    errors: {
      ...(account === null && { account: '账号代码是 8 个字母和数字，比如 7K3M-2QRT，在手机“我的”里看。' }),
      ...(digits === null && { digits: '请填写手机上显示的六位数字。' }),
    },
  }
}
