import { plain } from '../util'

import type { AsyncApi } from './types'

/** Calls that a person notices only by their effect outside of the mini-program: recorded (`phone.calls`), answered ok. */
const RECORDED = (
  'makePhoneCall vibrateShort vibrateLong addPhoneCalendar addPhoneRepeatCalendar addPhoneContact previewImage ' +
  'previewMedia saveImageToPhotosAlbum saveVideoToPhotosAlbum openDocument openLocation openPrivacyContract ' +
  'setNavigationBarColor showNavigationBarLoading hideNavigationBarLoading hideHomeButton setBackgroundColor ' +
  'setBackgroundTextStyle setTabBarBadge removeTabBarBadge showTabBarRedDot hideTabBarRedDot setTabBarItem ' +
  'setTabBarStyle hideTabBar showTabBar pageScrollTo setKeepScreenOn showShareMenu hideShareMenu updateShareMenu ' +
  'navigateToMiniProgram openCustomerServiceChat setVisualEffectOnCapture enableAlertBeforeUnload ' +
  'disableAlertBeforeUnload setScreenBrightness loadFontFace hideKeyboard openEmbeddedMiniProgram shareFileMessage ' +
  'setBackgroundFetchToken showShareImageMenu openChannelsUserProfile setInnerAudioOption setEnableDebug'
).split(' ')

export const recordedAsync: Record<string, AsyncApi> = Object.fromEntries(
  RECORDED.map((api): [string, AsyncApi] => [
    api,
    ({ journal }, options) => {
      journal.call(api, plain(options))
    },
  ]),
)
