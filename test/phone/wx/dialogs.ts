import type { MiniProgram } from '../mini-program'
import { asList, asText, isBag, plain, truthy, type Bag } from '../util'

import { WxFailure, type AsyncApi } from './types'

/** A modal is answered `confirm` unless the test has queued another answer. */
function showModal({ handset, journal }: MiniProgram, options: Bag): Bag {
  const answer = handset.answers.take('showModal') ?? 'confirm'
  const cancelText = options.showCancel === false ? null : asText(options.cancelText) || '取消'
  journal.modals.push({
    title: asText(options.title),
    content: asText(options.content),
    confirmText: asText(options.confirmText) || '确定',
    cancelText,
    answer,
  })
  const confirm = answer === 'confirm' || answer === true || isBag(answer)
  if (!confirm && cancelText === null) throw new WxFailure('showModal:fail harness: this modal has no cancel button')
  const typed = isBag(answer) ? asText(answer.content) : ''
  return { confirm, cancel: !confirm, content: options.editable ? (confirm ? typed : null) : undefined }
}

function showActionSheet({ handset, journal }: MiniProgram, options: Bag): Bag {
  const answer = handset.answers.take('showActionSheet')
  journal.call('showActionSheet', plain(options))
  if (answer === undefined || answer === 'cancel') throw new WxFailure('showActionSheet:fail cancel')
  const items = asList(options.itemList).map(asText)
  const index = typeof answer === 'number' ? answer : items.findIndex((item) => item.includes(asText(answer)))
  if (index < 0 || index >= items.length) {
    throw new WxFailure(`showActionSheet:fail harness: no "${asText(answer)}" in ${items.join(' / ')}`)
  }
  return { tapIndex: index }
}

function showToast(app: MiniProgram, options: Bag): void {
  const title = asText(options.title)
  app.journal.toasts.push({ title, icon: asText(options.icon) || 'success' })
  app.overlay = { title, mask: truthy(options.mask), until: Date.now() + (Number(options.duration) || 1500) }
}

function showLoading(app: MiniProgram, options: Bag): void {
  const title = asText(options.title)
  app.journal.toasts.push({ title, icon: 'loading' })
  app.overlay = { title, mask: truthy(options.mask) }
}

/** Toast and loading are one thing in WeChat: hiding either hides what is shown. */
const hide = (app: MiniProgram): void => {
  app.overlay = undefined
}

export const dialogsAsync: Record<string, AsyncApi> = {
  showModal,
  showActionSheet,
  showToast,
  showLoading,
  hideToast: hide,
  hideLoading: hide,
  scanCode: ({ handset }) => {
    const answer = handset.answers.take('scanCode')
    if (answer === undefined || answer === 'cancel') throw new WxFailure('scanCode:fail cancel')
    if (isBag(answer)) return answer
    const result = asText(answer)
    return {
      result,
      scanType: 'QR_CODE',
      charSet: 'UTF-8',
      rawData: Buffer.from(result).toString('base64'),
      path: '',
    }
  },
  getLocation: ({ handset }) => {
    const answer = handset.answers.take('getLocation')
    if (answer === 'deny') throw new WxFailure('getLocation:fail auth deny')
    const here = { latitude: 39.9, longitude: 116.4, speed: 0, accuracy: 30, altitude: 0 }
    return { ...here, verticalAccuracy: 0, horizontalAccuracy: 30, ...(answer as Bag | undefined) }
  },
  getFuzzyLocation: ({ handset }) => ({
    latitude: 39.9,
    longitude: 116.4,
    ...(handset.answers.take('getLocation') as Bag | undefined),
  }),
  chooseLocation: ({ handset }) => {
    const answer = handset.answers.take('chooseLocation')
    if (!isBag(answer)) throw new WxFailure('chooseLocation:fail cancel')
    return answer
  },
}
