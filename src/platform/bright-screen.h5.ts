interface WakeLock {
  release(): Promise<void>
}
declare const navigator: { readonly wakeLock?: { request(kind: 'screen'): Promise<WakeLock> } }
declare const document: {
  readonly visibilityState: string
  addEventListener(event: 'visibilitychange', heard: () => void): void
  removeEventListener(event: 'visibilitychange', heard: () => void): void
}

/** Keeps the screen on; how bright it is, a page can't say. A browser takes the lock back whenever the tab is hidden. */
export function brightScreen(): Promise<() => void> {
  let lock: WakeLock | null = null
  const state = { over: false }
  const hold = async () => {
    if (document.visibilityState !== 'visible') return
    try {
      const held = (await navigator.wakeLock?.request('screen')) ?? null
      if (held && state.over) await held.release()
      else lock = held
    } catch {
      // An old browser, a low battery: the screen goes dark by itself, and a touch brings it back.
    }
  }
  const again = () => void hold()
  document.addEventListener('visibilitychange', again)
  again()
  return Promise.resolve(() => {
    state.over = true
    document.removeEventListener('visibilitychange', again)
    lock?.release().catch(() => undefined)
  })
}
