import type { MiniProgram } from '../mini-program'

import { WxFailure } from './types'

/** What of the functions acted out here WeChat counts as private: without the person's agreement to the privacy guide they fail. */
const PRIVATE = new Set(
  (
    'setClipboardData getClipboardData addPhoneCalendar addPhoneRepeatCalendar addPhoneContact saveImageToPhotosAlbum ' +
    'saveVideoToPhotosAlbum chooseImage chooseMedia chooseVideo chooseMessageFile chooseAddress chooseLocation ' +
    'choosePoi chooseInvoice chooseInvoiceTitle getLocation getFuzzyLocation startLocationUpdate getUserInfo ' +
    'getUserProfile getWeRunData startRecord'
  ).split(' '),
)

/**
 * Why a call fails that nobody agreed to; undefined when it may go on. WeChat would ask at the call itself, but an app that leaves it
 * to that can't tell a no from a fault: here such a call fails at once.
 */
export function privacyFailure({ handset }: MiniProgram, name: string): WxFailure | undefined {
  if (handset.privacyAgreed || !PRIVATE.has(name)) return undefined
  return new WxFailure(`${name}:fail privacy permission is not authorized`, { errno: 104 })
}
