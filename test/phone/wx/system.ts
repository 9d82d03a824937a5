import { randomBytes } from 'node:crypto'

import type { MiniProgram } from '../mini-program'
import { asText, isFunction, type Bag } from '../util'

import type { AsyncApi, SyncApi } from './types'

const SCREEN = { width: 375, height: 812 }

function system({ handset, navigator, dist }: MiniProgram): Bag {
  const nativeTabBar = navigator.top?.isTab === true && !dist.hasCustomTabBar
  return {
    brand: 'HUAWEI',
    model: 'P40',
    pixelRatio: 3,
    screenWidth: SCREEN.width,
    screenHeight: SCREEN.height,
    windowWidth: SCREEN.width,
    windowHeight: nativeTabBar ? 675 : 724,
    statusBarHeight: 44,
    language: 'zh_CN',
    version: '8.0.50',
    system: handset.options.platform === 'ios' ? 'iOS 17.0' : 'Android 13',
    platform: handset.options.platform ?? 'android',
    fontSizeSetting: 16,
    SDKVersion: handset.options.sdk ?? '3.6.6',
    benchmarkLevel: 30,
    safeArea: { left: 0, right: 375, top: 44, bottom: 778, width: 375, height: 734 },
    theme: handset.options.theme ?? 'light',
    deviceOrientation: 'portrait',
    enableDebug: false,
    albumAuthorized: true,
    cameraAuthorized: true,
    locationAuthorized: true,
    notificationAuthorized: true,
    bluetoothEnabled: true,
    locationEnabled: true,
    wifiEnabled: true,
    host: { env: 'WeChat', appId: '', version: 1 },
  }
}

const part =
  (names: string, more: Bag = {}) =>
  (app: MiniProgram): Bag => {
    const all = system(app)
    return { ...Object.fromEntries(names.split(' ').map((name) => [name, all[name]])), ...more }
  }

/** An object whose functions do nothing. */
const silent = (names: string): Bag => Object.fromEntries(names.split(' ').map((name) => [name, () => undefined]))

const updateManager = (app: MiniProgram): Bag => ({
  ...silent('onUpdateReady onUpdateFailed applyUpdate'),
  onCheckForUpdate: (listener: unknown) => {
    if (isFunction(listener)) app.script.later(() => listener.call(undefined, app.logic.convert({ hasUpdate: false })))
  },
})

function animation(): Bag {
  const made: Bag = { export: () => ({ actions: [] }) }
  const steps =
    'opacity backgroundColor width height top left right bottom rotate rotateX rotateY rotateZ scale scaleX scaleY ' +
    'translate translateX translateY translateZ skew matrix step'
  // Chained on the bundle's side, so each step must answer something that has every step.
  for (const step of steps.split(' ')) made[step] = () => animation()
  return made
}

export const systemSync: Record<string, SyncApi> = {
  getSystemInfoSync: system,
  getWindowInfo: part('pixelRatio screenWidth screenHeight windowWidth windowHeight statusBarHeight safeArea', {
    screenTop: 88,
  }),
  getDeviceInfo: part('brand model system platform benchmarkLevel', { abi: 'arm64-v8a', memorySize: 6144 }),
  getAppBaseInfo: part('SDKVersion enableDebug host language version theme', {
    fontSizeSetting: 16,
    fontSizeScaleFactor: 1,
  }),
  getSystemSetting: part('bluetoothEnabled locationEnabled wifiEnabled deviceOrientation'),
  getAppAuthorizeSetting: () => ({
    albumAuthorized: 'authorized',
    bluetoothAuthorized: 'authorized',
    cameraAuthorized: 'authorized',
    locationAuthorized: 'authorized',
    microphoneAuthorized: 'authorized',
    notificationAuthorized: 'authorized',
    locationReducedAccuracy: false,
  }),
  getMenuButtonBoundingClientRect: () => ({ width: 87, height: 32, top: 48, bottom: 80, left: 281, right: 368 }),
  getLaunchOptionsSync: ({ launch }) => launch,
  getEnterOptionsSync: ({ enter }) => enter,
  getUpdateManager: updateManager,
  nextTick: (app, callback) => {
    if (isFunction(callback)) app.script.later(() => callback.call(undefined))
  },
  createAnimation: animation,
  createInnerAudioContext: () => ({
    src: '',
    paused: true,
    ...silent(
      'play pause stop seek destroy onPlay onEnded onError onStop onPause onCanplay onTimeUpdate offPlay offEnded offError',
    ),
  }),
  createVideoContext: () => silent('play pause stop seek requestFullScreen exitFullScreen'),
  getLogManager: () => silent('log info warn debug'),
  getRealtimeLogManager: () => silent('info warn error setFilterMsg addFilterMsg in'),
  getPerformance: () => ({
    now: () => Date.now(),
    getEntries: () => [],
    getEntriesByType: () => [],
    getEntriesByName: () => [],
    createObserver: () => silent('observe disconnect'),
  }),
  getExptInfoSync: () => ({}),
  ...silent('reportEvent reportAnalytics reportMonitor reportPerformance'),
  base64ToArrayBuffer: (_app, text) => {
    const bytes = Buffer.from(asText(text), 'base64')
    return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length)
  },
  arrayBufferToBase64: (_app, buffer) => Buffer.from(new Uint8Array(buffer as ArrayBuffer)).toString('base64'),
}

export const systemAsync: Record<string, AsyncApi> = {
  getSystemInfo: system,
  getSystemInfoAsync: system,
  getNetworkType: ({ handset }) => ({
    networkType: handset.online ? 'wifi' : 'none',
    hasSystemProxy: false,
    weakNet: false,
  }),
  getScreenBrightness: () => ({ value: 0.5 }),
  getBatteryInfo: () => ({ level: 80, isCharging: false }),
  setClipboardData: ({ handset }, { data }) => {
    handset.clipboard = asText(data)
  },
  getClipboardData: ({ handset }) => ({ data: handset.clipboard }),
  getRandomValues: (_app, { length }) => ({ randomValues: new Uint8Array(randomBytes(Number(length))).buffer }),
  exitMiniProgram: (app) => {
    app.exited = true
  },
  getUpdateInfo: () => ({}),
  loadSubpackage: () => ({}),
  preloadSubpackage: () => ({}),
}
