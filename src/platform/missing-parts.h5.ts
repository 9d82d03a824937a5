declare const window: {
  addEventListener(
    event: 'unhandledrejection',
    heard: (event: { readonly reason: unknown; preventDefault(): void }) => void,
  ): void
  addEventListener(event: 'online', heard: () => void, options: { once: true }): void
}
declare const navigator: { readonly onLine: boolean }
declare const location: { reload(): void }
declare const performance: { now(): number }

/** A page this young was loaded for a missing part already: loading it again at once would go round in circles. */
const YOUNG_MS = 10_000

/**
 * A screen's script that can't be fetched (no network, or a newer version has taken its place on the server) leaves a tap
 * without an answer, also later: the page is loaded anew as soon as that can help. What was typed waits as a draft.
 */
export function reloadForMissingParts(): void {
  window.addEventListener('unhandledrejection', (event) => {
    if ((event.reason as { name?: unknown } | null)?.name !== 'ChunkLoadError') return
    event.preventDefault()
    const reload = () => {
      location.reload()
    }
    if (!navigator.onLine) window.addEventListener('online', reload, { once: true })
    else if (performance.now() > YOUNG_MS) reload()
  })
}
