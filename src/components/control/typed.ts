/** What stands in an HTML input now. The app's types know no DOM: most of it runs where there is none. */
export function typed(event: { readonly currentTarget: unknown }): string {
  return (event.currentTarget as { readonly value: string }).value
}

/** Enter, and not the Enter by which a Chinese input method ends a word. */
export function isConfirm(event: { readonly key: string; readonly nativeEvent: unknown }): boolean {
  return event.key === 'Enter' && !(event.nativeEvent as { readonly isComposing?: boolean }).isComposing
}
