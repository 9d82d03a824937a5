/**
 * What of WeChat's global the tested files of src/platform ask for themselves. Not WeChat's own types: their `require` would stand in Node's
 * place.
 */
declare const wx: {
  requirePrivacyAuthorize(options: { success: () => void; fail: () => void }): void
  getRandomValues(options: {
    length: number
    success: (result: { randomValues: ArrayBuffer }) => void
    fail: () => void
  }): void
}
