import Taro from '@tarojs/taro'
import { mayUsePrivate } from './privacy'

declare const navigator: { readonly clipboard?: { writeText(text: string): Promise<void> } }
declare const localStorage: { removeItem(key: string): void }

/**
 * Copies a text; false when that wasn't possible or not allowed. Writing the clipboard is a private API of WeChat's
 * (privacy guide: 剪切板).
 */
export async function copy(text: string): Promise<boolean> {
  try {
    if (process.env.TARO_ENV === 'h5' && navigator.clipboard) {
      await navigator.clipboard.writeText(text)
      return true
    }
    if (!(await mayUsePrivate())) return false
    await Taro.setClipboardData({ data: text })
    return true
  } catch {
    return false
  } finally {
    forgetCopied()
  }
}

/** Taro's web build keeps what was copied in localStorage, where the next user of the computer would find it. */
export function forgetCopied(): void {
  if (process.env.TARO_ENV !== 'h5') return
  try {
    localStorage.removeItem('taro_clipboard')
  } catch {
    // No storage, nothing kept.
  }
}
