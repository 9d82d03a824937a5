import { asText } from '../util'

import type { AsyncApi } from './types'

export const navigationAsync: Record<string, AsyncApi> = {
  navigateTo: ({ navigator }, options) => navigator.go('navigateTo', options),
  redirectTo: ({ navigator }, options) => navigator.go('redirectTo', options),
  reLaunch: ({ navigator }, options) => navigator.go('reLaunch', options),
  switchTab: ({ navigator }, options) => navigator.go('switchTab', options),
  navigateBack: ({ navigator }, options) => navigator.go('navigateBack', options),
  setNavigationBarTitle: ({ navigator }, { title }) => {
    if (navigator.top) navigator.top.title = asText(title)
  },
  startPullDownRefresh: ({ navigator, script }) => {
    const { top } = navigator
    if (!top) return
    script.later(() => {
      if (!top.closed) navigator.refresh(top)
    })
  },
  stopPullDownRefresh: ({ navigator }) => {
    if (navigator.top) navigator.top.pulling = false
  },
}
