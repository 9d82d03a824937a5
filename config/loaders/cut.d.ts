/** What the loader asks webpack for. */
interface Loader {
  readonly resourcePath: string
  getOptions(): { readonly cuts: readonly (readonly [find: string, instead: string])[] }
}

declare function cut(this: Loader, source: string): string
export = cut
