/**
 * Asks WeChat whether the person agreed to the privacy guide; shows it when not. To be called before a private API (list:
 * the clipboard, the calendar). Older base libraries (< 2.32.3) know no such question.
 */
export async function mayUsePrivate(): Promise<boolean> {
  if (process.env.TARO_ENV !== 'weapp') return true
  const ask = (wx as Partial<typeof wx>).requirePrivacyAuthorize
  if (!ask) return true
  return new Promise((resolve) => {
    ask({ success: () => resolve(true), fail: () => resolve(false) })
  })
}
