declare const window: { print(): void }

/** Opens the browser's print view of what is shown. */
export function print(): void {
  window.print()
}
