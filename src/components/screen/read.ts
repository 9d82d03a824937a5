/** The four states of a screen. A reading has exactly one of them. */
export type Read<T> =
  | { state: 'loading' }
  | { state: 'error'; title: string; hint?: string; retry?: () => void }
  | { state: 'empty'; title: string; hint?: string; action?: { text: string; onTap: () => void } }
  | { state: 'content'; value: T; note?: Freshness }

/** How old what is shown is, and whether that is because there is no network. */
export interface Freshness {
  /** 更新于 2 分钟前 · 没有网络，显示的是今天 14:32 的内容. */
  text: string
  offline: boolean
}
