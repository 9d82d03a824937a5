import type { MiniProgram } from '../mini-program'
import { asList, asText, isBag, plain, type Bag } from '../util'

import { WxFailure, type AsyncApi, type SyncApi } from './types'

/** WeChat allows a subscription dialog only so long after a tap. */
const GESTURE_MS = 3000

/** What everybody is called who has not said otherwise; WeChat tells no real names any more. */
const anonymous = (): Bag => ({
  userInfo: { nickName: '微信用户', avatarUrl: '', gender: 0, language: 'zh_CN' },
  rawData: '{}',
  signature: '',
  encryptedData: '',
  iv: '',
})

function requestSubscribeMessage({ journal, handset, tappedAt }: MiniProgram, options: Bag): Bag {
  const api = 'requestSubscribeMessage'
  journal.call(api, plain(options))
  const answer = handset.answers.take(api)
  const templates = asList(options.tmplIds).map(asText)
  if (!Array.isArray(options.tmplIds) || !templates.length) {
    throw new WxFailure(`${api}:fail invalid tmplIds`, { errCode: 10001 })
  }
  if (templates.length > 3) throw new WxFailure(`${api}:fail Templates count out of max bounds`, { errCode: 20003 })
  if (Date.now() - tappedAt >= GESTURE_MS) throw new WxFailure(`${api}:fail can only be invoked by user TAP gesture.`)
  if (isBag(answer) && answer.errCode !== undefined) {
    throw new WxFailure(asText(answer.errMsg) || `${api}:fail`, answer)
  }
  const choice = (template: string): unknown => {
    if (answer === undefined) return 'accept'
    return isBag(answer) ? (answer[template] ?? 'reject') : answer
  }
  return Object.fromEntries(templates.map((template) => [template, choice(template)]))
}

export const accountSync: Record<string, SyncApi> = {
  getAccountInfoSync: ({ handset }) => ({
    miniProgram: { appId: handset.appId, envVersion: handset.options.envVersion ?? 'release', version: '1.0.0' },
    plugin: {},
  }),
}

export const accountAsync: Record<string, AsyncApi> = {
  login: ({ handset }) => ({ code: handset.nextCode() }),
  checkSession: () => ({}),
  getUserInfo: anonymous,
  getUserProfile: anonymous,
  requestSubscribeMessage,
  requirePrivacyAuthorize: ({ handset }) => {
    if (handset.answers.take('requirePrivacyAuthorize') === 'deny') {
      throw new WxFailure('requirePrivacyAuthorize:fail privacy permission is not authorized', { errno: 104 })
    }
    handset.privacyAgreed = true
  },
  getPrivacySetting: ({ handset }) => ({
    needAuthorization: !handset.privacyAgreed,
    privacyContractName: '《隐私保护指引》',
  }),
  getSetting: ({ handset }) => ({
    authSetting: { ...handset.authSetting },
    subscriptionsSetting: { mainSwitch: true, itemSettings: {} },
  }),
  openSetting: ({ handset }) => ({ authSetting: { ...handset.authSetting } }),
  authorize: ({ handset }, { scope }) => {
    if (handset.answers.take('authorize') === 'deny') throw new WxFailure('authorize:fail auth deny')
    handset.authSetting[asText(scope)] = true
  },
}
