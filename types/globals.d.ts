/// <reference types="@tarojs/taro" />

/** The district this build is for: the name of its folder under districts/. */
declare const DISTRICT: string
/** Where the mini-program finds its API, without a slash at the end. Empty in the web build: same origin. */
declare const API_ORIGIN: string
/** The version (content hash) of the policy pack carried by this build. */
declare const PACK_VERSION: string

declare namespace NodeJS {
  interface ProcessEnv {
    /** Set by Taro at build time; a constant in the bundle. */
    readonly TARO_ENV: 'weapp' | 'h5'
    /** Read at build time only: any value builds the gallery into a production build too. */
    readonly GALLERY?: string
    readonly NODE_ENV: 'development' | 'production' | 'test'
  }
}

declare const process: { readonly env: NodeJS.ProcessEnv }
