/** WeChat loads a mini-program's parts itself, and says so when it can't. The web build has missing-parts.h5.ts in its place. */
export function reloadForMissingParts(): void {
  // Nothing to do here.
}
