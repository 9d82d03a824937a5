import { minutesWords } from './amounts'

/** What came instead of a yes: the API's code and facts, or nothing at all. */
export type ProblemFacts =
  { readonly code: string; readonly facts: Readonly<Record<string, unknown>> } | { readonly timedOut: boolean }

/** Two refusals that the main package meets, in 我的: digits for a desktop. */
export const NO_OFFICE_WORDS = '没有职务的账号不用在电脑上登录。'
export const PHONE_ONLY_WORDS = '数字只在手机上显示：请打开手机上的“我的 · 在电脑上办公”。'

function waitWords(seconds: unknown): string {
  return typeof seconds === 'number' && seconds > 0
    ? `${minutesWords(Math.max(1, Math.ceil(seconds / 60)))}后`
    : '过一会儿'
}

const SENTENCES: Readonly<Record<string, (facts: Readonly<Record<string, unknown>>) => string>> = {
  'no-session': () => '登录已经过期，请重新登录。',
  'not-found': () => '没有找到，或者不在你能看的范围里。',
  'request-id-reused': () => '这次提交没有成功，请再点一次。',
  'lost-race': () => '刚好有人先办了这件事。刷新看看最新的情况。',
  'too-many': ({ retryAfter }) => `操作太频繁了，请${waitWords(retryAfter)}再试。`,
  'wechat-code-refused': () => '微信没有认可这次登录，请再点一次登录。',
  'desk-code-refused': () =>
    '账号代码或数字不对，或者数字已经过期、用过。输错三次，这组数字就作废了：请在手机上换一组，再来登录。',
  'wechat-unavailable': () => '现在连不上微信的登录服务，请过一会儿再试。',
  'district-unknown': () => '这里没有你所在区县的数据，请从本区发布的入口打开。',
  'district-missing': () => '这里没有你所在区县的数据，请从本区发布的入口打开。',
  'district-mismatch': () => '这个登录属于另一个区县，请从本区发布的入口重新登录。',
  'invalid-input': () => '有内容不合要求，请检查后再提交。',
  'wechat-account-blocked': () => '微信限制了这个账号登录小程序，请在微信里看看原因。',
  'too-large': () => '内容太长了，请缩短后再提交。',
  unavailable: () => '服务正忙，请过一会儿再试。',
  'no-office': () => NO_OFFICE_WORDS,
  'phone-only': () => PHONE_ONLY_WORDS,
  internal: () => '服务出了点问题，不是你操作有误。请过一会儿再试。',
}

/**
 * A problem as a sentence, where no rule of the League's says no: what is read, and acts on the account. The rules' own refusals
 * (text/problems) are many sentences, and no part of the main package.
 */
export function generalProblemWords(problem: ProblemFacts): string {
  if (!('code' in problem)) {
    return problem.timedOut ? '等了很久没有收到回复，请再试一次。' : '连不上服务，请看看网络，再试一次。'
  }
  const known = Object.prototype.hasOwnProperty.call(SENTENCES, problem.code) ? SENTENCES[problem.code] : undefined
  return known?.(problem.facts) ?? '没有办成，请过一会儿再试。'
}

/** The same for an act: what was typed stays, and tapping again does it once. */
export function generalActProblemWords(problem: ProblemFacts): string {
  return 'code' in problem ? generalProblemWords(problem) : againWords(problem)
}

/** For an act that no answer came to. */
export function againWords({ timedOut }: { readonly timedOut: boolean }): string {
  return `${timedOut ? '等了很久没有收到回复。' : '连不上服务。'}填写的内容还在；再点一次就好，不会重复提交。`
}
